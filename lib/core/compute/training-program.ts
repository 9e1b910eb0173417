/** What training is made of, as data: batches of a data set, a least-squares fit, a small network trained whole. */

/** Points of one input and one output. */
export interface Points {
  x: number[];
  y: number[];
}

/** A data set walked through in batches, `epochs` times. */
export interface BatchingProgram {
  kind: "batching";
  samples: number;
  batch: number;
  epochs: number;
  /** Whether a last batch that is not full is left out. */
  dropLast: boolean;
}
export interface BatchingOutput {
  kind: "batching";
  /** Samples in each batch of one epoch, in order. */
  sizes: number[];
  /** Batches of all epochs. */
  updates: number;
}

/** Polynomials of every degree from 0 to `degree`, fitted to points by least squares; x from −1 to 1. */
export interface FitProgram {
  kind: "fit";
  train: Points;
  validation: Points;
  degree: number;
  /** Where the fitted curves are told. */
  grid: number[];
}
export interface FitOutput {
  kind: "fit";
  /** For degrees 0, 1, …: mean squared errors, and the curve on the grid. */
  fits: { train: number; validation: number; curve: number[] }[];
}

/** A network of one input, tanh units and one output, trained on all points at once with Adam (β .9 and .999, ε 1e−8). */
export interface TrainProgram {
  kind: "train";
  train: Points;
  validation: Points;
  /** Weights to start from: of the input and bias of every unit, of the output, and its bias. */
  first: { input: number[]; bias: number[]; output: number[]; outputBias: number };
  rate: number;
  epochs: number;
  grid: number[];
}
export interface TrainOutput {
  kind: "train";
  /** Mean squared error before training and after each epoch. */
  train: number[];
  validation: number[];
  /** What the trained network says on the grid. */
  curve: number[];
}
/** Losses of a few epochs, told while the training goes on. */
export interface TrainProgress {
  /** The epoch of the first of them. */
  from: number;
  train: number[];
  validation: number[];
}
export const adam = { beta1: 0.9, beta2: 0.999, eps: 1e-8 } as const;
