import type { Memory } from "@/lib/core/schedule/memory";
import type { StudyDay } from "@/lib/core/study-day";

/** One learner's row about one card: the memory, and what the row itself needs. */
export interface CardState extends Memory {
  /** Raised by every change; a write names the one it saw. */
  revision: number;
  /** Slip that the next variant of a computed card must tell apart, if any. */
  separating: string | null;
  /** Set while the learner keeps the card out of every queue. */
  suspendedAt: number | null;
  /** Set aside by the learner until this study day begins. */
  buriedUntil: StudyDay | null;
  flaggedAt: number | null;
  /** Reviews up to this place of the log no longer count: the card was made new again. */
  sinceSeq: number;
}

/** What a learner set by hand: undoing, replaying or grading leaves it as it is. */
export const keptByHand = ({ suspendedAt, buriedUntil, flaggedAt, sinceSeq }: CardState) => ({
  suspendedAt,
  buriedUntil,
  flaggedAt,
  sinceSeq,
});
