/** What a stage draws after the answer. Every number in it comes from the run. */
import type { Method, Pads, Pair } from "../compute/program";
import type { Text } from "../text";

/** A formula as pieces, so that a number can wear the colour of what it measures. */
export interface FormulaPiece {
  text: string;
  role: "plain" | "input" | "pad" | "kernel" | "output";
}

export interface ConvolutionScene {
  kind: "convolution";
  /** First channel as drawn, before padding. */
  input: number[][];
  kernel: number[][];
  output: number[][];
  pads: Pads;
  stride: Pair;
  dilation: Pair;
  bias: number;
  /** Shape [H, W, C] of the real output tensor. */
  shape: [number, number, number];
  /** How many times the layer was applied; the grids show the first. */
  repeat: number;
  /** Sizes before, between and after the repeats ([28, 24, 20]). */
  sizes: Pair[];
  formula: FormulaPiece[];
  caption: Text;
}

export interface RateCurve {
  /** Id of the option, or "adagrad" for the curve that all are compared with. */
  id: string;
  label: Text;
  method: Method;
  /** η_eff at the steps of the scene. */
  rates: number[];
  /** η_eff(T) / η_eff(T/10). */
  kept: number;
  /** η_eff(T) with all gradients times 10, over η_eff(T). */
  scaled: number;
  isAdaptive: boolean;
  isKept: boolean;
  isRight: boolean;
}

export interface EffectiveRatesScene {
  kind: "effective-rates";
  steps: number[];
  /** T and T/10, where the ratio is taken. */
  compared: [from: number, to: number];
  curves: RateCurve[];
  finding: Text;
}

export type Scene = ConvolutionScene | EffectiveRatesScene;
