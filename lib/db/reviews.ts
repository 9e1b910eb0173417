import { and, asc, desc, eq, getTableColumns, gte, inArray, isNull, max, sql } from "drizzle-orm";
import type { CardId, ReviewId, SetId, UserId } from "@/lib/core/ids";
import type { Grade, Phase } from "@/lib/core/schedule/memory";
import type { LogRow } from "@/lib/core/study/rebuild-memory";
import type { ReviewKind } from "@/lib/core/study/review-kind";
import type { StudyDay } from "@/lib/core/study-day";
import { isOfPresentMemory } from "./marks";
import { placeholders, prepared } from "./prepared";
import type { Db } from "./store";

export type Review = Db["t"]["reviews"]["$inferSelect"];
/** A review before the log gives it its place. */
export type NewReview = Omit<Review, "seq" | "undoneAt">;

export async function findReview(db: Db, id: ReviewId): Promise<Review | null> {
  const { q, t } = db;
  const query = prepared(db, "findReview", () =>
    q
      .select()
      .from(t.reviews)
      .where(eq(t.reviews.id, sql.placeholder("id")))
      .prepare(),
  );
  const [row] = await query.execute({ id });
  return row ?? null;
}

/** A card's log, newest first, taken back ones included. */
export async function reviewsOfCard({ q, t }: Db, userId: UserId, cardId: CardId): Promise<Review[]> {
  return q
    .select()
    .from(t.reviews)
    .where(and(eq(t.reviews.userId, userId), eq(t.reviews.cardId, cardId)))
    .orderBy(desc(t.reviews.seq));
}

/**
 * What is undone one after another: a learner's reviews, those that a reset forgot left out, or for itself what was
 * practised in one set.
 */
export const undoneTogether = (db: Db, practisedIn: SetId | null) => {
  const { reviews } = db.t;
  return and(
    eq(reviews.userId, sql.placeholder("userId")),
    practisedIn === null
      ? and(eq(reviews.kind, "review"), isOfPresentMemory(db))
      : and(eq(reviews.kind, "cram"), eq(reviews.setId, sql.placeholder("practisedIn"))),
  );
};

/** The last review of a learner that can be taken back, or the last practice in a set. */
export async function latestReview(
  db: Db,
  userId: UserId,
  practisedIn: SetId | null = null,
): Promise<Review | null> {
  const { q, t } = db;
  const query = prepared(db, practisedIn === null ? "latestReview" : "latestReview: practised", () =>
    q
      .select()
      .from(t.reviews)
      .where(and(undoneTogether(db, practisedIn), isNull(t.reviews.undoneAt)))
      .orderBy(desc(t.reviews.seq))
      .limit(1)
      .prepare(),
  );
  const [row] = await query.execute({ userId, practisedIn });
  return row ?? null;
}

/** The place of the last row of a learner's log, 0 while it is empty. */
export async function endOfLog(db: Db, userId: UserId): Promise<number> {
  const { q, t } = db;
  const query = prepared(db, "endOfLog", () =>
    q
      .select({ seq: max(t.reviews.seq) })
      .from(t.reviews)
      .where(eq(t.reviews.userId, sql.placeholder("userId")))
      .prepare(),
  );
  const [last] = await query.execute({ userId });
  return last?.seq ?? 0;
}

/** Appends to the learner's log. False when the id is there already, and then nothing is written. */
export async function appendReview(db: Db, review: NewReview): Promise<boolean> {
  const { q, t } = db;
  const last = await endOfLog(db, review.userId);
  const add = prepared(db, "appendReview: insert", () =>
    q
      .insert(t.reviews)
      .values(placeholders(getTableColumns(t.reviews)))
      .onConflictDoNothing({ target: t.reviews.id })
      .returning({ id: t.reviews.id })
      .prepare(),
  );
  const added = await add.execute({ ...review, seq: last + 1, undoneAt: null });
  return added.length > 0;
}

/** Marks a review as taken back; the row stays. False when it was already. */
export async function markUndone({ q, t }: Db, id: ReviewId, now: number): Promise<boolean> {
  const marked = await q
    .update(t.reviews)
    .set({ undoneAt: now })
    .where(and(eq(t.reviews.id, id), isNull(t.reviews.undoneAt)))
    .returning({ id: t.reviews.id });
  return marked.length > 0;
}

/** What a review promised, decided again after its card's log changed before it. */
export async function rewriteReview(
  { q, t }: Db,
  id: ReviewId,
  change: Partial<Pick<Review, "phase" | "before" | "after" | "unit" | "amount" | "grade" | "leech">>,
): Promise<void> {
  await q.update(t.reviews).set(change).where(eq(t.reviews.id, id));
}

