/** Which reviews made a card a leech, once its log was decided again: their tag or suspension goes along with them. */
import type { CardId, UserId } from "@/lib/core/ids";
import { type Person, rulesOf } from "@/lib/core/people/person";
import { type Review, rewriteReview } from "@/lib/db/reviews";
import type { Db } from "@/lib/db/store";
import { addTag, removeTag } from "@/lib/db/tags";
import { leechTag } from "./leech-tag";

interface Suspendable {
  userId: UserId;
  cardId: CardId;
  suspendedAt: number | null;
}

/** `was` and `decided`: the reviews that stood there before, and those that stand there now, oldest first. */
interface Decided {
  was: readonly Pick<Review, "at" | "leech">[];
  decided: readonly (Pick<Review, "id" | "at"> & { isLeech: boolean })[];
}

/**
 * Each lapse that makes the card a leech now takes over what one did before. What has no lapse any more is taken back,
 * unless a hand did so; the first time, the rule says what is done. Gives since when the card is suspended.
 */
export async function settleLeeches(
  db: Db,
  person: Person,
  card: Suspendable,
  { was, decided }: Decided,
): Promise<number | null> {
  const before = was.filter(({ leech }) => leech !== null);
  const now = decided.filter(({ isLeech }) => isLeech);
  let { suspendedAt } = card;
  for (const { id } of decided) await rewriteReview(db, id, { leech: null });
  for (const [place, { leech, at }] of before.entries()) {
    const heir = now[place];
    if (heir) await rewriteReview(db, heir.id, { leech });
    if (leech === "suspend" && suspendedAt === at) suspendedAt = heir?.at ?? null;
    if (leech === "tag" && !heir) await removeTag(db, card.userId, [card.cardId], leechTag);
  }
  const last = now.at(-1);
  if (before.length > 0 || !last) return suspendedAt;
  const leech = rulesOf(person).leechAction;
  const isDone = leech === "suspend" ? suspendedAt === null : await tagLeech(db, card);
  if (isDone) await rewriteReview(db, last.id, { leech });
  return isDone && leech === "suspend" ? last.at : suspendedAt;
}

/** Tags a card as a leech; false when it has the tag already. */
export const tagLeech = async (
  db: Db,
  { userId, cardId }: Omit<Suspendable, "suspendedAt">,
): Promise<boolean> => (await addTag(db, userId, [cardId], leechTag)) > 0;
