/** Losses to train on in the labs, each with a start, and the noise that a batch puts on its gradients. */
import type { DescentProgram, Hyper, Surface } from "../compute/descent-program";
import { drawNoise } from "../compute/noise";
import { type RaceRule, raceRules } from "../compute/race-program";
import { descendOn } from "../questions/descents";

interface Ground {
  surface: Surface;
  start: number[];
  /** Rates with which each optimizer gets on here without diverging, in the order of the rules. */
  rates: readonly number[];
}

/** The bowl is 20 times as steep one way; the wells are (x² − 1)² tilted, lifted above 0; the valley is Rosenbrock's. */
export const grounds = {
  bowl: {
    surface: { name: "quadratic", curvature: [1, 20] },
    start: [4, 1],
    rates: [0.07, 0.02, 0.02, 0.5, 1, 0.05, 0.1],
  },
  wells: {
    surface: { name: "polynomial", coefficients: [1.31, 0.3, -2, 0, 1] },
    start: [1.6],
    rates: [0.05, 0.015, 0.015, 0.3, 0.5, 0.03, 0.05],
  },
  valley: {
    surface: { name: "rosenbrock" },
    start: [-1, 1],
    rates: [0.001, 0.0005, 0.0005, 0.3, 0.2, 0.005, 0.02],
  },
} as const satisfies Record<string, Ground>;
export type GroundName = keyof typeof grounds;
export const groundNames = Object.keys(grounds) as GroundName[];

export const rateOn = (ground: GroundName, rule: RaceRule): number =>
  grounds[ground].rates[raceRules.indexOf(rule)] ?? 0;

/** Standard deviations of the noise on each coordinate of a gradient, and the seeds of its draw. */
export const noiseSizes = [0, 0.1, 0.2, 0.5, 1, 2, 5];
export const seedBounds = [0, 9999] as const;

/**
 * The optimizers' numbers in the labs. Adadelta has no rate; there the rate multiplies its own step, and so large an ε
 * lets it set off at once.
 */
export const hyperOf = (rule: RaceRule): Hyper => ({
  lr: 0,
  momentum: rule === "rmsprop" ? 0 : 0.9,
  alpha: 0.9,
  rho: 0.9,
  beta1: 0.9,
  beta2: 0.999,
  eps: rule === "adadelta" ? 0.01 : 1e-8,
});

interface Training {
  ground: GroundName;
  rule: RaceRule;
  rates: number[];
  noise: number;
  seed: number;
}

/** The descent of a ground with a rate for each step. Equal seeds meet equal noise. */
export function trainingOf({ ground, rule, rates, noise, seed }: Training): DescentProgram {
  const { surface, start } = grounds[ground];
  return {
    ...descendOn(rule, hyperOf(rule), surface, [...start], rates.length),
    rates,
    ...(noise > 0 && { noise: drawNoise({ size: noise, seed }, rates.length, start.length) }),
  };
}
