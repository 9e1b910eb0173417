/** What training is made of, as data: batches of a data set, a least-squares fit, a small network. */
import type { Hyper, Rule } from "./descent-program";
import type { Schedule } from "./schedule-program";

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

/** A network of one input, tanh units and one output. */
export interface TrainProgram {
  kind: "train";
  train: Points;
  validation: Points;
  /** Weights to start from: of the input and bias of every unit, of the output, and its bias. */
  first: { input: number[]; bias: number[]; output: number[]; outputBias: number };
  rate: number;
  epochs: number;
  grid: number[];
  /** Adam (β .9 and .999, ε 1e−8) where none is named. The rate comes from `rate` or the schedule. */
  optimizer?: { rule: Rule; hyper: Hyper };
  /** Rate t is that of epoch t + 1; a plateau is told the validation loss after every epoch. */
  schedule?: Schedule;
  /** Points of a batch, in an order that each epoch draws anew; all points at once where left out. */
  batches?: { size: number; seed: number };
  /** The mean of squared or of absolute errors; squared where left out. */
  loss?: "squared" | "absolute";
  /** How many times the rate the output layer learns at; 1 where left out. */
  outputShare?: number;
}
export interface TrainOutput {
  kind: "train";
  /** The loss before training and after each epoch. */
  train: number[];
  validation: number[];
  /** The rate of each epoch. */
  rates: number[];
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
export const adam: NonNullable<TrainProgram["optimizer"]> = {
  rule: "adam",
  hyper: { lr: 0, momentum: 0, alpha: 0, rho: 0, beta1: 0.9, beta2: 0.999, eps: 1e-8 },
};
