/**
 * A made-up learner: how well they remember, how often they sit down, how long they take. The numbers are chosen to
 * look like a class, not measured in one.
 */
import type { Rng } from "../rng";
import { type Scheduling, usualScheduling } from "../schedule/scheduling";

export interface Learner {
  /** The memory they really have. The scheduler believes in the usual one and does not know it. */
  memory: Scheduling;
  /** Log-odds that they bring along: above 0 things come easily. */
  ability: number;
  /** Chance to study on a usual weekday. */
  diligence: number;
  /** New cards on a study day in the first week and in the last. */
  newCards: [first: number, last: number];
  /** After about so many answers they stop for the day: more towards the end of the term. */
  answersADay: number;
  /** When they sit down, in minutes after the study day began. */
  startMinute: number;
  /** Usual seconds for a note card. */
  seconds: number;
}

/** A normal draw with mean 0 and deviation 1 (Box and Muller 1958). */
export const normal = (rng: Rng): number =>
  Math.sqrt(-2 * Math.log(1 - rng.real())) * Math.cos(2 * Math.PI * rng.real());

export const within = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), most);

/** The decay of forgetting, weight 20, stays in the range that the model is fitted in. */
const leastDecay = 0.1;
const mostDecay = 0.8;

export function drawLearner(rng: Rng): Learner {
  const ability = normal(rng) * 0.6;
  const weights = usualScheduling.weights.map((weight, at) => {
    // The first four are stabilities after the first grade: who learns easily keeps longer.
    const spread = at < 4 ? ability * 0.5 + normal(rng) * 0.25 : normal(rng) * 0.08;
    return weight * Math.exp(spread);
  });
  weights[20] = within(weights[20] ?? leastDecay, leastDecay, mostDecay);
  const pace = within(1 + normal(rng) * 0.25, 0.5, 1.6);
  return {
    memory: { ...usualScheduling, weights },
    ability,
    diligence: within(0.62 + normal(rng) * 0.16, 0.25, 0.95),
    newCards: [Math.round(1.5 * pace), Math.round(4.5 * pace)],
    answersADay: Math.round(within(20 + normal(rng) * 6, 8, 40)),
    startMinute: Math.round(within(840 + normal(rng) * 160, 240, 1_080)),
    seconds: within(9 * Math.exp(normal(rng) * 0.3), 4, 25),
  };
}
