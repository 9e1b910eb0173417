/** What a learner decided about a card's memory by hand, at a place of the log: written there, so that the log stays the truth. */
import type { Memory } from "../schedule/memory";
import type { StudyDay } from "../study-day";

export type Mark =
  /** The card is new again: the log up to `seq` no longer counts. */
  | { kind: "reset"; seq: number; due: null }
  /** The card is to come back on a day of the learner's choice, as long as it has no review after `seq`. */
  | { kind: "due"; seq: number; due: { at: number; day: StudyDay } };

/** The place of the log after which reviews of the card count; 0 when it was never made new again. */
export const sinceOf = (marks: readonly Mark[]): number =>
  Math.max(0, ...marks.map(({ kind, seq }) => (kind === "reset" ? seq : 0)));

/** The memory with the day that was set after its last review, if one was. */
export function withDaySet(memory: Memory, lastSeq: number, marks: readonly Mark[]): Memory {
  const due = marks
    .filter(({ kind, seq }) => kind === "due" && seq >= lastSeq)
    .reduce<Mark | null>((last, mark) => (last && last.seq > mark.seq ? last : mark), null)?.due;
  return due ? { ...memory, dueAt: due.at, dueDay: due.day } : memory;
}
