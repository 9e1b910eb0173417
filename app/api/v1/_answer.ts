/** Runs a call of the HTTP API: the key, the rate, the body, and every failure as a status and one sentence. */
import type { z } from "zod";
import { type ErrorKind, errors } from "@/app/_i18n/messages/errors";
import type { Person } from "@/lib/core/people/person";
import type { TokenScope } from "@/lib/core/people/token-scope";
import { crashKind } from "@/lib/server/crash-kind";
import { limitRate } from "@/lib/server/http/limit-rate";
import { readRequest } from "@/lib/server/http/read-request";
import { log } from "@/lib/server/log";
import { personOfToken } from "@/lib/server/people/tokens";
import { statusOf } from "../_http/status-of";

export interface ApiReply {
  status: number;
  body: object;
}

const headers = { "cache-control": "no-store, no-transform" };

export const refusal = (kind: ErrorKind, person: Person | null, more: object = {}): ApiReply => ({
  status: statusOf[kind],
  body: { error: { kind, message: errors[person?.locale ?? "en"][kind] }, ...more },
});

const send = ({ status, body }: ApiReply, more: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers: { ...headers, ...more } });

/** The caller of a request whose key allows `scope`, or the reply that refuses it. */
async function callerOf(
  request: Request,
  scope: TokenScope,
  now: number,
): Promise<{ person: Person } | { refused: Response }> {
  const secret = /^Bearer (\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  const caller = secret === undefined ? null : await personOfToken(secret, now);
  if (!caller) {
    const refused = send(refusal("bad-token", null), { "www-authenticate": 'Bearer realm="epoch"' });
    return { refused };
  }
  const { person, scopes, id } = caller;
  if (!scopes.includes(scope)) return { refused: send(refusal("outside-scope", person)) };
  const wait = limitRate(id, now);
  if (wait)
    return {
      refused: send(refusal("throttled", person), { "retry-after": String(wait.retryAfterSeconds) }),
    };
  return { person };
}

export async function answerCall(
  request: Request,
  scope: TokenScope,
  act: (person: Person, now: number) => Promise<ApiReply>,
): Promise<Response> {
  const now = Date.now();
  try {
    const caller = await callerOf(request, scope, now);
    return "refused" in caller ? caller.refused : send(await act(caller.person, now));
  } catch (error) {
    log.error({ err: error }, "a call of the API failed");
    return send(refusal(crashKind(error), null));
  }
}

/** The same for a call with a JSON body. */
export function answerPost<Body>(
  request: Request,
  { form, largestBody }: { form: z.ZodType<Body>; largestBody?: number },
  act: (person: Person, body: Body, now: number) => Promise<ApiReply>,
): Promise<Response> {
  return answerCall(request, "review", async (person, now) => {
    const body = await readRequest(request, form, largestBody);
    return body.ok ? act(person, body.value, now) : refusal(body.error.kind, person);
  });
}
