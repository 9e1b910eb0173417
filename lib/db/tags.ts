import { and, asc, eq, inArray } from "drizzle-orm";
import type { CardId, UserId } from "@/lib/core/ids";
import type { Db } from "./store";

/** Every tag that a learner put on a card, in the order of the alphabet. */
export async function tagsOf({ q, t }: Db, userId: UserId): Promise<{ cardId: CardId; tag: string }[]> {
  return q
    .select({ cardId: t.tags.cardId, tag: t.tags.tag })
    .from(t.tags)
    .where(eq(t.tags.userId, userId))
    .orderBy(asc(t.tags.tag));
}

/** Puts a tag on cards; returns how many did not have it. */
export async function addTag(
  { q, t }: Db,
  userId: UserId,
  cardIds: readonly CardId[],
  tag: string,
): Promise<number> {
  if (cardIds.length === 0) return 0;
  const added = await q
    .insert(t.tags)
    .values(cardIds.map((cardId) => ({ userId, cardId, tag })))
    .onConflictDoNothing()
    .returning({ cardId: t.tags.cardId });
  return added.length;
}

/** Takes a tag off cards; returns how many had it. */
export async function removeTag(
  { q, t }: Db,
  userId: UserId,
  cardIds: readonly CardId[],
  tag: string,
): Promise<number> {
  const removed = await q
    .delete(t.tags)
    .where(and(eq(t.tags.userId, userId), eq(t.tags.tag, tag), inArray(t.tags.cardId, [...cardIds])))
    .returning({ cardId: t.tags.cardId });
  return removed.length;
}
