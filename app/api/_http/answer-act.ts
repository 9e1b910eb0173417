import type { z } from "zod";
import { getLocale } from "@/app/_i18n/get-locale";
import { type ErrorKind, errors } from "@/app/_i18n/messages/errors";
import type { Person } from "@/lib/core/people/person";
import type { Result } from "@/lib/core/result";
import { crashKind } from "@/lib/server/crash-kind";
import { readRequest } from "@/lib/server/http/read-request";
import { requireUser } from "@/lib/server/http/require-user";
import { log } from "@/lib/server/log";

const statusOf: Record<ErrorKind, number> = {
  "signed-out": 401,
  "bad-credentials": 401,
  forbidden: 403,
  "not-found": 404,
  "bad-request": 400,
  "too-large": 413,
  stale: 409,
  "not-latest": 409,
  unreadable: 422,
  throttled: 429,
  "not-saved": 503,
  unexpected: 500,
};

/** `no-transform` keeps these few kilobytes from being compressed, which would take longer than sending them. */
const json = (body: unknown, status: number): Response =>
  Response.json(body, { status, headers: { "cache-control": "no-store, no-transform" } });

/** Runs an act for a signed-in person on the JSON that was sent; every failure becomes a status and one sentence. */
export async function answerAct<Body>(
  request: Request,
  form: z.ZodType<Body>,
  act: (person: Person, body: Body, now: number) => Promise<Result<object, { kind: ErrorKind }>>,
  extra: (kind: ErrorKind, person: Person, now: number) => Promise<object> = async () => ({}),
): Promise<Response> {
  const now = Date.now();
  let person: Person | null = null;
  const refuse = async (kind: ErrorKind, more: object = {}) => {
    const message = errors[person?.locale ?? (await getLocale())][kind];
    return json({ error: { kind, message }, ...more }, statusOf[kind]);
  };
  try {
    const body = await readRequest(request, form);
    if (!body.ok) return await refuse(body.error.kind);
    const user = await requireUser(request, now);
    if (!user.ok) return await refuse(user.error.kind);
    person = user.value;
    const outcome = await act(person, body.value, now);
    if (outcome.ok) return json(outcome.value, 200);
    return await refuse(outcome.error.kind, await extra(outcome.error.kind, person, now));
  } catch (error) {
    log.error({ err: error }, "a request failed");
    return refuse(crashKind(error));
  }
}
