import { eq, sql } from "drizzle-orm";
import type { UserId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import type { Db } from "./store";

/** A person with what proves who they are; never leaves the server. */
export interface Account extends Person {
  passwordHash: string;
  sessionVersion: number;
  createdAt: number;
}

export async function findAccount(
  { q, t }: Db,
  by: { id: UserId } | { email: string },
): Promise<Account | null> {
  const where = "id" in by ? eq(t.users.id, by.id) : eq(t.users.email, by.email);
  const [row] = await q.select().from(t.users).where(where);
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

/** Deletes the person with sessions, memories and reviews. */
export async function removeAccount({ q, t }: Db, id: UserId): Promise<void> {
  await q.delete(t.users).where(eq(t.users.id, id));
}
