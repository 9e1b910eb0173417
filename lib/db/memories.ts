import { and, asc, count, eq, isNull, lte, sql } from "drizzle-orm";
import type { CardId, CourseId, UserId } from "@/lib/core/ids";
import type { StudyDay } from "@/lib/core/study-day";
import type { CardState } from "./card-state";
import { prepared } from "./prepared";
import type { Db } from "./store";

export interface DueRow extends CardState {
  cardId: CardId;
}

const stateColumns = ({ memories }: Db["t"]) => ({
  phase: memories.phase,
  stability: memories.stability,
  difficulty: memories.difficulty,
  step: memories.step,
  dueAt: memories.dueAt,
  dueDay: memories.dueDay,
  reps: memories.reps,
  lapses: memories.lapses,
  lastReviewedAt: memories.lastReviewedAt,
  revision: memories.revision,
  separating: memories.separating,
});

export async function findState(db: Db, userId: UserId, cardId: CardId): Promise<CardState | null> {
  const { q, t } = db;
  const query = prepared(db, "findState", () =>
    q
      .select(stateColumns(t))
      .from(t.memories)
      .where(
        and(
          eq(t.memories.userId, sql.placeholder("userId")),
          eq(t.memories.cardId, sql.placeholder("cardId")),
        ),
      )
      .prepare(),
  );
  const [row] = await query.execute({ userId, cardId });
  return row ?? null;
}

/** The states of one learner due at `until` or before, the longest due first. */
export async function dueStates(db: Db, userId: UserId, until: number): Promise<DueRow[]> {
  return prepared(db, "dueStates", () => dueQuery(db).prepare()).execute({ userId, until });
}

/** The query behind `dueStates`, for whoever wants to see its plan. */
export function dueQuery({ q, t }: Db) {
  return q
    .select({ cardId: t.memories.cardId, ...stateColumns(t) })
    .from(t.memories)
    .where(
      and(eq(t.memories.userId, sql.placeholder("userId")), lte(t.memories.dueAt, sql.placeholder("until"))),
    )
    .orderBy(asc(t.memories.dueAt));
}

/** The first cards of a course that a learner has never been graded on, in the order of the course. */
export async function unseenCards(
  db: Db,
  userId: UserId,
  courseId: CourseId,
  limit: number,
): Promise<CardId[]> {
  const { q, t } = db;
  const query = prepared(db, "unseenCards", () =>
    q
      .select({ id: t.cards.id })
      .from(t.cards)
      .leftJoin(
        t.memories,
        and(eq(t.memories.cardId, t.cards.id), eq(t.memories.userId, sql.placeholder("userId"))),
      )
      .where(
        and(
          eq(t.cards.courseId, sql.placeholder("courseId")),
          isNull(t.cards.retiredAt),
          isNull(t.memories.cardId),
        ),
      )
      .orderBy(asc(t.cards.position))
      .limit(sql.placeholder("limit"))
      .prepare(),
  );
  const rows = await query.execute({ userId, courseId, limit });
  return rows.map((row) => row.id);
}

/** How many cards of a learner come back on each study day until `until`; day null is in the learning steps. */
export async function countByDay(
  { q, t }: Db,
  userId: UserId,
  until: number,
): Promise<{ day: StudyDay | null; cards: number }[]> {
  return q
    .select({ day: t.memories.dueDay, cards: count() })
    .from(t.memories)
    .innerJoin(t.cards, eq(t.cards.id, t.memories.cardId))
    .where(and(eq(t.memories.userId, userId), lte(t.memories.dueAt, until), isNull(t.cards.retiredAt)))
    .groupBy(t.memories.dueDay);
}

/**
 * Puts a state in place of the one seen at `revision` (null: there was none). False when somebody was faster, and
 * then nothing is written.
 */
export async function replaceState(
  { q, t }: Db,
  row: { userId: UserId; cardId: CardId },
  revision: number | null,
  next: CardState | null,
): Promise<boolean> {
  const seen = and(
    eq(t.memories.userId, row.userId),
    eq(t.memories.cardId, row.cardId),
    revision === null ? undefined : eq(t.memories.revision, revision),
  );
  const changed = { id: t.memories.cardId };
  if (next === null) return (await q.delete(t.memories).where(seen).returning(changed)).length > 0;
  const written =
    revision === null
      ? q
          .insert(t.memories)
          .values({ ...row, ...next })
          .onConflictDoNothing()
          .returning(changed)
      : q.update(t.memories).set(next).where(seen).returning(changed);
  return (await written).length > 0;
}
