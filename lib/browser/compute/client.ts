/**
 * Runs programs in one worker, made when first needed and replaced when it crashes or hangs. Where no worker or no
 * backend can be had, the float64 reference runs instead and says so.
 */
import type { ComputeFailure, Output, Program } from "@/lib/core/compute/program";
import { runReference } from "@/lib/core/compute/reference";
import { ok, type Result } from "@/lib/core/result";
import type { Reply, Request } from "./protocol";

export interface ComputeRun {
  output: Output;
  engine: "tfjs" | "reference";
  backend: string | null;
  kernels: string[];
  ms: number;
}

const timeoutMs = 15_000;

export interface ComputeClient {
  /** Loads the worker and its backend ahead of the first question. */
  warm(): void;
  run(program: Program): Promise<Result<ComputeRun, ComputeFailure>>;
  dispose(): void;
}

export function createComputeClient(): ComputeClient {
  let worker: Worker | null = null;
  let lastId = 0;
  const waiting = new Map<number, (reply: Reply | null) => void>();

  /** Forgets the worker; what waited for it falls back. */
  const drop = () => {
    worker?.terminate();
    worker = null;
    for (const settle of waiting.values()) settle(null);
    waiting.clear();
  };

  const hire = (): Worker => {
    if (worker) return worker;
    const hired = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    hired.onmessage = ({ data }: MessageEvent<Reply>) => {
      waiting.get(data.id)?.(data);
      waiting.delete(data.id);
    };
    hired.onerror = drop;
    worker = hired;
    return hired;
  };

  /** The worker's reply, or null when it cannot be made, crashed, or did not answer in time. */
  const ask = (program: Program | null): Promise<Reply | null> =>
    new Promise((resolve) => {
      if (typeof Worker === "undefined") return resolve(null);
      lastId += 1;
      const request: Request = { id: lastId, program };
      const timer = setTimeout(drop, timeoutMs);
      waiting.set(request.id, (reply) => {
        clearTimeout(timer);
        resolve(reply);
      });
      try {
        hire().postMessage(request);
      } catch {
        drop();
      }
    });

  return {
    warm: () => void ask(null),
    run: async (program) => {
      const reply = await ask(program);
      if (reply?.result?.ok) return ok({ engine: "tfjs", ...reply.result.value });
      if (reply?.result && !reply.result.ok) return reply.result;
      const start = performance.now();
      const result = runReference(program);
      if (!result.ok) return result;
      const ms = performance.now() - start;
      return ok({ engine: "reference", output: result.value, backend: null, kernels: [], ms });
    },
    dispose: drop,
  };
}

let shared: ComputeClient | null = null;

/** The page's one client: every question of a session uses the same worker. */
export const computeClient = (): ComputeClient => {
  shared ??= createComputeClient();
  return shared;
};
