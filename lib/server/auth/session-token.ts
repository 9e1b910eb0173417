/** The signed-in cookie: a next-auth token that carries the id of a row in `sessions`, so that it can be revoked. */
import { decode, encode } from "next-auth/jwt";
import { asId, type SessionId, type UserId } from "@/lib/core/ids";
import { authSecretOf } from "../data-dir";
import { requireEnv } from "../env";
import { sessionSeconds } from "../people/sessions";

let secret: string | null = null;
export function theSecret(): string {
  secret ??= authSecretOf(requireEnv());
  return secret;
}

/** Cookies are bound to https where the public address is. */
export const isSecure = (): boolean => requireEnv().url.startsWith("https:");

export const sessionCookieName = (): string => (isSecure() ? "__Host-epoch-session" : "epoch-session");

export const sessionCookieOptions = () =>
  ({ httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() }) as const;

export const sealSession = (userId: UserId, sessionId: SessionId): Promise<string> =>
  encode({ token: { sub: userId, sid: sessionId }, secret: theSecret(), maxAge: sessionSeconds });

/** Tokens opened lately: opening one costs a key derivation, and the same token always holds the same session. */
const opened = new Map<string, SessionId>();
const openedAtMost = 1000;

/**
 * The session id in a token that this server made, else null. Whether that session still stands is not the token's to
 * say: its row is looked up at every request, expiry included.
 */
export async function sessionIdIn(token: string | undefined): Promise<SessionId | null> {
  if (!token) return null;
  const known = opened.get(token);
  if (known !== undefined) return known;
  try {
    const content = await decode({ token, secret: theSecret() });
    if (typeof content?.sid !== "string") return null;
    if (opened.size >= openedAtMost) opened.clear();
    opened.set(token, asId<SessionId>(content.sid));
    return asId<SessionId>(content.sid);
  } catch {
    return null;
  }
}
