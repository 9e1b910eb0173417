/** A network as a list of layers: shapes and counts, never values. */
import type { Pads, Pair, Volume } from "./layout";

export interface ConvLayer {
  type: "conv";
  filters: number;
  kernel: Pair;
  stride: Pair;
  pads: Pads;
  dilation: Pair;
  bias: boolean;
}
export interface PoolLayer {
  type: "max-pool" | "average-pool";
  kernel: Pair;
  stride: Pair;
  pads: Pads;
  rounding: "floor" | "ceil";
}
export interface AdaptivePoolLayer {
  type: "adaptive-average-pool";
  size: Pair;
}
export interface DenseLayer {
  type: "dense";
  units: number;
  bias: boolean;
}
export interface PlainLayer {
  type: "batch-norm" | "activation" | "dropout" | "flatten";
}
export type NetworkLayer = ConvLayer | PoolLayer | AdaptivePoolLayer | DenseLayer | PlainLayer;

export interface NetworkProgram {
  kind: "network";
  input: Volume;
  layers: NetworkLayer[];
}
export interface LayerOutput {
  /** [H, W, C], or [units] once flat. */
  output: number[];
  /** Trainable weights. */
  params: number;
  /** Side of the square of input pixels that one cell depends on; null for oblong layers and from adaptive pooling or flatten on. */
  receptiveField: number | null;
  /** Input pixels between two neighbouring cells; null as above. */
  jump: number | null;
}
export interface NetworkOutput {
  kind: "network";
  layers: LayerOutput[];
  /** Sum of all layers' trainable weights. */
  totalParams: number;
}
