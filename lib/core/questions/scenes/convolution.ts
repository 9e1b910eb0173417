import type { Pads, Pair, Volume } from "../../compute/layout";
import type { Text } from "../../text";
import type { Cell } from "../answer-form";

/** A formula as pieces, so that a number can wear the colour of what it measures. */
export interface FormulaPiece {
  text: string;
  role: "plain" | "input" | "pad" | "kernel" | "output";
}

/** One input channel and the kernel's weights for it. */
export interface Channel {
  input: number[][];
  kernel: number[][];
}

/** One filter sliding over a padded input. */
export interface ConvolutionScene extends Channel {
  kind: "convolution";
  /** Input channels after the first, each with its own weights; the sum is over all. */
  otherChannels: Channel[];
  output: number[][];
  pads: Pads;
  stride: Pair;
  dilation: Pair;
  bias: number;
  /** Shape [H, W, C] of the real output tensor. */
  shape: Volume;
  /** How many times the layer was applied; the grids show the first. */
  repeat: number;
  /** Sizes before, between and after the repeats ([28, 24, 20]). */
  sizes: Pair[];
  /** The output cell that was asked for, where the kernel stands first; null when all were. */
  focus: Cell | null;
  formula: FormulaPiece[];
}

/** The same convolution with its padding laid out in different ways, window grids over one another. */
export interface PaddingsScene {
  kind: "paddings";
  input: number[][];
  kernel: number[][];
  stride: Pair;
  variants: { label: Text; pads: Pads; output: number[][] }[];
}

/** Values of one unknown setting, each tried: which sizes come out, and which meet the target. */
export interface CandidatesScene {
  kind: "candidates";
  unknown: "padding" | "stride" | "kernel";
  target: number;
  /** `output` is null where the kernel does not fit. */
  candidates: { value: number; output: number | null; isRight: boolean }[];
}

/** One image through several named kernels. */
export interface KernelsScene {
  kind: "kernels";
  image: number[][];
  candidates: { id: string; label: Text; kernel: number[][]; output: number[][]; isRight: boolean }[];
}
