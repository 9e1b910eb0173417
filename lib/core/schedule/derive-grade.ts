/** Decides the grade of a checked answer (learning-model.md): nobody rates themselves on a computed question. */
import type { Verdict } from "../questions/family";
import type { Grade } from "./memory";

/** Fewer right answers than this say nothing about a learner's own speed. */
const fewestTimes = 5;

/** The 20th percentile (nearest rank) of a learner's times in milliseconds, or null when there are too few. */
export function percentile20(takenMs: readonly number[]): number | null {
  if (takenMs.length < fewestTimes) return null;
  const sorted = [...takenMs].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.2) - 1] ?? null;
}

/**
 * Wrong is Again; right is Good, or Easy when faster than the learner's own `fastMs` for this family. With a hint opened
 * right is Hard: a hint only ever lowers.
 */
export function gradeFromVerdict(answer: {
  verdict: Exclude<Verdict, "unreadable">;
  takenMs: number;
  fastMs: number | null;
  isHinted?: boolean;
}): Grade {
  if (answer.verdict === "wrong") return "again";
  if (answer.isHinted) return "hard";
  return answer.fastMs !== null && answer.takenMs < answer.fastMs ? "easy" : "good";
}
