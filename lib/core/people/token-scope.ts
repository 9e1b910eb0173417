/** What a key to the HTTP API allows: to read the queue, to record and take back reviews. */
export const tokenScopes = ["read", "review"] as const;
export type TokenScope = (typeof tokenScopes)[number];
