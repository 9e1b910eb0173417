"use client";
import { useEffect, useRef, useState } from "react";
import { type ComputeRun, computeClient } from "@/lib/browser/compute/client";
import type { Program } from "@/lib/core/compute/program";

/** The latest run of a lab's program, computed in the worker a moment after its last change; why it failed, if it did. */
export function useLabRun(program: Program): { run: ComputeRun | null; failure: string | null } {
  const [run, setRun] = useState<ComputeRun | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const key = JSON.stringify(program);
  const latest = useRef(key);
  latest.current = key;
  useEffect(() => {
    const timer = setTimeout(async () => {
      const result = await computeClient().run(JSON.parse(key));
      if (latest.current !== key) return;
      setFailure(result.ok ? null : result.error.kind);
      if (result.ok) setRun(result.value);
    }, 60);
    return () => clearTimeout(timer);
  }, [key]);
  return { run, failure };
}
