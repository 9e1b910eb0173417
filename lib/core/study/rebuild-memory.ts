/**
 * What a card's log says about its memory. Stability, difficulty and counts are folded from the grades; when the card
 * comes back is what its last review promised, so that weights or steps changed since move nothing.
 */
import { newMemory } from "../schedule/grade-card";
import type { Grade, Memory, Phase } from "../schedule/memory";
import type { Scheduling } from "../schedule/scheduling";
import { foldTrace } from "../schedule/trace";
import type { StudyDay } from "../study-day";
import { type Mark, resetsAfter, withDaySet } from "./mark";

/** One review of the log with the phase that it met. */
export interface LogRow {
  seq: number;
  at: number;
  studyDay: StudyDay;
  grade: Grade;
  phase: Phase;
}

/** When a card comes back, as its last review said. */
export type Promised = Pick<Memory, "phase" | "step" | "dueAt" | "dueDay">;

/**
 * `all`: the reviews of one card that were not taken back, oldest first, and what was decided by hand; `promised`: what
 * the last of them said.
 */
export function rebuildMemory(
  all: readonly LogRow[],
  promised: Promised | undefined,
  scheduling: Scheduling,
  marks: readonly Mark[] = [],
): Memory {
  const log = all.filter((row) => resetsAfter(row, marks) === 0);
  const last = log.at(-1);
  const trace = foldTrace(log, scheduling);
  if (!last || !trace || !promised) return newMemory();
  const { phase, step, dueAt, dueDay } = promised;
  const memory = {
    ...trace,
    phase,
    step,
    dueAt,
    dueDay,
    reps: log.length,
    lapses: log.filter((row) => row.grade === "again" && row.phase === "review").length,
    lastReviewedAt: last.at,
    lastDay: last.studyDay,
  };
  return withDaySet(memory, last.seq, marks);
}

const fields = Object.keys(newMemory()) as (keyof Memory)[];

/** Whether two memories are the same to the last bit. */
export const isSameMemory = (one: Memory, other: Memory): boolean =>
  fields.every((field) => Object.is(one[field], other[field]));

/** Whether two memories stand at the same place, though other weights may say otherwise what is left in them. */
export const isSamePlace = (one: Memory, other: Memory): boolean =>
  isSameMemory(one, { ...other, stability: one.stability, difficulty: one.difficulty });
