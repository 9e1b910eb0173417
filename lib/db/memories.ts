import { and, asc, count, eq, getTableColumns, isNull, lte, ne, or, sql } from "drizzle-orm";
import type { CardId, CourseId, UserId } from "@/lib/core/ids";
import type { StudyDay } from "@/lib/core/study-day";
import type { CardState } from "./card-state";
import { placeholders, prepared } from "./prepared";
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
  suspendedAt: memories.suspendedAt,
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

/** Everything that is known about one learner's cards, those of retired cards included. */
export async function allStates(db: Db, userId: UserId): Promise<DueRow[]> {
  const { q, t } = db;
  const query = prepared(db, "allStates", () =>
    q
      .select({ cardId: t.memories.cardId, ...stateColumns(t) })
      .from(t.memories)
      .where(eq(t.memories.userId, sql.placeholder("userId")))
      .prepare(),
  );
  return query.execute({ userId });
}

/** The states of one learner due at `until` or before, the longest due first; those of cards that an undo made new again come along. */
export async function dueStates(db: Db, userId: UserId, until: number): Promise<DueRow[]> {
  return prepared(db, "dueStates", () => dueQuery(db).prepare()).execute({ userId, until });
}

/** The query behind `dueStates`, for whoever wants to see its plan. */
export function dueQuery({ q, t }: Db) {
  return q
    .select({ cardId: t.memories.cardId, ...stateColumns(t) })
    .from(t.memories)
    .where(
      and(
        eq(t.memories.userId, sql.placeholder("userId")),
        lte(t.memories.dueAt, sql.placeholder("until")),
        isNull(t.memories.suspendedAt),
      ),
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
          or(isNull(t.memories.cardId), and(eq(t.memories.phase, "new"), isNull(t.memories.suspendedAt))),
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
    .where(
      and(
        eq(t.memories.userId, userId),
        lte(t.memories.dueAt, until),
        ne(t.memories.phase, "new"),
        isNull(t.memories.suspendedAt),
        isNull(t.cards.retiredAt),
      ),
    )
    .groupBy(t.memories.dueDay);
}

/**
 * Puts a state in place of the one seen at `revision` (null: there was none). False when somebody was faster, and
 * then nothing is written.
 */
export async function replaceState(
  db: Db,
  row: { userId: UserId; cardId: CardId },
  revision: number | null,
  next: CardState,
): Promise<boolean> {
  const query = revision === null ? insertQuery(db) : updateQuery(db);
  return (await query.execute({ ...row, ...next, seen: revision })).length > 0;
}

const insertQuery = (db: Db) =>
  prepared(db, "replaceState: insert", () => {
    const { memories } = db.t;
    return db.q
      .insert(memories)
      .values(placeholders(getTableColumns(memories)))
      .onConflictDoNothing()
      .returning({ id: memories.cardId })
      .prepare();
  });

const updateQuery = (db: Db) =>
  prepared(db, "replaceState: update", () => {
    const { memories } = db.t;
    const slot = (name: string) => sql`${sql.placeholder(name)}`;
    const columns = Object.keys(stateColumns(db.t)) as (keyof CardState)[];
    return db.q
      .update(memories)
      .set(Object.fromEntries(columns.map((name) => [name, slot(name)])))
      .where(
        and(
          eq(memories.userId, sql.placeholder("userId")),
          eq(memories.cardId, sql.placeholder("cardId")),
          eq(memories.revision, sql.placeholder("seen")),
        ),
      )
      .returning({ id: memories.cardId })
      .prepare();
  });
