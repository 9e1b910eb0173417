/** How a learner grades and how long an answer takes, from what is known and from what is assumed until then. */
import type { Grade, Phase } from "../schedule/memory";

export interface Habits {
  /** Shares of the first grades of new cards. */
  first: Record<Grade, number>;
  /** Shares of the grades of cards that were recalled. */
  recalled: Record<Exclude<Grade, "again">, number>;
  /** For one answer. */
  seconds: number;
}

/** Assumed of everybody, and outweighed by a learner's own grades. */
const assumed = {
  first: { again: 0.2, hard: 0.1, good: 0.6, easy: 0.1 },
  recalled: { hard: 0.1, good: 0.8, easy: 0.1 },
};
/** As many grades as the assumption counts for. */
const weight = 20;

export function habitsFrom(
  counts: readonly { phase: Phase; grade: Grade; count: number }[],
  seconds: number,
): Habits {
  const countOf = (phase: Phase, grade: Grade): number =>
    counts.find((each) => each.phase === phase && each.grade === grade)?.count ?? 0;
  const first = (grade: Grade): number => assumed.first[grade] * weight + countOf("new", grade);
  const recalled = (grade: Exclude<Grade, "again">): number =>
    assumed.recalled[grade] * weight + countOf("review", grade);
  return {
    first: { again: first("again"), hard: first("hard"), good: first("good"), easy: first("easy") },
    recalled: { hard: recalled("hard"), good: recalled("good"), easy: recalled("easy") },
    seconds,
  };
}
