import type { ErrorKind } from "@/app/_i18n/messages/errors";

/** The HTTP status of each kind of failure. */
export const statusOf: Record<ErrorKind, number> = {
  "signed-out": 401,
  "bad-token": 401,
  "bad-credentials": 401,
  forbidden: 403,
  "outside-scope": 403,
  "not-found": 404,
  "bad-request": 400,
  "too-large": 413,
  empty: 422,
  "too-many": 413,
  "not-text": 422,
  "not-notes": 422,
  "unsafe-name": 422,
  "bad-archive": 422,
  "bad-data": 422,
  "bad-picture": 422,
  "too-many-courses": 422,
  stale: 409,
  "not-latest": 409,
  unreadable: 422,
  throttled: 429,
  "not-saved": 503,
  unexpected: 500,
};
