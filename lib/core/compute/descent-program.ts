/** A descent as data: one update rule following the gradients of a loss, or a fixed sequence of gradients. */

export const rules = [
  "sgd",
  "momentum",
  "nag",
  "nag-lookahead",
  "adagrad",
  "adadelta",
  "rmsprop",
  "adam",
] as const;
export type Rule = (typeof rules)[number];

/** Rates and decays; each rule reads its own and passes over the rest. */
export interface Hyper {
  lr: number;
  /** μ of momentum and nag; of rmsprop only where it is above 0. */
  momentum: number;
  /** α of rmsprop. */
  alpha: number;
  /** ρ of adadelta. */
  rho: number;
  beta1: number;
  beta2: number;
  eps: number;
}

/** A loss of one or more coordinates, in words of its formula. */
export type Surface =
  /** ½ Σ aᵢxᵢ². */
  | { name: "quadratic"; curvature: number[] }
  /** (1 − x)² + 100 (y − x²)². */
  | { name: "rosenbrock" }
  /** (1.5 − x + xy)² + (2.25 − x + xy²)² + (2.625 − x + xy³)². */
  | { name: "beale" }
  /** x² − y². */
  | { name: "saddle" }
  /** (x² − 1)² + y² + tilt·x: two valleys, of which the tilt makes one the deeper. */
  | { name: "double-well"; tilt: number }
  /** c₀ + c₁x + c₂x² + … of one coordinate. */
  | { name: "polynomial"; coefficients: number[] }
  /** ½ Σ (xᵢ − targetᵢ)², whose second coordinate has a gradient only at every n-th step, counted from 1. */
  | { name: "sparse"; every: number; target: [number, number] };

export interface DescentProgram {
  kind: "descent";
  rule: Rule;
  hyper: Hyper;
  /** What the gradients come from; a sequence has one gradient a step and one coordinate. */
  follows: { surface: Surface } | { gradients: number[] };
  start: number[];
  steps: number;
  /** A rate for each step in place of `hyper.lr`. */
  rates?: number[];
  /** What is added to the gradient at each step, a number for each coordinate: noise that was drawn beforehand. */
  noise?: number[][];
}

/** What a rule keeps of the gradients it has seen, one coordinate. */
export interface Memory {
  /** The velocity of momentum, Adam's average of gradients, Adadelta's average of squared updates. */
  first: number;
  /** Adagrad's sum, or the average, of squared gradients. */
  second: number;
}

export interface DescentOutput {
  kind: "descent";
  /** θ for steps 0 to the last that was taken. */
  theta: number[][];
  /** The loss at each of them; empty where a sequence of gradients was followed. */
  losses: number[];
  /** What was added to θ at steps 1, 2, …, first coordinate. */
  deltas: number[];
  /** Factor on the gradient at steps 1, 2, …, first coordinate; null where a rule has none. */
  rates: (number | null)[];
  /** What the rule remembers after steps 1, 2, …, first coordinate; 0 for what it does not keep. */
  memory: Memory[];
  /** The step at which a coordinate would have passed a million in size, or null. */
  firstStepBeyond: number | null;
}
export const farthest = 1e6;
