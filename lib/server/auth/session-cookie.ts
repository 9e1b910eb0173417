import "server-only";
import { cookies } from "next/headers";
import type { SessionId, UserId } from "@/lib/core/ids";
import { closeSession, sessionSeconds } from "../people/sessions";
import { sealSession, sessionCookieName, sessionCookieOptions, sessionIdIn } from "./session-token";

/** Signs this browser in, after `signIn` opened the session. */
export async function writeSessionCookie(userId: UserId, sessionId: SessionId): Promise<void> {
  const token = await sealSession(userId, sessionId);
  (await cookies()).set(sessionCookieName(), token, { ...sessionCookieOptions(), maxAge: sessionSeconds });
}

/** The session of this browser, whether or not it still stands. */
export async function sessionOfBrowser(): Promise<SessionId | null> {
  return sessionIdIn((await cookies()).get(sessionCookieName())?.value);
}

/** Signs this browser out: the session is revoked and the cookie removed. */
export async function endBrowserSession(now: number): Promise<void> {
  const sessionId = await sessionOfBrowser();
  if (sessionId) await closeSession(sessionId, now);
  (await cookies()).set(sessionCookieName(), "", { ...sessionCookieOptions(), maxAge: 0 });
}
