import type { Person } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import { sessionCookieName, sessionIdIn } from "../auth/session-token";
import { personOfSession } from "../people/sessions";

/** Who sends a request, looked up in the sessions, so that a revoked one is refused at once. */
export async function requireUser(
  request: Request,
  now: number,
): Promise<Result<Person, { kind: "signed-out" }>> {
  const sessionId = await sessionIdIn(cookieOf(request, sessionCookieName()));
  const person = sessionId ? await personOfSession(sessionId, now) : null;
  return person ? ok(person) : fail({ kind: "signed-out" });
}

function cookieOf(request: Request, name: string): string | undefined {
  const pairs = request.headers.get("cookie")?.split(";") ?? [];
  const pair = pairs.find((each) => each.trim().startsWith(`${name}=`));
  return pair?.slice(pair.indexOf("=") + 1).trim();
}
