"use client";
import { useEffect, useState } from "react";
import { type ComputeRun, computeClient } from "@/lib/browser/compute/client";
import type { Program } from "@/lib/core/compute/program";

/** The latest run of a lab's program, computed in the worker a moment after its last change; why it failed, if it did. */
export function useLabRun(program: Program): { run: ComputeRun | null; failure: string | null } {
  const [run, setRun] = useState<ComputeRun | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const key = JSON.stringify(program);
  useEffect(() => {
    const superseded = new AbortController();
    const timer = setTimeout(async () => {
      const result = await computeClient().run(JSON.parse(key), superseded.signal);
      if (superseded.signal.aborted) return;
      setFailure(result.ok ? null : result.error.kind);
      if (result.ok) setRun(result.value);
    }, 60);
    return () => {
      clearTimeout(timer);
      superseded.abort();
    };
  }, [key]);
  return { run, failure };
}
