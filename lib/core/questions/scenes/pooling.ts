import type { Pads, Pair } from "../../compute/layout";
import type { PoolProgram } from "../../compute/program";
import type { Text } from "../../text";
import type { Cell } from "../answer-form";

/** Windows over one channel, each lifting its largest value or its mean. */
export interface PoolingScene {
  kind: "pooling";
  pool: "max" | "average";
  input: number[][];
  /** Empty when only sizes were computed. */
  output: number[][];
  /** Size of the output. */
  size: Pair;
  window: Pair;
  stride: Pair;
  pads: Pads;
  rounding: "floor" | "ceil";
  /** Whether a mean counts the padding under its window as zeros. */
  divisor: PoolProgram["divisor"];
  focus: Cell | null;
}

/** A map before and after it moved by one cell, and what pooling makes of both. */
export interface ShiftScene {
  kind: "shift";
  direction: Text;
  window: Pair;
  stride: Pair;
  before: { input: number[][]; output: number[][] };
  after: { input: number[][]; output: number[][] };
  /** Whether the two outputs differ. */
  isChanged: boolean;
}
