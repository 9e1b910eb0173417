import { and, asc, desc, eq, isNull } from "drizzle-orm";
import type { CardId, ReviewId, SetId, UserId } from "@/lib/core/ids";
import type { Grade } from "@/lib/core/schedule/memory";
import type { Db } from "./store";

export type ReviewSet = Db["t"]["sets"]["$inferSelect"];

/** A learner's set, ended or not; another's is as good as none. */
export async function findSet({ q, t }: Db, userId: UserId, id: SetId): Promise<ReviewSet | null> {
  const [row] = await q
    .select()
    .from(t.sets)
    .where(and(eq(t.sets.id, id), eq(t.sets.userId, userId)));
  return row ?? null;
}

/** The set that a learner is in. */
export async function currentSet({ q, t }: Db, userId: UserId): Promise<ReviewSet | null> {
  const [row] = await q
    .select()
    .from(t.sets)
    .where(and(eq(t.sets.userId, userId), isNull(t.sets.endedAt)))
    .orderBy(desc(t.sets.createdAt))
    .limit(1);
  return row ?? null;
}

export async function addSet({ q, t }: Db, set: Omit<ReviewSet, "endedAt">): Promise<void> {
  await q.insert(t.sets).values({ ...set, endedAt: null });
}

/** Ends whatever set a learner is in. */
export async function endSets({ q, t }: Db, userId: UserId, now: number): Promise<void> {
  await q
    .update(t.sets)
    .set({ endedAt: now })
    .where(and(eq(t.sets.userId, userId), isNull(t.sets.endedAt)));
}

export interface SetReview {
  id: ReviewId;
  cardId: CardId;
  grade: Grade;
  at: number;
  undoneAt: number | null;
}

/** Every answer given in a set, in the order of the log, taken back ones included. */
export async function reviewsInSet({ q, t }: Db, id: SetId): Promise<SetReview[]> {
  const { reviews } = t;
  return q
    .select({
      id: reviews.id,
      cardId: reviews.cardId,
      grade: reviews.grade,
      at: reviews.at,
      undoneAt: reviews.undoneAt,
    })
    .from(reviews)
    .where(eq(reviews.setId, id))
    .orderBy(asc(reviews.seq));
}
