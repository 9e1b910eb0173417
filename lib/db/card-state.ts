import type { Memory } from "@/lib/core/schedule/memory";

/** One learner's row about one card: the memory, and what the row itself needs. */
export interface CardState extends Memory {
  /** Raised by every change; a write names the one it saw. */
  revision: number;
  /** Slip that the next variant of a computed card must tell apart, if any. */
  separating: string | null;
  /** Set while the learner keeps the card out of every queue. */
  suspendedAt: number | null;
}
