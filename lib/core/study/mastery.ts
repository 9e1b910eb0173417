/** Sums up what a learner remembers of a concept from the memories of its cards. */
import type { Memory } from "../schedule/memory";

export interface Mastery {
  /** Mean recall chance over all cards, 0 to 1; a card never graded counts as 0. */
  mastery: number;
  /** Mean recall chance over the cards seen, 0 to 1; null before the first. */
  recall: number | null;
  cards: number;
  seen: number;
  /** When the first card seen comes back, epoch milliseconds; null if none does. */
  nextAt: number | null;
}

/** A card as its learner knows it; undefined when never met. */
export type CardMemory = (Memory & { suspendedAt: number | null }) | undefined;

/** `recallOf`: the chance of recalling a card met before, with its place in the list. */
export function sumUpMastery(
  memories: readonly CardMemory[],
  recallOf: (memory: Memory, place: number) => number,
): Mastery {
  const seen = memories.flatMap((memory, place) =>
    memory && memory.phase !== "new" ? [{ memory, place }] : [],
  );
  const sum = seen.reduce((total, { memory, place }) => total + recallOf(memory, place), 0);
  const waiting = seen.flatMap(({ memory: { suspendedAt, dueAt } }) => (suspendedAt === null ? dueAt : []));
  return {
    mastery: memories.length === 0 ? 0 : sum / memories.length,
    recall: seen.length === 0 ? null : sum / seen.length,
    cards: memories.length,
    seen: seen.length,
    nextAt: waiting.length === 0 ? null : Math.min(...waiting),
  };
}

/** As it is shown: whole percents. */
export const percentOf = (share: number): number => Math.round(share * 100);

/** Below half, and only once something was seen: what was never met is not weak. */
export const isWeak = ({ mastery, seen }: Pick<Mastery, "mastery" | "seen">): boolean =>
  seen > 0 && percentOf(mastery) < 50;
