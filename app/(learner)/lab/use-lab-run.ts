"use client";
import { useEffect, useMemo, useRef, useState } from "react";
import { type ComputeRun, computeClient } from "@/lib/browser/compute/client";
import type { Program } from "@/lib/core/compute/program";

interface LabRun<Lab> {
  run: ComputeRun | null;
  /** The settings that the run was computed from; while a newer one is on its way they lag behind the desk's. */
  ran: Lab | null;
  /** Why the latest run failed, if it did. */
  failure: string | null;
}

/** The latest run of a lab's program, computed in the worker a moment (`waitMs`) after its last change. */
export function useLabRun<Lab>(lab: Lab, programOf: (lab: Lab) => Program, waitMs = 60): LabRun<Lab> {
  const [done, setDone] = useState<{ run: ComputeRun; ran: Lab } | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const key = useMemo(() => JSON.stringify(programOf(lab)), [lab, programOf]);
  const latest = useRef(lab);
  latest.current = lab;
  useEffect(() => {
    const superseded = new AbortController();
    const timer = setTimeout(async () => {
      const ran = latest.current;
      const result = await computeClient().run(JSON.parse(key), superseded.signal);
      if (superseded.signal.aborted) return;
      setFailure(result.ok ? null : result.error.kind);
      if (result.ok) setDone({ run: result.value, ran });
    }, waitMs);
    return () => {
      clearTimeout(timer);
      superseded.abort();
    };
  }, [key, waitMs]);
  return { run: done?.run ?? null, ran: done?.ran ?? null, failure };
}
