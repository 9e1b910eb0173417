/**
 * Operations as data. The float64 reference and TensorFlow.js both run a program; neither knows the question behind it.
 * Layout is channels-last and convolution is cross-correlation (the kernel is not flipped).
 */
import type { Result } from "../result";
import type { DescentOutput, DescentProgram } from "./descent-program";
import type { EffectiveRatesOutput, EffectiveRatesProgram } from "./effective-rates-program";
import type { JitterOutput, JitterProgram } from "./jitter-program";
import type { Pads, Pair, Volume } from "./layout";
import type { LossOutput, LossProgram } from "./loss-program";
import type { NetworkOutput, NetworkProgram } from "./network-program";
import type { RaceOutput, RaceProgram } from "./race-program";
import type { ScheduleOutput, ScheduleProgram } from "./schedule-program";
import type {
  BatchingOutput,
  BatchingProgram,
  FitOutput,
  FitProgram,
  TrainOutput,
  TrainProgram,
} from "./training-program";

/** input [H][W][Cin] * kernel [kh][kw][Cin][Cout] + bias [Cout]; `repeat` feeds the output in again (Cin = Cout). */
export interface Conv2dProgram {
  kind: "conv2d";
  input: number[][][];
  kernel: number[][][][];
  bias: number[] | null;
  pads: Pads;
  stride: Pair;
  dilation: Pair;
  repeat: number;
}

/** Windows over input [H][W][C]. Padding of max pooling is −∞; `divisor` says whether average pooling counts padding. */
export interface PoolProgram {
  kind: "pool";
  pool: "max" | "average";
  input: number[][][];
  window: Pair;
  stride: Pair;
  pads: Pads;
  /** Ceil drops a last window that would start in the trailing padding. */
  rounding: "floor" | "ceil";
  divisor: "window" | "real-cells";
}

/** input [n] · weights [n][units] + bias [units]. */
export interface DenseProgram {
  kind: "dense";
  input: number[];
  weights: number[][];
  bias: number[] | null;
}

/** A volume read out row by row, column by column, channel by channel (H, W, C); where does the marked cell land? */
export interface FlattenProgram {
  kind: "flatten";
  shape: Volume;
  /** Row, column and channel, counted from 0. */
  marked: Volume;
}

/** A layer of which only the windows matter: its weights are all 1 (conv) or one over the window (average pooling, padding counted). */
export interface WindowLayer {
  op: "conv" | "average-pool";
  kernel: Pair;
  stride: Pair;
  pads: Pads;
  dilation: Pair;
}

/** Gradient of output cells with respect to every input cell through a stack of layers, one channel. */
export interface InfluenceProgram {
  kind: "influence";
  input: Pair;
  layers: WindowLayer[];
  /** The output cell that is followed back, or the sum of all. */
  from: Pair | "all";
}

export type SingleProgram =
  | Conv2dProgram
  | PoolProgram
  | DenseProgram
  | FlattenProgram
  | InfluenceProgram
  | NetworkProgram
  | EffectiveRatesProgram
  | DescentProgram
  | ScheduleProgram
  | LossProgram
  | RaceProgram
  | BatchingProgram
  | FitProgram
  | TrainProgram
  | JitterProgram;

/** Several programs in one go, each with its own outcome: options compared, candidates tried. */
export interface BatchProgram {
  kind: "batch";
  programs: SingleProgram[];
}
export type Program = SingleProgram | BatchProgram;

export interface Conv2dOutput {
  kind: "conv2d";
  /** Shape [H, W, C] of the tensor that the run produced. */
  shape: Volume;
  /** The output, [H][W][C]. */
  values: number[][][];
}
export interface PoolOutput {
  kind: "pool";
  shape: Volume;
  values: number[][][];
}
export interface DenseOutput {
  kind: "dense";
  /** One value a unit. */
  values: number[];
}
export interface FlattenOutput {
  kind: "flatten";
  length: number;
  /** Place of the marked cell, counted from 0. */
  index: number;
}
export interface InfluenceOutput {
  kind: "influence";
  /** Size of the last layer's output. */
  output: Pair;
  /** Gradient on each input cell, [H][W]; 0 where the cell has no influence. */
  values: number[][];
}
export type SingleOutput =
  | Conv2dOutput
  | PoolOutput
  | DenseOutput
  | FlattenOutput
  | InfluenceOutput
  | NetworkOutput
  | EffectiveRatesOutput
  | DescentOutput
  | ScheduleOutput
  | LossOutput
  | RaceOutput
  | BatchingOutput
  | FitOutput
  | TrainOutput
  | JitterOutput;
export interface BatchOutput {
  kind: "batch";
  /** In the order of the programs. */
  outputs: Result<SingleOutput, ComputeFailure>[];
}
export type Output = SingleOutput | BatchOutput;

/** A program that cannot be done is a value in both engines, never a shape of -1 or NaN. */
export interface ComputeFailure {
  kind: "does-not-fit" | "bad-field" | "unsupported";
  message: string;
}
