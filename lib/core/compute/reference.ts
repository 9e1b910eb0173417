/** The float64 reference: decides what is recorded, and what TensorFlow.js is compared with. */
import { ok, type Result } from "../result";
import { runConv2d } from "./conv2d";
import { runDense, runFlatten } from "./dense";
import { runDescent } from "./descent";
import { runEffectiveRates } from "./effective-rates";
import { runInfluence } from "./influence";
import { runJitter } from "./jitter";
import { runLoss } from "./losses";
import { runNetwork } from "./network";
import { runPool } from "./pool";
import type { ComputeFailure, Output, Program, SingleOutput, SingleProgram } from "./program";
import { runRace } from "./race";
import { runSchedule } from "./schedules";
import { runTrain } from "./train";
import { runBatching, runFit } from "./training";

export function runReference(program: Program): Result<Output, ComputeFailure> {
  if (program.kind !== "batch") return runSingle(program);
  return ok({ kind: "batch", outputs: program.programs.map(runSingle) });
}

function runSingle(program: SingleProgram): Result<SingleOutput, ComputeFailure> {
  switch (program.kind) {
    case "conv2d":
      return runConv2d(program);
    case "pool":
      return runPool(program);
    case "dense":
      return runDense(program);
    case "flatten":
      return runFlatten(program);
    case "influence":
      return runInfluence(program);
    case "network":
      return runNetwork(program);
    case "effective-rates":
      return runEffectiveRates(program);
    case "descent":
      return runDescent(program);
    case "schedule":
      return runSchedule(program);
    case "loss":
      return runLoss(program);
    case "race":
      return runRace(program);
    case "batching":
      return runBatching(program);
    case "fit":
      return runFit(program);
    case "train":
      return runTrain(program);
    case "jitter":
      return runJitter(program);
  }
}
