import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { TokenId, UserId } from "@/lib/core/ids";
import { prepared } from "./prepared";
import type { Db } from "./store";
import type { Account } from "./users";

export type TokenRow = Db["t"]["tokens"]["$inferSelect"];

export async function addToken({ q, t }: Db, token: TokenRow): Promise<void> {
  await q.insert(t.tokens).values(token);
}

/** The token of this hash and its account, unless it was revoked. */
export async function accountOfToken(
  db: Db,
  hash: string,
): Promise<{ token: TokenRow; account: Account } | null> {
  const { q, t } = db;
  const query = prepared(db, "accountOfToken", () =>
    q
      .select({ token: t.tokens, account: t.users })
      .from(t.tokens)
      .innerJoin(t.users, eq(t.users.id, t.tokens.userId))
      .where(and(eq(t.tokens.hash, sql.placeholder("hash")), isNull(t.tokens.revokedAt)))
      .prepare(),
  );
  const [row] = await query.execute({ hash });
  return row ?? null;
}

/** The tokens of a person that still work, newest first. */
export async function tokensOf({ q, t }: Db, userId: UserId): Promise<TokenRow[]> {
  return q
    .select()
    .from(t.tokens)
    .where(and(eq(t.tokens.userId, userId), isNull(t.tokens.revokedAt)))
    .orderBy(desc(t.tokens.createdAt));
}

export async function touchToken({ q, t }: Db, id: TokenId, now: number): Promise<void> {
  await q.update(t.tokens).set({ lastUsedAt: now }).where(eq(t.tokens.id, id));
}

/** False when the person has no such token that works. */
export async function revokeToken({ q, t }: Db, userId: UserId, id: TokenId, now: number): Promise<boolean> {
  const revoked = await q
    .update(t.tokens)
    .set({ revokedAt: now })
    .where(and(eq(t.tokens.id, id), eq(t.tokens.userId, userId), isNull(t.tokens.revokedAt)))
    .returning({ id: t.tokens.id });
  return revoked.length > 0;
}

/** Revokes all that work and says how many they were. */
export async function revokeTokens({ q, t }: Db, userId: UserId, now: number): Promise<number> {
  const revoked = await q
    .update(t.tokens)
    .set({ revokedAt: now })
    .where(and(eq(t.tokens.userId, userId), isNull(t.tokens.revokedAt)))
    .returning({ id: t.tokens.id });
  return revoked.length;
}
