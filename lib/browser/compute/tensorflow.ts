/**
 * The same programs as the reference, run by TensorFlow.js on its cpu backend: float32, and the same bits on every
 * machine. Each run reports the kernels that really ran, so that a page shows what happened and not what was meant.
 */
import "@tensorflow/tfjs-backend-cpu";
import { profile, ready, setBackend } from "@tensorflow/tfjs-core";
import type {
  ComputeFailure,
  Output,
  Program,
  SingleOutput,
  SingleProgram,
} from "@/lib/core/compute/program";
import type { TrainProgress } from "@/lib/core/compute/training-program";
import { ok, type Result } from "@/lib/core/result";
import { buildNetwork } from "./build-network";
import { convolve } from "./convolve";
import { descend } from "./descend";
import { cutBatches, fitPolynomials } from "./fit";
import { followRates } from "./follow-rates";
import { followSchedule } from "./follow-schedule";
import { multiply, unroll } from "./multiply";
import { poolWindows } from "./pool-windows";
import { raceLanes } from "./race-lanes";
import { scoreLoss } from "./score-loss";
import { traceInfluence } from "./trace-influence";
import { trainNetwork } from "./train";
import { trainInBatches } from "./train-in-batches";

export interface TensorflowRun {
  output: Output;
  backend: string;
  /** Names of the kernels that ran ("Conv2D"), each once. */
  kernels: string[];
  ms: number;
}

/** Chooses the cpu backend; resolves with its name once it can run. */
async function cpuBackend(): Promise<string> {
  await setBackend("cpu");
  await ready();
  return "cpu";
}

/** Runs a program in float32. Sizes are checked first: TensorFlow.js answers a kernel that does not fit with a size of 0. */
export async function runTensorflow(
  program: Program,
  onProgress?: (progress: TrainProgress) => void,
): Promise<Result<TensorflowRun, ComputeFailure>> {
  const backend = await cpuBackend();
  const start = performance.now();
  const probe = briefly(program);
  const observed: { result?: Result<Output, ComputeFailure> } = {};
  const { kernelNames } = await profile(() => {
    observed.result = run(probe);
    return [];
  });
  const result = probe === program ? observed.result : run(program, onProgress);
  if (!result) throw new Error("runTensorflow: the profiled run left no result");
  if (!result.ok) return result;
  const ms = performance.now() - start;
  return { ok: true, value: { output: result.value, backend, kernels: [...new Set(kernelNames)], ms } };
}

function run(
  program: Program,
  onProgress?: (progress: TrainProgress) => void,
): Result<Output, ComputeFailure> {
  return program.kind === "batch"
    ? ok({ kind: "batch", outputs: program.programs.map((each) => runSingle(each)) })
    : runSingle(program, onProgress);
}

function runSingle(
  program: SingleProgram,
  onProgress?: (progress: TrainProgress) => void,
): Result<SingleOutput, ComputeFailure> {
  switch (program.kind) {
    case "conv2d":
      return convolve(program);
    case "pool":
      return poolWindows(program);
    case "dense":
      return multiply(program);
    case "flatten":
      return unroll(program);
    case "influence":
      return traceInfluence(program);
    case "network":
      return buildNetwork(program);
    case "descent":
      return descend(program);
    case "schedule":
      return followSchedule(program);
    case "loss":
      return scoreLoss(program);
    case "effective-rates":
      return followRates(program);
    case "race":
      return raceLanes(program);
    case "batching":
      return cutBatches(program);
    case "fit":
      return fitPolynomials(program);
    case "train":
      return trainNetwork(program, onProgress);
    case "jitter":
      return trainInBatches(program);
  }
}

/** Watching kernels doubles the time of a long loop, so only its first step is watched: every step runs the same ones. */
function briefly(program: Program): Program {
  if (program.kind !== "batch") return firstStep(program);
  const programs = program.programs.map(firstStep);
  return programs.every((each, at) => each === program.programs[at]) ? program : { ...program, programs };
}
function firstStep(program: SingleProgram): SingleProgram {
  switch (program.kind) {
    case "effective-rates":
      return { ...program, gradients: program.gradients.slice(0, 1), at: [1] };
    case "descent":
      return { ...program, steps: Math.min(1, program.steps) };
    case "race":
      return { ...program, steps: Math.min(1, program.steps), at: [] };
    case "train":
      return { ...program, epochs: Math.min(1, program.epochs) };
    case "jitter":
      return { ...program, steps: Math.min(1, program.steps) };
    default:
      return program;
  }
}