export async function nameReviewSlip({ q, t }: Db, id: ReviewId, slip: string): Promise<void> {
  await q.update(t.reviews).set({ slip }).where(eq(t.reviews.id, id));
}

export interface DayReview {
  id: ReviewId;
  cardId: CardId;
  studyDay: StudyDay;
  grade: Grade;
  phase: Phase;
  kind: ReviewKind;
}

/** Reviews from one study day on that were not taken back, oldest first. */
export async function reviewsSince(db: Db, userId: UserId, day: StudyDay): Promise<DayReview[]> {
  return prepared(db, "reviewsSince", () => reviewsSinceQuery(db).prepare()).execute({ userId, day });
}

/** The query behind `reviewsSince`, for whoever wants to see its plan. */
export function reviewsSinceQuery({ q, t }: Db) {
  const { reviews } = t;
  return q
    .select({
      id: reviews.id,
      cardId: reviews.cardId,
      studyDay: reviews.studyDay,
      grade: reviews.grade,
      phase: reviews.phase,
      kind: reviews.kind,
    })
    .from(reviews)
    .where(
      and(
        eq(reviews.userId, sql.placeholder("userId")),
        gte(reviews.studyDay, sql.placeholder("day")),
        isNull(reviews.undoneAt),
      ),
    )
    .orderBy(asc(reviews.studyDay), asc(reviews.seq));
}

export interface CountedReview extends LogRow {
  cardId: CardId;
  family: string | null;
}

/** Every review of a learner that changed a memory and was not taken back, by card and time. */
export async function countedReviews({ q, t }: Db, userId: UserId): Promise<CountedReview[]> {
  return q
    .select({
      cardId: t.reviews.cardId,
      seq: t.reviews.seq,
      at: t.reviews.at,
      studyDay: t.reviews.studyDay,
      grade: t.reviews.grade,
      phase: t.reviews.phase,
      family: t.cards.family,
    })
    .from(t.reviews)
    .innerJoin(t.cards, eq(t.cards.id, t.reviews.cardId))
    .where(and(eq(t.reviews.userId, userId), eq(t.reviews.kind, "review"), isNull(t.reviews.undoneAt)))
    .orderBy(asc(t.reviews.cardId), asc(t.reviews.at), asc(t.reviews.seq));
}

/** The last review that counts of each card, by card: it says when the card comes back. */
export async function lastReviews(
  db: Db,
  userId: UserId,
): Promise<Map<CardId, Pick<Review, "id" | "after">>> {
  const { q, t } = db;
  const { reviews } = t;
  const ranked = q
    .select({
      id: reviews.id,
      place: sql<number>`row_number() over (
        partition by ${reviews.cardId} order by ${reviews.at} desc, ${reviews.seq} desc)`.as("place"),
    })
    .from(reviews)
    .where(
      and(
        eq(reviews.userId, userId),
        eq(reviews.kind, "review"),
        isNull(reviews.undoneAt),
        isOfPresentMemory(db),
      ),
    )
    .as("ranked");
  const last = q.select({ id: ranked.id }).from(ranked).where(sql`${ranked.place} = 1`);
  const rows = await q
    .select({ id: reviews.id, cardId: reviews.cardId, after: reviews.after })
    .from(reviews)
    .where(inArray(reviews.id, last));
  return new Map(rows.map(({ cardId, ...row }) => [cardId, row]));
}

/** How long the learner's last reviews took, newest first, in milliseconds. */
export async function recentTimes({ q, t }: Db, userId: UserId, limit: number): Promise<number[]> {
  const rows = await q
    .select({ takenMs: t.reviews.takenMs })
    .from(t.reviews)
    .where(and(eq(t.reviews.userId, userId), eq(t.reviews.kind, "review"), isNull(t.reviews.undoneAt)))
    .orderBy(desc(t.reviews.seq))
    .limit(limit);
  return rows.map((row) => row.takenMs);
}

/** How long the learner's last right answers to one family took in reviews, in milliseconds; practising makes fast. */
export async function rightTimes(
  { q, t }: Db,
  userId: UserId,
  family: string,
  limit: number,
): Promise<number[]> {
  const rows = await q
    .select({ takenMs: t.reviews.takenMs })
    .from(t.reviews)
    .where(
      and(
        eq(t.reviews.userId, userId),
        eq(t.reviews.family, family),
        eq(t.reviews.kind, "review"),
        eq(t.reviews.verdict, "right"),
        isNull(t.reviews.undoneAt),
      ),
    )
    .orderBy(desc(t.reviews.seq))
    .limit(limit);
  return rows.map((row) => row.takenMs);
}
