"use client";
import { useEffect, useRef, useState } from "react";
import { type Cancelled, type ComputeRun, computeClient } from "@/lib/browser/compute/client";
import type { ComputeFailure, Program } from "@/lib/core/compute/program";
import type { TrainProgress } from "@/lib/core/compute/training-program";
import type { Result } from "@/lib/core/result";

/** A run that goes on. */
export interface Ongoing {
  /** Where a training is by now; null for a run that tells nothing on its way. */
  told: { epoch: number; epochs: number } | null;
  /** Calls it off: its outcome is `cancelled`. */
  stop: () => void;
}

/** One run in the worker at a time: the next one calls the last one off, and so does leaving the page. */
export function useRun() {
  const [ongoing, setOngoing] = useState<Ongoing | null>(null);
  const latest = useRef<AbortController | null>(null);
  useEffect(() => () => latest.current?.abort(), []);

  const run = async (
    program: Program,
    onProgress?: (progress: TrainProgress) => void,
  ): Promise<Result<ComputeRun, ComputeFailure | Cancelled>> => {
    latest.current?.abort();
    const own = new AbortController();
    latest.current = own;
    const isLatest = () => latest.current === own;
    const stop = () => {
      own.abort();
      if (isLatest()) setOngoing(null);
    };
    setOngoing({ told: null, stop });
    const result = await computeClient().run(program, own.signal, (progress) => {
      if (program.kind !== "train" || own.signal.aborted) return;
      const epoch = progress.from + progress.train.length - 1;
      setOngoing({ told: { epoch, epochs: program.epochs }, stop });
      onProgress?.(progress);
    });
    if (isLatest()) setOngoing(null);
    return result;
  };
  return { ongoing, run };
}
