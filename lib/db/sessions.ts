import { and, eq, gt, isNull, lt, sql } from "drizzle-orm";
import type { SessionId, UserId } from "@/lib/core/ids";
import { prepared } from "./prepared";
import type { Db } from "./store";
import type { Account } from "./users";

export interface SessionRow {
  id: SessionId;
  userId: UserId;
  sessionVersion: number;
  createdAt: number;
  expiresAt: number;
}

export async function addSession({ q, t }: Db, session: SessionRow): Promise<void> {
  await q.insert(t.sessions).values({ ...session, revokedAt: null });
}

/** The account behind a session that is neither expired, signed out nor ended with all others. */
export async function accountOfSession(db: Db, id: SessionId, now: number): Promise<Account | null> {
  const { q, t } = db;
  const query = prepared(db, "accountOfSession", () =>
    q
      .select({ user: t.users })
      .from(t.sessions)
      .innerJoin(t.users, eq(t.users.id, t.sessions.userId))
      .where(
        and(
          eq(t.sessions.id, sql.placeholder("id")),
          isNull(t.sessions.revokedAt),
          gt(t.sessions.expiresAt, sql.placeholder("now")),
          eq(t.sessions.sessionVersion, t.users.sessionVersion),
        ),
      )
      .prepare(),
  );
  const [row] = await query.execute({ id, now });
  return row?.user ?? null;
}

export async function revokeSession({ q, t }: Db, id: SessionId, now: number): Promise<void> {
  await q
    .update(t.sessions)
    .set({ revokedAt: now })
    .where(and(eq(t.sessions.id, id), isNull(t.sessions.revokedAt)));
}

/** Keeps a session alive when all others of the account were ended. */
export async function renewSession({ q, t }: Db, id: SessionId, sessionVersion: number): Promise<void> {
  await q.update(t.sessions).set({ sessionVersion }).where(eq(t.sessions.id, id));
}

export async function removeExpiredSessions({ q, t }: Db, userId: UserId, now: number): Promise<void> {
  await q.delete(t.sessions).where(and(eq(t.sessions.userId, userId), lt(t.sessions.expiresAt, now)));
}
