/**
 * Operations as data. The float64 reference and TensorFlow.js both run a program; neither knows the question behind it.
 * Layout is channels-last and convolution is cross-correlation (the kernel is not flipped).
 */

/** Explicit zeros on each side, in cells. */
export type Pads = [top: number, bottom: number, left: number, right: number];
export type Pair = [height: number, width: number];

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

export const methods = ["sgd", "momentum", "nag", "adagrad", "adadelta", "rmsprop", "adam"] as const;
export type Method = (typeof methods)[number];
export interface Lane {
  method: Method;
  /** Learning rate η; Adadelta has none and ignores it (1 by its paper). */
  rate: number;
  /** β (momentum, nag), ρ (adadelta, rmsprop) or β1 (adam). */
  decay: number;
  /** β2 of adam; unused elsewhere. */
  decay2: number;
  epsilon: number;
  /** Factor on every gradient of this lane: 1, or 10 to see whether the method adapts to their size. */
  scale: number;
}

/** Every lane takes the same gradients (times its scale), one a step; the factor on the gradient is read at the steps `at` (counted from 1). */
export interface EffectiveRatesProgram {
  kind: "effective-rates";
  lanes: Lane[];
  gradients: number[];
  at: number[];
}

export type Program = Conv2dProgram | EffectiveRatesProgram;

export interface Conv2dOutput {
  kind: "conv2d";
  /** Shape [H, W, C] of the tensor that the run produced. */
  shape: [number, number, number];
  /** The output, [H][W][C]. */
  values: number[][][];
}
export interface EffectiveRatesOutput {
  kind: "effective-rates";
  /** rates[lane][i] is η_eff of that lane at step at[i]. */
  rates: number[][];
}
export type Output = Conv2dOutput | EffectiveRatesOutput;

/** A program that cannot be done is a value in both engines, never a shape of -1 or NaN. */
export interface ComputeFailure {
  kind: "does-not-fit" | "bad-field" | "unsupported";
  message: string;
}
