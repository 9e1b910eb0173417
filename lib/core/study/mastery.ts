/** Sums up what a learner remembers of a concept from the memories of its cards. */
import { recallChance } from "../schedule/grade-card";
import type { Memory } from "../schedule/memory";
import type { Calendar } from "../study-day";

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

export function sumUpMastery(memories: readonly CardMemory[], now: number, calendar: Calendar): Mastery {
  const seen = memories.flatMap((memory) => (memory && memory.phase !== "new" ? [memory] : []));
  const sum = seen.reduce((total, memory) => total + recallChance(memory, now, calendar), 0);
  const waiting = seen.filter(({ suspendedAt }) => suspendedAt === null).map(({ dueAt }) => dueAt);
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
