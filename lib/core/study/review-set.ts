/**
 * Decides which cards of a set are left and in which order. A set is cards that a learner chose to review outside the
 * day: kind "cram" only practises and comes back to a card by delays of its own; kind "review" counts like any review.
 * Where a card stands is read off the log rows made in the set, so that every device sees the same.
 */
import type { CardId } from "../ids";
import { createRng, seedOf } from "../rng";
import { type Grade, grades, type Interval, type Memory, type Preview } from "../schedule/memory";
import { type ArrangedQueue, learnAheadMs, notTwice } from "./queue";
import type { Counts } from "./review-card";
import type { ReviewKind } from "./review-kind";

export const mostInSet = 200;
export const setOrders = ["random", "recall"] as const;
export type SetOrder = (typeof setOrders)[number];

/** Seconds until a card practised comes back within its set, as in Anki; 0 is done with it. */
const cramDelays: Record<Grade, number> = { again: 60, hard: 600, good: 0, easy: 0 };

/** When a card practised comes back within its set; an amount of 0 says that it does not. */
export const cramInterval = (grade: Grade, now: number): Interval => ({
  dueAt: now + cramDelays[grade] * 1000,
  unit: "seconds",
  amount: cramDelays[grade],
});

export const cramPreview = (now: number): Preview =>
  Object.fromEntries(grades.map((grade) => [grade, cramInterval(grade, now)])) as Preview;

/** The cards of a new set in the order they are asked: shuffled, or the least likely to be recalled first. */
export function chooseForSet(
  cards: readonly { cardId: CardId; recall: number | null }[],
  order: SetOrder,
  id: string,
): CardId[] {
  const shuffled = createRng(seedOf(id)).shuffle(cards);
  // A card never seen has no recall chance: it comes after those that were learned once.
  if (order === "recall") shuffled.sort((a, b) => (a.recall ?? 2) - (b.recall ?? 2));
  return shuffled.slice(0, mostInSet).map(({ cardId }) => cardId);
}

export interface SetEntry {
  cardId: CardId;
  memory: Pick<Memory, "phase" | "dueAt" | "dueDay">;
  /** Its last answer in this set that was not taken back. */
  last: { grade: Grade; at: number } | null;
}

/** The cards that are left: those whose time has come, those not asked yet in the order of the set, then those a little early. */
export function arrangeSet(
  kind: ReviewKind,
  entries: readonly SetEntry[],
  { now, lastCardId }: { now: number; lastCardId: CardId | null },
): ArrangedQueue {
  const waiting = entries.filter(({ last }) => last === null);
  const returning = entries
    .flatMap((entry) => {
      const comesAt = returnOf(kind, entry);
      return comesAt === null ? [] : [{ cardId: entry.cardId, comesAt }];
    })
    .sort((a, b) => a.comesAt - b.comesAt || (a.cardId < b.cardId ? -1 : 1));
  const ready = returning.filter(({ comesAt }) => comesAt <= now);
  const early = returning.filter(({ comesAt }) => comesAt > now && comesAt <= now + learnAheadMs);
  const order = notTwice(
    [...ready, ...waiting, ...early].map(({ cardId }) => cardId),
    lastCardId,
  );
  const counts: Counts = { new: 0, learning: ready.length + early.length, review: 0 };
  for (const { memory } of waiting) counts[countOf(memory)] += 1;
  const later = returning.find(({ comesAt }) => comesAt > now + learnAheadMs);
  return {
    order,
    counts,
    nextLearningAt: order.length === 0 && later ? later.comesAt - learnAheadMs : null,
  };
}

const countOf = ({ phase }: Pick<Memory, "phase">): keyof Counts =>
  phase === "new" || phase === "review" ? phase : "learning";

/** The instant at which an answered card comes back within the set, null when the set is done with it. */
function returnOf(kind: ReviewKind, { memory, last }: SetEntry): number | null {
  if (last === null) return null;
  if (kind === "cram") return cramDelays[last.grade] === 0 ? null : cramInterval(last.grade, last.at).dueAt;
  const isStepping = memory.phase === "learning" || memory.phase === "relearning";
  return isStepping && memory.dueDay === null ? memory.dueAt : null;
}
