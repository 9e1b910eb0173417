/** Runs a call of the HTTP API: the key, the rate, the body, and every failure as a status and one sentence. */
import type { z } from "zod";
import { type ErrorKind, errors } from "@/app/_i18n/messages/errors";
import type { TokenId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import type { TokenScope } from "@/lib/core/people/token-scope";
import { crashKind } from "@/lib/server/crash-kind";
import { limitRate } from "@/lib/server/http/limit-rate";
import { readRequest } from "@/lib/server/http/read-request";
import { log } from "@/lib/server/log";
import { personOfToken } from "@/lib/server/people/tokens";
import { refuse, throttled } from "../_http/refuse";
import { statusOf } from "../_http/status-of";

export interface ApiReply {
  status: number;
  body: object;
}

const headers = { "cache-control": "no-store, no-transform" };

export const refusal = (kind: ErrorKind, { locale }: Person, more: object = {}): ApiReply => ({
  status: statusOf[kind],
  body: { error: { kind, message: errors[locale][kind] }, ...more },
});

const send = ({ status, body }: ApiReply): Response => Response.json(body, { status, headers });

interface Caller {
  person: Person;
  /** Of the key, which has a rate of its own. */
  id: TokenId;
}

/** The caller of a request whose key allows `scope`, or the reply that refuses it. */
async function callerOf(request: Request, scope: TokenScope, now: number): Promise<Caller | Response> {
  const secret = /^Bearer (\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  const caller = secret === undefined ? null : await personOfToken(secret, now);
  if (!caller) return refuse("bad-token", "en", { "www-authenticate": 'Bearer realm="epoch"' });
  const { person, scopes, id } = caller;
  if (!scopes.includes(scope)) return refuse("outside-scope", person.locale);
  const wait = limitRate(id, now);
  return wait ? throttled(wait, person.locale) : { person, id };
}

async function run(
  request: Request,
  scope: TokenScope,
  act: (caller: Caller, now: number) => Promise<ApiReply | Response>,
): Promise<Response> {
  const now = Date.now();
  try {
    const caller = await callerOf(request, scope, now);
    if (caller instanceof Response) return caller;
    const reply = await act(caller, now);
    return reply instanceof Response ? reply : send(reply);
  } catch (error) {
    log.error({ err: error }, "a call of the API failed");
    return refuse(crashKind(error));
  }
}

export const answerCall = (
  request: Request,
  scope: TokenScope,
  act: (person: Person, now: number) => Promise<ApiReply>,
): Promise<Response> => run(request, scope, ({ person }, now) => act(person, now));

interface Form<Body> {
  form: z.ZodType<Body>;
  largestBody?: number;
  /** How many requests it counts as. */
  costOf?: (body: Body) => number;
}

/** The same for a call with a JSON body. */
export function answerPost<Body>(
  request: Request,
  { form, largestBody, costOf = () => 1 }: Form<Body>,
  act: (person: Person, body: Body, now: number) => Promise<ApiReply>,
): Promise<Response> {
  return run(request, "review", async ({ person, id }, now) => {
    const body = await readRequest(request, form, largestBody);
    if (!body.ok) return refusal(body.error.kind, person);
    const wait = limitRate(id, now, costOf(body.value) - 1);
    return wait ? throttled(wait, person.locale) : act(person, body.value, now);
  });
}
