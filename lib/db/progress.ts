import { and, asc, count, eq, exists, gt, isNotNull, isNull, ne, type SQL, sql, sum } from "drizzle-orm";
import type { CardId, UserId } from "@/lib/core/ids";
import type { LoggedDay } from "@/lib/core/study/progress/heat-map";
import type { StudyDay } from "@/lib/core/study-day";
import type { Db } from "./store";
import { numberIn } from "./tables/number-in";

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

/** A review of a card in review that had not been seen on that day: the memory before it promised a recall chance. */
export interface PromisedReview {
  studyDay: StudyDay;
  /** The study day of the review before it, and what that had left. */
  lastDay: StudyDay;
  stability: number;
  isRecalled: boolean;
  /** A computed question, not a note card. */
  isComputed: boolean;
}

/** What a learner's memories promised and what came of it, day by day. */
export async function promisedReviews(db: Db, userId: UserId): Promise<PromisedReview[]> {
  const days = await promisedQuery(db, userId);
  return days.flatMap(({ studyDay, ...lists }) => {
    const [lastDays, stabilities, recalled, computed] = [
      JSON.parse(lists.lastDays) as StudyDay[],
      JSON.parse(lists.stabilities) as number[],
      JSON.parse(lists.recalled) as number[],
      JSON.parse(lists.computed) as number[],
    ];
    return lastDays.map((lastDay, at) => ({
      studyDay,
      lastDay,
      stability: stabilities[at] ?? 0,
      isRecalled: recalled[at] === 1,
      isComputed: computed[at] === 1,
    }));
  });
}

/** The query behind `promisedReviews`: a row a day with a list a column, since rows are what costs. */
export function promisedQuery({ q, t }: Db, userId: UserId) {
  const { reviews } = t;
  const lastDay = numberIn(reviews.before, "lastDay");
  const list = (value: SQL) => sql<string>`json_group_array(${value})`;
  return q
    .select({
      studyDay: reviews.studyDay,
      lastDays: list(lastDay),
      stabilities: list(numberIn(reviews.before, "stability")),
      recalled: list(sql`${reviews.grade} <> 'again'`),
      computed: list(sql`${reviews.family} is not null`),
    })
    .from(reviews)
    .where(and(counted(t, userId), eq(reviews.phase, "review"), gt(reviews.studyDay, lastDay)))
    .groupBy(reviews.studyDay)
    .orderBy(asc(reviews.studyDay));
}

/** Cards that a lapse made leeches and set aside for it, and that still are. */
export async function suspendedLeeches({ q, t }: Db, userId: UserId): Promise<CardId[]> {
  const { reviews, memories } = t;
  const lapse = q
    .select({ seq: reviews.seq })
    .from(reviews)
    .where(and(counted(t, userId), eq(reviews.cardId, memories.cardId), eq(reviews.leech, "suspend")));
  const rows = await q
    .select({ cardId: memories.cardId })
    .from(memories)
    .where(and(eq(memories.userId, userId), isNotNull(memories.suspendedAt), exists(lapse)))
    .orderBy(asc(memories.cardId));
  return rows.map(({ cardId }) => cardId);
}
