/**
 * Runs programs in one worker, made when first needed and replaced when it crashes or hangs. Where no worker or no
 * backend can be had, the float64 reference runs instead and says so.
 */
import type { ComputeFailure, Output, Program } from "@/lib/core/compute/program";
import { runReference } from "@/lib/core/compute/reference";
import type { TrainProgress } from "@/lib/core/compute/training-program";
import { fail, ok, type Result } from "@/lib/core/result";
import type { Progress, Reply, Request } from "./protocol";

export interface ComputeRun {
  output: Output;
  engine: "tfjs" | "reference";
  backend: string | null;
  kernels: string[];
  ms: number;
}

/** A worker that has said nothing for so long is given up. */
const silenceMs = 15_000;

export interface ComputeClient {
  /** Loads the worker and its backend ahead of the first question. */
  warm(): void;
  /**
   * Runs a program. Once `signal` is aborted its outcome is `cancelled`: it is not begun any more, and a training that
   * goes on is stopped. `onProgress` hears the losses of a training while it goes on.
   */
  run(
    program: Program,
    signal?: AbortSignal,
    onProgress?: (progress: TrainProgress) => void,
  ): Promise<Result<ComputeRun, ComputeFailure | Cancelled>>;
  dispose(): void;
}
export interface Cancelled {
  kind: "cancelled";
  message: string;
}

/** What waits for the worker: it is handed one request at a time, so that the rest can still be called off. */
interface Job {
  request: Request;
  isCalledOff: () => boolean;
  onProgress?: ((progress: TrainProgress) => void) | undefined;
  settle: (reply: Reply | "cancelled" | null) => void;
}

export function createComputeClient(): ComputeClient {
  let worker: Worker | null = null;
  let lastId = 0;
  let running: { job: Job; timer: ReturnType<typeof setTimeout> } | null = null;
  const queue: Job[] = [];

  /** Forgets the worker; what it was busy with falls back, and the next request gets a new one. */
  const drop = () => {
    worker?.terminate();
    worker = null;
    settle(null);
  };

  const settle = (reply: Reply | null) => {
    if (!running) return;
    const { job, timer } = running;
    clearTimeout(timer);
    running = null;
    job.settle(reply);
    next();
  };

  const hire = (): Worker => {
    if (worker) return worker;
    const hired = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    hired.onmessage = ({ data }: MessageEvent<Reply | Progress>) => {
      if (data.id !== running?.job.request.id) return;
      if ("progress" in data) {
        clearTimeout(running.timer);
        running.timer = setTimeout(drop, silenceMs);
        running.job.onProgress?.(data.progress);
      } else settle(data);
    };
    hired.onerror = drop;
    worker = hired;
    return hired;
  };

  const next = () => {
    const job = running ? undefined : queue.shift();
    if (!job) return;
    if (job.isCalledOff()) {
      job.settle("cancelled");
      next();
      return;
    }
    running = { job, timer: setTimeout(drop, silenceMs) };
    try {
      hire().postMessage(job.request);
    } catch {
      drop();
    }
  };

  /** The worker's reply, or null when it cannot be made, crashed, or did not answer in time. */
  const ask = (
    program: Program | null,
    signal?: AbortSignal,
    onProgress?: (progress: TrainProgress) => void,
  ): Promise<Reply | "cancelled" | null> =>
    new Promise((resolve) => {
      if (typeof Worker === "undefined") return resolve(null);
      lastId += 1;
      const request = { id: lastId, program };
      queue.push({ request, isCalledOff: () => signal?.aborted ?? false, onProgress, settle: resolve });
      // A loop that runs cannot hear a message, so the worker of a training that is called off is given up.
      if (program?.kind === "train")
        signal?.addEventListener("abort", () => running?.job.request === request && drop());
      next();
    });

  return {
    warm: () => void ask(null),
    run: async (program, signal, onProgress) => {
      const reply = await ask(program, signal, onProgress);
      if (reply === "cancelled" || signal?.aborted) {
        return fail({ kind: "cancelled", message: "called off before it was done" });
      }
      if (reply?.result?.ok) return ok({ engine: "tfjs", ...reply.result.value });
      if (reply?.result && !reply.result.ok) return reply.result;
      const start = performance.now();
      const result = runReference(program);
      if (!result.ok) return result;
      const ms = performance.now() - start;
      return ok({ engine: "reference", output: result.value, backend: null, kernels: [], ms });
    },
    dispose: () => {
      queue.length = 0;
      drop();
    },
  };
}

let shared: ComputeClient | null = null;

/** The page's one client: every question of a session uses the same worker. */
export const computeClient = (): ComputeClient => {
  shared ??= createComputeClient();
  return shared;
};
