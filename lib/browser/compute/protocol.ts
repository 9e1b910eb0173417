/** What the page and the compute worker say to each other. */
import type { ComputeFailure, Program } from "@/lib/core/compute/program";
import type { Result } from "@/lib/core/result";
import type { TensorflowRun } from "./tensorflow";

export interface Request {
  id: number;
  /** Null only warms the worker up. */
  program: Program | null;
}
export interface Reply {
  id: number;
  result: Result<TensorflowRun, ComputeFailure> | null;
  /** Set when the run threw: the backend could not do it. */
  crash?: string;
}
