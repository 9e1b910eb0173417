/** Losses to train on in the labs, each with a start, and the noise that a batch puts on its gradients. */
import type { DescentProgram, Rule, Surface } from "../compute/descent-program";
import { drawNoise } from "../compute/noise";
import { descendOn } from "../questions/descents";

interface Ground {
  surface: Surface;
  start: number[];
  /** A rate that gets on here without diverging. */
  rate: number;
}

/** The bowl is 20 times as steep one way; the wells are (x² − 1)² tilted, lifted above 0; the valley is Rosenbrock's. */
export const grounds = {
  bowl: { surface: { name: "quadratic", curvature: [1, 20] }, start: [4, 1], rate: 0.07 },
  wells: { surface: { name: "polynomial", coefficients: [1.31, 0.3, -2, 0, 1] }, start: [1.6], rate: 0.05 },
  valley: { surface: { name: "rosenbrock" }, start: [-1, 1], rate: 0.001 },
} as const satisfies Record<string, Ground>;
export type GroundName = keyof typeof grounds;
export const groundNames = Object.keys(grounds) as GroundName[];

/** Standard deviations of the noise on each coordinate of a gradient, and seeds of its draw. */
export const noiseSizes = [0, 0.1, 0.2, 0.5, 1, 2, 5];
export const noiseSeeds = [1, 2, 3, 4, 5, 6, 7, 8, 9];

const hyper = { momentum: 0.9, beta1: 0.9, beta2: 0.999, eps: 1e-8 };
interface Training {
  ground: GroundName;
  rule: Rule;
  rates: number[];
  noise: number;
  seed: number;
}

/** The descent of a ground with a rate for each step. Equal seeds meet equal noise. */
export function trainingOf({ ground, rule, rates, noise, seed }: Training): DescentProgram {
  const { surface, start } = grounds[ground];
  const descent = descendOn(rule, hyper, surface, [...start], rates.length);
  return {
    ...descent,
    rates,
    ...(noise > 0 && { noise: drawNoise({ size: noise, seed }, rates.length, start.length) }),
  };
}
