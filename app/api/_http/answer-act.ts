import type { z } from "zod";
import { getLocale } from "@/app/_i18n/get-locale";
import { type ErrorKind, errors } from "@/app/_i18n/messages/errors";
import type { Person } from "@/lib/core/people/person";
import type { Result } from "@/lib/core/result";
import { crashKind } from "@/lib/server/crash-kind";
import { limitRate } from "@/lib/server/http/limit-rate";
import { readRequest } from "@/lib/server/http/read-request";
import { requireUser } from "@/lib/server/http/require-user";
import { log } from "@/lib/server/log";
import { throttled } from "./refuse";
import { statusOf } from "./status-of";

/** `no-transform` keeps these few kilobytes from being compressed, which would take longer than sending them. */
const json = (body: unknown, status: number): Response =>
  Response.json(body, { status, headers: { "cache-control": "no-store, no-transform" } });

interface Failure {
  kind: ErrorKind;
  /** Which file of an upload, and what exactly. */
  file?: string;
  detail?: string;
}

interface Options<Body> {
  /** What goes along with a failure. */
  extra?: (kind: ErrorKind, asked: { person: Person; body: Body; now: number }) => Promise<object>;
  /** Characters that the body may have. */
  largestBody?: number;
}

/** Runs an act for a signed-in person on the JSON that was sent; every failure becomes a status and one sentence. */
export async function answerAct<Body>(
  request: Request,
  form: z.ZodType<Body>,
  act: (person: Person, body: Body, now: number) => Promise<Result<object | null, Failure>>,
  { extra, largestBody }: Options<Body> = {},
): Promise<Response> {
  const now = Date.now();
  let person: Person | null = null;
  const refuse = async ({ kind, file, detail }: Failure, more: object = {}) => {
    const message = errors[person?.locale ?? (await getLocale())][kind];
    return json({ error: { kind, message, file, detail }, ...more }, statusOf[kind]);
  };
  try {
    const body = await readRequest(request, form, largestBody);
    if (!body.ok) return await refuse(body.error);
    const user = await requireUser(request, now);
    if (!user.ok) return await refuse(user.error);
    person = user.value;
    // A page that lay open since somebody else was signed in acts for nobody but them.
    const asking = request.headers.get("epoch-learner");
    if (asking !== null && asking !== person.id) return await refuse({ kind: "another-learner" });
    const wait = limitRate(person.id, now);
    if (wait) return throttled(wait, person.locale);
    const outcome = await act(person, body.value, now);
    if (outcome.ok) return json(outcome.value, 200);
    return await refuse(outcome.error, await extra?.(outcome.error.kind, { person, body: body.value, now }));
  } catch (error) {
    log.error({ err: error }, "a request failed");
    return refuse({ kind: crashKind(error) });
  }
}
