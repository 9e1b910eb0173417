import { and, eq, inArray, ne, notInArray, sql } from "drizzle-orm";
import type { UserId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import type { Db } from "./store";

/** A person with what proves who they are; never leaves the server. */
export interface Account extends Person {
  passwordHash: string;
  sessionVersion: number;
  createdAt: number;
  /** Hash of the secret of the calendar feed's address; null while there is none. */
  feedHash: string | null;
}

export async function findAccount(
  { q, t }: Db,
  by: { id: UserId } | { email: string },
): Promise<Account | null> {
  const where = "id" in by ? eq(t.users.id, by.id) : eq(t.users.email, by.email);
  const [row] = await q.select().from(t.users).where(where);
  return row ?? null;
}

/** Everybody, with what their scheduling depends on. */
export async function allLearners({ q, t }: Db): Promise<Pick<Account, "id" | "rules" | "weights">[]> {
  return q.select({ id: t.users.id, rules: t.users.rules, weights: t.users.weights }).from(t.users);
}

/** The account whose calendar feed has this hash. */
export async function accountOfFeed({ q, t }: Db, feedHash: string): Promise<Account | null> {
  const [row] = await q.select().from(t.users).where(eq(t.users.feedHash, feedHash));
  return row ?? null;
}

export async function hasAccounts({ q, t }: Db): Promise<boolean> {
  return (await q.select({ id: t.users.id }).from(t.users).limit(1)).length > 0;
}

/** False when the email is taken. */
export async function addAccount({ q, t }: Db, account: Account): Promise<boolean> {
  const added = await q.insert(t.users).values(account).onConflictDoNothing().returning({ id: t.users.id });
  return added.length > 0;
}

export async function changeAccount(
  { q, t }: Db,
  id: UserId,
  change: Partial<Omit<Account, "id" | "createdAt" | "sessionVersion">>,
): Promise<void> {
  await q.update(t.users).set(change).where(eq(t.users.id, id));
}

/** Ends every session of the account; returns the version that new sessions carry. */
export async function endAllSessions({ q, t }: Db, id: UserId): Promise<number> {
  const [row] = await q
    .update(t.users)
    .set({ sessionVersion: sql`${t.users.sessionVersion} + 1` })
    .where(eq(t.users.id, id))
    .returning({ version: t.users.sessionVersion });
  if (!row) throw new Error("endAllSessions: the account does not exist");
  return row.version;
}

/**
 * Deletes the person with sessions, memories and reviews, and every course of theirs that nobody else ever studied; one
 * that others learn from stays without an owner.
 */
export async function removeAccount({ q, t }: Db, id: UserId): Promise<void> {
  const studiedByOthers = q
    .select({ courseId: t.cards.courseId })
    .from(t.cards)
    .innerJoin(t.memories, and(eq(t.memories.cardId, t.cards.id), ne(t.memories.userId, id)));
  const enrolledOthers = q
    .select({ courseId: t.enrolments.courseId })
    .from(t.enrolments)
    .where(ne(t.enrolments.userId, id));
  const own = await q
    .select({ id: t.courses.id })
    .from(t.courses)
    .where(
      and(
        eq(t.courses.ownerId, id),
        notInArray(t.courses.id, studiedByOthers),
        notInArray(t.courses.id, enrolledOthers),
      ),
    );
  await q.delete(t.users).where(eq(t.users.id, id));
  await q.delete(t.courses).where(
    inArray(
      t.courses.id,
      own.map((course) => course.id),
    ),
  );
}
