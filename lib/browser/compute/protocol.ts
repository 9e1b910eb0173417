/** What the page and the compute worker say to each other. */
import type { ComputeFailure, Program } from "@/lib/core/compute/program";
import type { TrainProgress } from "@/lib/core/compute/training-program";
import type { Result } from "@/lib/core/result";
import type { TensorflowRun } from "./tensorflow";

export interface Request {
  id: number;
  /** Null only warms the worker up. */
  program: Program | null;
}
/** Sent before the reply, as often as there is something to tell. */
export interface Progress {
  id: number;
  progress: TrainProgress;
}
export interface Reply {
  id: number;
  result: Result<TensorflowRun, ComputeFailure> | null;
  /** Set when the run threw: the backend could not do it. */
  crash?: string;
}
