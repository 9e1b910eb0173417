/** What a card has left in memory, and how a log of grades forms it: days and grades in, stability and difficulty out. */
import type { StudyDay } from "../study-day";
import type { Grade } from "./memory";
import { modelOf, type Scheduling } from "./scheduling";

export interface Trace {
  stability: number;
  difficulty: number;
}

export const rating: Record<Grade, 1 | 2 | 3 | 4> = { again: 1, hard: 2, good: 3, easy: 4 };
const shortestDays = 0.001;

/** The trace after a grade, `elapsed` study days after the last one; null is a card never graded. */
export function nextTrace(trace: Trace | null, elapsed: number, grade: Grade, scheduling: Scheduling): Trace {
  const { stability, difficulty } = modelOf(scheduling).next_state(trace, elapsed, rating[grade]);
  if (trace !== null) return { stability, difficulty };
  // The library lifts a first stability to a tenth of a day, which weights may well say less than.
  const first = Math.max(shortestDays, scheduling.weights[rating[grade] - 1] ?? stability);
  return { stability: first, difficulty };
}

/** The trace that a card's whole log leaves, oldest grade first; null for an empty one. */
export function foldTrace(
  log: readonly { grade: Grade; studyDay: StudyDay }[],
  scheduling: Scheduling,
): Trace | null {
  let trace: Trace | null = null;
  let lastDay: StudyDay | null = null;
  for (const { grade, studyDay } of log) {
    const elapsed = lastDay === null ? 0 : Math.max(0, studyDay - lastDay);
    trace = nextTrace(trace, elapsed, grade, scheduling);
    lastDay = studyDay;
  }
  return trace;
}
