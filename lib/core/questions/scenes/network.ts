import type { Volume } from "../../compute/layout";
import type { LayerOutput, NetworkLayer } from "../../compute/network-program";
import type { Text } from "../../text";

/** Boxes from input to output with their shapes and weights. */
export interface NetworkScene {
  kind: "network";
  input: Volume;
  layers: (LayerOutput & { layer: NetworkLayer; label: Text })[];
  totalParams: number;
}

/** Counts of weights side by side on a log scale. */
export interface WeightsScene {
  kind: "weights";
  bars: { label: Text /** "(3·3·3 + 1)·16" */; formula: string; count: number; isAsked: boolean }[];
  /** The one layer that the picture unfolds into its weights, or null where several are compared. */
  layer:
    | { kind: "dense"; inputs: number; units: number; hasBias: boolean }
    | { kind: "conv"; kernel: [number, number]; channels: number; filters: number; hasBias: boolean }
    | null;
  /** Dense layers with their biases, and what an optimizer keeps for every one of their numbers. */
  stacks?: { layers: { inputs: number; units: number; count: number }[]; kept: string[]; by: string };
}

/** A volume unrolled into a strip. */
export interface FlattenScene {
  kind: "flatten";
  shape: Volume;
  /** Row, column and channel of the followed cell, and its place in the strip; null when only the length was asked. */
  marked: { cell: Volume; index: number } | null;
  length: number;
}

/** An image with its pixels moved about, and what two kinds of layer make of it. */
export interface ShuffleScene {
  kind: "shuffle";
  image: number[][];
  shuffled: number[][];
  dense: { before: number[]; after: number[] };
  conv: { before: number[][]; after: number[][] };
}
