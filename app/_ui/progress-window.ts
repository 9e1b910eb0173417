/** Which cells a progress row shows: all of them up to 24, then a window that keeps "you are here" in sight. */
import type { Grade } from "@/lib/core/schedule/memory";

/** d = passed, f = again, n = now, t = to come. The letters are the class names of the cells. */
export type CellState = "d" | "f" | "n" | "t";
export interface ProgressCell {
  /** From 0, among all cards of today. */
  position: number;
  state: CellState;
}

export const mostCells = 24;
const cellsBehind = 8;

/** `done` holds the last grades, oldest first; it may be shorter than `doneCount`. */
export function progressWindow(today: {
  done: readonly Grade[];
  doneCount: number;
  remaining: number;
}): ProgressCell[] {
  const total = today.doneCount + today.remaining;
  const from = Math.max(0, Math.min(today.doneCount - cellsBehind, total - mostCells));
  const forgotten = today.doneCount - today.done.length;
  const stateAt = (position: number): CellState => {
    if (position === today.doneCount) return "n";
    if (position > today.doneCount) return "t";
    return today.done[position - forgotten] === "again" ? "f" : "d";
  };
  return Array.from({ length: Math.min(mostCells, total) }, (_, index) => ({
    position: from + index,
    state: stateAt(from + index),
  }));
}
