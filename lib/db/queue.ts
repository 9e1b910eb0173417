/** What the queue reads. Each question about a learner's memories is answered by the index `memories_queue` alone. */
import { and, asc, count, desc, eq, inArray, isNull, lte, or, sql } from "drizzle-orm";
import type { CardId, CourseId, UserId } from "@/lib/core/ids";
import type { QueueMemory } from "@/lib/core/study/queue";
import type { StudyDay } from "@/lib/core/study-day";
import { prepared } from "./prepared";
import type { Db } from "./store";

/** Of a card in the learning steps or in review: what its place in the queue depends on. */
export interface QueueRow extends QueueMemory {
  cardId: CardId;
  buriedUntil: StudyDay | null;
}

const queueColumns = ({ memories }: Db["t"]) => ({
  cardId: memories.cardId,
  phase: memories.phase,
  stability: memories.stability,
  difficulty: memories.difficulty,
  dueAt: memories.dueAt,
  dueDay: memories.dueDay,
  lastDay: memories.lastDay,
  buriedUntil: memories.buriedUntil,
});

/** A learner's cards in the learning steps, whenever they come back, suspended ones left out. */
export async function learningRows(db: Db, userId: UserId): Promise<QueueRow[]> {
  return prepared(db, "learningRows", () => learningQuery(db).prepare()).execute({ userId });
}

/** The query behind `learningRows`, for whoever wants to see its plan. */
export function learningQuery({ q, t }: Db) {
  const { memories } = t;
  return q
    .select(queueColumns(t))
    .from(memories)
    .where(
      and(
        eq(memories.userId, sql.placeholder("userId")),
        inArray(memories.phase, ["learning", "relearning"]),
        isNull(memories.suspendedAt),
      ),
    );
}

/**
 * A learner's cards in review that are due on a study day or before, the longest due first, suspended ones left out. Of
 * many only those of the first days are read: all of a day or none, and more than `atLeast` in all. When no more than
 * `atLeast` come, they are all there are.
 */
export async function dueRows(
  db: Db,
  userId: UserId,
  { today, atLeast }: { today: StudyDay; atLeast: number },
): Promise<QueueRow[]> {
  return prepared(db, "dueRows", () => dueQuery(db).prepare()).execute({ userId, today, atLeast });
}

/** The query behind `dueRows`, for whoever wants to see its plan. */
export function dueQuery({ q, t }: Db) {
  const { memories } = t;
  const until = (day: ReturnType<typeof sql>) =>
    and(
      eq(memories.userId, sql.placeholder("userId")),
      eq(memories.phase, "review"),
      lte(memories.dueDay, day),
      isNull(memories.suspendedAt),
    );
  const today = sql`${sql.placeholder("today")}`;
  const lastDay = q
    .select({ day: memories.dueDay })
    .from(memories)
    .where(until(today))
    .orderBy(asc(memories.dueDay))
    .limit(1)
    .offset(sql.placeholder("atLeast"));
  return q
    .select(queueColumns(t))
    .from(memories)
    .where(until(sql`coalesce(${lastDay}, ${today})`))
    .orderBy(asc(memories.dueDay));
}

/** How many cards of each of a learner's courses are in review and due on a study day or before, before any limit. */
export async function countDue(
  { q, t }: Db,
  userId: UserId,
  today: StudyDay,
): Promise<ReadonlyMap<CourseId, number>> {
  const { memories, cards, enrolments } = t;
  const rows = await q
    .select({ courseId: cards.courseId, due: count() })
    .from(memories)
    .innerJoin(cards, eq(cards.id, memories.cardId))
    .innerJoin(enrolments, and(eq(enrolments.userId, userId), eq(enrolments.courseId, cards.courseId)))
    .where(
      and(
        eq(memories.userId, userId),
        eq(memories.phase, "review"),
        lte(memories.dueDay, today),
        isNull(memories.suspendedAt),
        isNull(cards.retiredAt),
      ),
    )
    .groupBy(cards.courseId);
  return new Map(rows.map(({ courseId, due }) => [courseId, due]));
}

/** How many cards a learner has a memory of, new ones included: such a row comes with the first touch and never goes. */
export async function countTouched(db: Db, userId: UserId): Promise<number> {
  const query = prepared(db, "countTouched", () => touchedQuery(db).prepare());
  const [row] = await query.execute({ userId });
  return row?.cards ?? 0;
}

/** The query behind `countTouched`, for whoever wants to see its plan. */
export function touchedQuery({ q, t }: Db) {
  return q
    .select({ cards: count() })
    .from(t.memories)
    .where(eq(t.memories.userId, sql.placeholder("userId")));
}

/** The first cards of a course that a learner has no memory of, in the order of the course or backwards. */
export async function untouchedCards(
  db: Db,
  userId: UserId,
  courseId: CourseId,
  { limit, backwards }: { limit: number; backwards: boolean },
): Promise<CardId[]> {
  const query = prepared(db, backwards ? "untouchedCards: backwards" : "untouchedCards", () =>
    untouchedQuery(db, backwards).prepare(),
  );
  const rows = await query.execute({ userId, courseId, limit });
  return rows.map((row) => row.id);
}

/** The query behind `untouchedCards`, for whoever wants to see its plan. */
export function untouchedQuery({ q, t }: Db, backwards: boolean) {
  const { cards, memories } = t;
  return q
    .select({ id: cards.id })
    .from(cards)
    .leftJoin(memories, and(eq(memories.cardId, cards.id), eq(memories.userId, sql.placeholder("userId"))))
    .where(
      and(eq(cards.courseId, sql.placeholder("courseId")), isNull(cards.retiredAt), isNull(memories.cardId)),
    )
    .orderBy(backwards ? desc(cards.position) : asc(cards.position))
    .limit(sql.placeholder("limit"));
}

/** Cards that a learner touched and that are new all the same, those suspended or set aside beyond `today` left out. */
export async function newAgainCards(db: Db, userId: UserId, today: StudyDay): Promise<CardId[]> {
  const query = prepared(db, "newAgainCards", () => newAgainQuery(db).prepare());
  return (await query.execute({ userId, today })).map((row) => row.cardId);
}

/** The query behind `newAgainCards`, for whoever wants to see its plan. */
export function newAgainQuery({ q, t }: Db) {
  const { memories } = t;
  return q
    .select({ cardId: memories.cardId })
    .from(memories)
    .where(
      and(
        eq(memories.userId, sql.placeholder("userId")),
        eq(memories.phase, "new"),
        isNull(memories.suspendedAt),
        or(isNull(memories.buriedUntil), lte(memories.buriedUntil, sql.placeholder("today"))),
      ),
    );
}
