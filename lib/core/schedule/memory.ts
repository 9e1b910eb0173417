/** What is remembered about one card of one learner. Instants are epoch milliseconds; `dueDay` counts study days. */
import type { StudyDay } from "../study-day";

export const grades = ["again", "hard", "good", "easy"] as const;
export type Grade = (typeof grades)[number];

/** `new` is a card never graded: it has no stability. */
export type Phase = "new" | "learning" | "review" | "relearning";

export interface Memory {
  phase: Phase;
  /** Days after which the recall chance is 90 %; 0 while new. */
  stability: number;
  /** 1 (easy) to 10; 0 while new. */
  difficulty: number;
  /** Position in the learning or relearning steps; 0 in review. */
  step: number;
  /** When it may be shown again. In review: the start of the study day `dueDay`. */
  dueAt: number;
  /** The day it is due on, in review or when a learning step reaches into another day; null while due by the clock. */
  dueDay: StudyDay | null;
  reps: number;
  lapses: number;
  lastReviewedAt: number | null;
  /** The study day of the last review as it was counted then, wherever the learner has moved since. */
  lastDay: StudyDay | null;
}

export interface Interval {
  dueAt: number;
  /** What the button says: seconds while learning, whole days in review. */
  unit: "seconds" | "days";
  amount: number;
}
export type Preview = Record<Grade, Interval>;
