import { and, count, eq, getTableColumns, gt, inArray, isNull, lt, lte, ne, sql } from "drizzle-orm";
import type { CardId, UserId } from "@/lib/core/ids";
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
  lastDay: memories.lastDay,
  revision: memories.revision,
  separating: memories.separating,
  suspendedAt: memories.suspendedAt,
  buriedUntil: memories.buriedUntil,
  flaggedAt: memories.flaggedAt,
  sinceSeq: memories.sinceSeq,
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

/** The states of these cards, by card; a card never touched has none. */
export async function statesOf(
  { q, t }: Db,
  userId: UserId,
  cardIds: readonly CardId[],
): Promise<Map<CardId, DueRow>> {
  const rows = await q
    .select({ cardId: t.memories.cardId, ...stateColumns(t) })
    .from(t.memories)
    .where(and(eq(t.memories.userId, userId), inArray(t.memories.cardId, [...cardIds])));
  return new Map(rows.map((row) => [row.cardId, row]));
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

/** How many cards of a learner's courses come back on each study day until `until`; day null is in the learning steps. */
export async function countByDay(
  { q, t }: Db,
  userId: UserId,
  until: number,
): Promise<{ day: StudyDay | null; cards: number }[]> {
  return q
    .select({ day: t.memories.dueDay, cards: count() })
    .from(t.memories)
    .innerJoin(t.cards, eq(t.cards.id, t.memories.cardId))
    .innerJoin(
      t.enrolments,
      and(eq(t.enrolments.userId, userId), eq(t.enrolments.courseId, t.cards.courseId)),
    )
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
 * What a learner's coming days held when the study day `today` began: cards in review by the day on which they come back,
 * from tomorrow to `until`. Cards graded today are left out wherever they went, so that nothing graded in a day changes
 * what the day goes by; suspended ones are left out, those of retired cards are not.
 */
export async function daysAhead(
  db: Db,
  userId: UserId,
  { today, until }: { today: StudyDay; until: StudyDay },
): Promise<{ day: StudyDay; cards: number }[]> {
  const query = prepared(db, "daysAhead", () => daysAheadQuery(db).prepare());
  return (await query.execute({ userId, today, until })) as { day: StudyDay; cards: number }[];
}

/** The query behind `daysAhead`, for whoever wants to see its plan. */
export function daysAheadQuery({ q, t }: Db) {
  const { memories } = t;
  return q
    .select({ day: memories.dueDay, cards: count() })
    .from(memories)
    .where(
      and(
        eq(memories.userId, sql.placeholder("userId")),
        eq(memories.phase, "review"),
        gt(memories.dueDay, sql.placeholder("today")),
        lte(memories.dueDay, sql.placeholder("until")),
        lt(memories.lastDay, sql.placeholder("today")),
        isNull(memories.suspendedAt),
      ),
    )
    .groupBy(memories.dueDay);
}

/** The study days on which these cards come back, by card; those graded today are left out as in `daysAhead`. */
export async function dueDaysOf(
  { q, t }: Db,
  userId: UserId,
  cardIds: readonly CardId[],
  today: StudyDay,
): Promise<Map<CardId, StudyDay>> {
  if (cardIds.length === 0) return new Map();
  const rows = await q
    .select({ cardId: t.memories.cardId, day: t.memories.dueDay })
    .from(t.memories)
    .where(
      and(
        eq(t.memories.userId, userId),
        inArray(t.memories.cardId, [...cardIds]),
        lt(t.memories.lastDay, today),
      ),
    );
  return new Map(rows.flatMap(({ cardId, day }) => (day === null ? [] : [[cardId, day] as const])));
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

/** Flags a card or takes the flag off. What it asks stays the same, so its revision does too. */
export async function setFlag(
  { q, t }: Db,
  row: { userId: UserId; cardId: CardId },
  flaggedAt: number | null,
  fresh: CardState,
): Promise<void> {
  await q
    .insert(t.memories)
    .values({ ...row, ...fresh, flaggedAt })
    .onConflictDoUpdate({ target: [t.memories.userId, t.memories.cardId], set: { flaggedAt } });
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
