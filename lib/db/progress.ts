import { and, asc, count, eq, gt, inArray, isNotNull, isNull, min, ne, sum } from "drizzle-orm";
import type { CardId, UserId } from "@/lib/core/ids";
import type { Grade } from "@/lib/core/schedule/memory";
import type { LoggedDay } from "@/lib/core/study/progress/heat-map";
import type { StudyDay } from "@/lib/core/study-day";
import type { CardState } from "./card-state";
import type { Db } from "./store";

/** A practice and what was taken back do not count. */
const counted = ({ reviews }: Db["t"], userId: UserId) =>
  and(eq(reviews.userId, userId), eq(reviews.kind, "review"), isNull(reviews.undoneAt));

/** How much a learner did on each study day with a review, oldest first. */
export async function studiedDays({ q, t }: Db, userId: UserId): Promise<LoggedDay[]> {
  return q
    .select({ day: t.reviews.studyDay, reviews: count(), takenMs: sum(t.reviews.takenMs).mapWith(Number) })
    .from(t.reviews)
    .where(counted(t, userId))
    .groupBy(t.reviews.studyDay)
    .orderBy(asc(t.reviews.studyDay));
}

/** How many cards in review were asked after this study day, and how many of them were recalled. */
export async function recallSince(
  { q, t }: Db,
  userId: UserId,
  after: StudyDay,
): Promise<{ asked: number; recalled: number }> {
  const { reviews } = t;
  const isAsked = and(counted(t, userId), gt(reviews.studyDay, after), eq(reviews.phase, "review"));
  const [all, right] = await Promise.all([
    q.select({ reviews: count() }).from(reviews).where(isAsked),
    q
      .select({ reviews: count() })
      .from(reviews)
      .where(and(isAsked, ne(reviews.grade, "again"))),
  ]);
  return { asked: all[0]?.reviews ?? 0, recalled: right[0]?.reviews ?? 0 };
}

export interface FirstReview {
  cardId: CardId;
  studyDay: StudyDay;
  grade: Grade;
  before: CardState | null;
  /** The family of a computed question; null for a note card. */
  family: string | null;
}

/**
 * A learner's first review of each card on each study day, where the card was in review: only then a recall chance was
 * promised that the same day had not changed. In the order of the log.
 */
export async function firstReviews({ q, t }: Db, userId: UserId): Promise<FirstReview[]> {
  const { reviews } = t;
  const first = q
    .select({ seq: min(reviews.seq) })
    .from(reviews)
    .where(counted(t, userId))
    .groupBy(reviews.cardId, reviews.studyDay);
  return q
    .select({
      cardId: reviews.cardId,
      studyDay: reviews.studyDay,
      grade: reviews.grade,
      before: reviews.before,
      family: reviews.family,
    })
    .from(reviews)
    .where(and(eq(reviews.userId, userId), eq(reviews.phase, "review"), inArray(reviews.seq, first)))
    .orderBy(asc(reviews.seq));
}

/** Cards that a lapse made leeches and set aside for it, and that still are. */
export async function suspendedLeeches({ q, t }: Db, userId: UserId): Promise<CardId[]> {
  const { reviews, memories } = t;
  const rows = await q
    .selectDistinct({ cardId: reviews.cardId })
    .from(reviews)
    .innerJoin(memories, and(eq(memories.userId, userId), eq(memories.cardId, reviews.cardId)))
    .where(and(counted(t, userId), eq(reviews.leech, "suspend"), isNotNull(memories.suspendedAt)))
    .orderBy(asc(reviews.cardId));
  return rows.map(({ cardId }) => cardId);
}
