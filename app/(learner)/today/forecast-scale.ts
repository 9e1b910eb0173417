import { roundStep } from "@/lib/core/study/round-step";

/** How many cards one block of the forecast stands for. */
const mostBlocks = 20;

/** The smallest of 1, 2, 5, 10, 20, 50 … with which the fullest day still fits. */
export const cardsPerBlock = (cards: readonly number[]): number =>
  roundStep(Math.max(0, ...cards), mostBlocks);
