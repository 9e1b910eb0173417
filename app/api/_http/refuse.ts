/** Requests that are refused before anything was asked of the study: an address, a method or a visitor that does not fit. */
import { type ErrorKind, errors } from "@/app/_i18n/messages/errors";
import type { Locale } from "@/lib/core/text";
import { statusOf } from "./status-of";

/** A failure as its status and one sentence. */
export const refuse = (
  kind: ErrorKind,
  locale: Locale = "en",
  headers: Record<string, string> = {},
): Response =>
  Response.json(
    { error: { kind, message: errors[locale][kind] } },
    { status: statusOf[kind], headers: { "cache-control": "no-store", ...headers } },
  );

/** Too many requests of one caller, with the seconds to wait. */
export const throttled = ({ retryAfterSeconds }: { retryAfterSeconds: number }, locale: Locale): Response =>
  refuse("throttled", locale, { "retry-after": String(retryAfterSeconds) });

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof methods)[number];

/** Handlers for every method of an address but the one that it has. */
export function refuseAllBut<Allowed extends Method>(
  allowed: Allowed,
): Record<Exclude<Method, Allowed> | "OPTIONS", () => Response> {
  const allow = allowed === "GET" ? "GET, HEAD, OPTIONS" : `${allowed}, OPTIONS`;
  const others = methods.filter((method) => method !== allowed);
  return {
    ...Object.fromEntries(others.map((method) => [method, () => refuse("wrong-method", "en", { allow })])),
    OPTIONS: () => new Response(null, { status: 204, headers: { allow } }),
  } as Record<Exclude<Method, Allowed> | "OPTIONS", () => Response>;
}
