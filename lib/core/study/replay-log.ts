/** Decides again what each review of one card promised, after one was added to or taken out of the middle of its log. */
import { previewGrades, type Sight } from "../schedule/grade-card";
import type { Grade, Interval, Memory, Phase } from "../schedule/memory";
import type { StudyDay } from "../study-day";

export interface Replayed {
  phase: Phase;
  before: Memory;
  after: Memory;
  interval: Interval;
}

/** One outcome for each review, oldest first; each keeps the study day that it was counted on. */
export function replayLog(
  log: readonly { grade: Grade; at: number; studyDay: StudyDay }[],
  start: Memory,
  sight: Pick<Sight, "calendar" | "cardId" | "scheduling">,
): Replayed[] {
  const outcomes: Replayed[] = [];
  let memory = start;
  for (const { grade, at, studyDay } of log) {
    const { preview, next } = previewGrades({ ...sight, memory, now: at, today: studyDay });
    const after = next[grade];
    outcomes.push({ phase: memory.phase, before: memory, after, interval: preview[grade] });
    memory = after;
  }
  return outcomes;
}
