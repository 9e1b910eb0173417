/** Decides again what each review of one card promised, after one was added to, changed in or taken out of its log. */
import { newMemory, previewGrades, type Sight } from "../schedule/grade-card";
import type { Grade, Interval, Memory, Phase } from "../schedule/memory";
import { isLeech, usualScheduling } from "../schedule/scheduling";
import type { StudyDay } from "../study-day";
import { isSamePlace } from "./rebuild-memory";

interface Given {
  grade: Grade;
  at: number;
  studyDay: StudyDay;
}

/** What a review met and promised when it was decided. */
interface Promised {
  before: Memory | null;
  after: Memory;
  unit: Interval["unit"];
  amount: number;
}

interface Replayed<Row> {
  row: Row;
  phase: Phase;
  before: Memory;
  after: Memory;
  interval: Pick<Interval, "unit" | "amount">;
  /** This lapse makes the card a leech. */
  isLeech: boolean;
}

/**
 * One outcome for each review, oldest first; each keeps the study day that it was counted on. A review put `back` keeps
 * what it promised if the card stands where it stood then.
 */
export function replayLog<Row extends Given>(
  log: readonly Row[],
  start: Memory,
  sight: Pick<Sight, "calendar" | "cardId" | "scheduling" | "loads">,
  back?: Row & Promised,
): Replayed<Row>[] {
  const outcomes: Replayed<Row>[] = [];
  const { leechAt } = sight.scheduling ?? usualScheduling;
  let memory = start;
  for (const row of log) {
    const { grade, at, studyDay } = row;
    const { preview, next } = previewGrades({ ...sight, memory, now: at, today: studyDay });
    const kept = row === back && isSamePlace(memory, back.before ?? newMemory()) ? back : null;
    const { phase, step, dueAt, dueDay } = kept ? kept.after : next[grade];
    const after = { ...next[grade], phase, step, dueAt, dueDay };
    const { unit, amount } = kept ?? preview[grade];
    outcomes.push({
      row,
      phase: memory.phase,
      before: memory,
      after,
      interval: { unit, amount },
      isLeech: isNewLeech(memory, after, leechAt),
    });
    memory = after;
  }
  return outcomes;
}

/** Whether a review was the lapse that makes a card a leech, once more or for the first time. */
export const isNewLeech = (before: Memory, after: Memory, leechAt: number): boolean =>
  after.lapses > before.lapses && isLeech(after.lapses, leechAt);
