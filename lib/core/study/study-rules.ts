/** What a learner may set of how cards are chosen, ordered and asked again. Each has a usual value. */
import type { DayLoad } from "../schedule/load-balance";
import { type Scheduling, usualScheduling } from "../schedule/scheduling";

export const newOrders = ["position", "position-down", "random"] as const;
export type NewOrder = (typeof newOrders)[number];

export const reviewOrders = [
  "due",
  "due-course",
  "course-due",
  "recall-up",
  "recall-down",
  "overdueness",
  "interval-up",
  "interval-down",
  "difficulty-up",
  "difficulty-down",
  "added-up",
  "added-down",
  "random",
] as const;
export type ReviewOrder = (typeof reviewOrders)[number];

/** Where new cards, and learning cards that wait for a day, stand among the reviews. */
export const mixes = ["spread", "before", "after"] as const;
export type Mix = (typeof mixes)[number];

export interface StudyRules {
  /** Chance of recall at which a card is asked for again, 0.70 to 0.99. */
  retention: number;
  /** Delays in seconds. */
  learningSteps: readonly number[];
  relearningSteps: readonly number[];
  maximumDays: number;
  /** Lapses at which a card is called a leech; 0 never. */
  leechAt: number;
  leechAction: "tag" | "suspend";
  newOrder: NewOrder;
  reviewOrder: ReviewOrder;
  newMix: Mix;
  learningMix: Mix;
  /** New cards go on when the reviews of the day are used up. */
  newBeyondReviews: boolean;
  /** Whether siblings of a card met today wait until tomorrow, by what those siblings are. */
  buryNew: boolean;
  buryReviews: boolean;
  buryLearning: boolean;
  /** Days are chosen inside the fuzz range so that no day gets too much. */
  balancesLoad: boolean;
  /** By weekday, Sunday first. */
  easyDays: readonly DayLoad[];
  /** How long a session has lasted is shown in it. */
  showsTimer: boolean;
}

export const usualRules: StudyRules = {
  retention: usualScheduling.retention,
  learningSteps: usualScheduling.learningSteps,
  relearningSteps: usualScheduling.relearningSteps,
  maximumDays: usualScheduling.maximumDays,
  leechAt: usualScheduling.leechAt,
  leechAction: "tag",
  newOrder: "position",
  reviewOrder: "due",
  newMix: "spread",
  learningMix: "spread",
  newBeyondReviews: false,
  buryNew: true,
  buryReviews: true,
  buryLearning: true,
  balancesLoad: true,
  easyDays: ["normal", "normal", "normal", "normal", "normal", "normal", "normal"],
  showsTimer: false,
};

/** What one course sets apart from the learner's own rules. */
export type CourseRules = Partial<Pick<StudyRules, "retention">> & {
  newPerDay?: number;
  reviewsPerDay?: number;
};

/** Weights fitted to the learner's own log, apart for note cards and computed questions. */
export interface OwnWeights {
  notes?: readonly number[];
  skills?: readonly number[];
}

/** Cards whose weights are fitted together. */
export type WeightsKind = keyof OwnWeights;

/** The scheduler's settings for one kind of card in one course. */
export function schedulingOf(
  rules: StudyRules,
  { course, weights }: { course?: CourseRules; weights?: readonly number[] | undefined } = {},
): Scheduling {
  const { learningSteps, relearningSteps, maximumDays, leechAt } = rules;
  return {
    weights: weights ?? usualScheduling.weights,
    retention: course?.retention ?? rules.retention,
    learningSteps,
    relearningSteps,
    maximumDays,
    fuzz: true,
    leechAt,
  };
}
