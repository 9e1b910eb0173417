/** What a learner decided about a card's memory by hand, at a place of the log: written there, so that the log stays the truth. */
import type { Memory } from "../schedule/memory";
import type { StudyDay } from "../study-day";

export type Mark =
  /** The card is new again since `at`: what was reviewed before, or stands in the log up to `seq`, no longer counts. */
  | { kind: "reset"; seq: number; at: number; due: null }
  /** The card is to come back on a day of the learner's choice, as long as it has no review after `seq`. */
  | { kind: "due"; seq: number; due: { at: number; day: StudyDay } };

/** The place of the log at which the card was last made new again; 0 when it never was. */
export const sinceOf = (marks: readonly Mark[]): number =>
  Math.max(0, ...marks.map(({ kind, seq }) => (kind === "reset" ? seq : 0)));

/**
 * How often the card was made new again after a review, one that arrives later included. Reviews of the same number are
 * one fold; the memory is that of those with 0.
 */
export const resetsAfter = (review: { seq: number; at: number }, marks: readonly Mark[]): number =>
  marks.filter((mark) => mark.kind === "reset" && (mark.seq >= review.seq || mark.at > review.at)).length;

/** The memory with the day that was set after its last review, if one was. */
export function withDaySet(memory: Memory, lastSeq: number, marks: readonly Mark[]): Memory {
  const due = marks
    .filter(({ kind, seq }) => kind === "due" && seq >= lastSeq)
    .reduce<Mark | null>((last, mark) => (last && last.seq > mark.seq ? last : mark), null)?.due;
  return due ? { ...memory, dueAt: due.at, dueDay: due.day } : memory;
}
