import { and, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { CourseId, FitId, UserId } from "@/lib/core/ids";
import type { FitRow } from "@/lib/core/schedule/fit-items";
import type { Grade, Phase } from "@/lib/core/schedule/memory";
import type { WeightsKind } from "@/lib/core/study/study-rules";
import { isOfPresentMemory } from "./marks";
import type { Db } from "./store";

export type Fit = Db["t"]["fits"]["$inferSelect"];

/** A learner's log of note cards or of computed ones since each was last made new again, as a fit reads it. */
export async function fitRows(db: Db, userId: UserId, kind: WeightsKind): Promise<FitRow[]> {
  const { q, t } = db;
  const { reviews, cards } = t;
  return q
    .select({
      cardId: reviews.cardId,
      seq: reviews.seq,
      at: reviews.at,
      studyDay: reviews.studyDay,
      grade: reviews.grade,
      kind: reviews.kind,
      phase: reviews.phase,
      undoneAt: reviews.undoneAt,
    })
    .from(reviews)
    .innerJoin(cards, eq(cards.id, reviews.cardId))
    .where(
      and(
        eq(reviews.userId, userId),
        isOfPresentMemory(db),
        kind === "notes" ? isNull(cards.family) : isNotNull(cards.family),
      ),
    );
}

/** How many reviews of each kind `fitItems` would find, counted where they lie: days after the first, card by card. */
export async function countFitItems(db: Db, userId: UserId): Promise<Record<WeightsKind, number>> {
  const { q, t } = db;
  const { reviews, cards } = t;
  const byCard = q
    .select({
      isNote: sql<number>`${cards.family} is null`.as("is_note"),
      later: sql<number>`count(distinct ${reviews.studyDay}) - 1`.as("later"),
    })
    .from(reviews)
    .innerJoin(cards, eq(cards.id, reviews.cardId))
    .where(
      and(
        eq(reviews.userId, userId),
        eq(reviews.kind, "review"),
        isNull(reviews.undoneAt),
        isOfPresentMemory(db),
      ),
    )
    .groupBy(reviews.cardId)
    // Known from its beginning.
    .having(sql`sum(${reviews.phase} = 'new') > 0`)
    .as("by_card");
  const rows = await q
    .select({ isNote: byCard.isNote, items: sql<number>`sum(${byCard.later})` })
    .from(byCard)
    .groupBy(sql`${byCard.isNote}`);
  const of = (isNote: boolean) => rows.find((row) => (row.isNote === 1) === isNote)?.items ?? 0;
  return { notes: of(true), skills: of(false) };
}

/** A learner's fits, newest first. */
export async function fitsOf({ q, t }: Db, userId: UserId): Promise<Fit[]> {
  return q.select().from(t.fits).where(eq(t.fits.userId, userId)).orderBy(desc(t.fits.at));
}

export async function addFit({ q, t }: Db, fit: Fit): Promise<void> {
  await q.insert(t.fits).values(fit);
}

export async function markFitUndone({ q, t }: Db, id: FitId, now: number): Promise<void> {
  await q.update(t.fits).set({ undoneAt: now }).where(eq(t.fits.id, id));
}

/** How often a learner gave each grade in each phase of the cards of each course. */
export async function gradeCounts(
  { q, t }: Db,
  userId: UserId,
): Promise<{ courseId: CourseId; phase: Phase; grade: Grade; count: number }[]> {
  const { reviews, cards } = t;
  return q
    .select({
      courseId: cards.courseId,
      phase: reviews.phase,
      grade: reviews.grade,
      count: sql<number>`count(*)`,
    })
    .from(reviews)
    .innerJoin(cards, eq(cards.id, reviews.cardId))
    .where(and(eq(reviews.userId, userId), eq(reviews.kind, "review"), isNull(reviews.undoneAt)))
    .groupBy(cards.courseId, reviews.phase, reviews.grade);
}
