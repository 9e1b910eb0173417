/** The float64 reference: decides what is recorded, and what TensorFlow.js is compared with. */
import type { Result } from "../result";
import { runConv2d } from "./conv2d";
import { runEffectiveRates } from "./effective-rates";
import type { ComputeFailure, Output, Program } from "./program";

export function runReference(program: Program): Result<Output, ComputeFailure> {
  return program.kind === "conv2d" ? runConv2d(program) : runEffectiveRates(program);
}
