import type { CardStateName } from "@/lib/core/study/search-cards";

/** The name of each state among the words of the cards. */
export const stateWord = {
  new: "stateNew",
  learning: "stateLearning",
  review: "stateReview",
  suspended: "stateSuspended",
} as const satisfies Record<CardStateName, string>;
