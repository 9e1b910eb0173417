"use client";
import { useState } from "react";
import { useRun } from "@/app/_stage/use-run";
import type { ComputeRun } from "@/lib/browser/compute/client";
import { type FitLab, programOfTraining, writeFitLab } from "@/lib/core/lab/fit-lab";
import type { Losses } from "@/lib/core/lab/fit-scene";

/** A training of the settings it began with; its losses grow while it goes on. */
export interface Training {
  lab: FitLab;
  state: "ongoing" | "stopped" | "failed" | "done";
  losses: Losses;
  run: ComputeRun | null;
}

/** Trains when asked to. Beginning again, and leaving the page, stop what goes on. */
export function useTraining() {
  const [training, setTraining] = useState<Training | null>(null);
  const { ongoing, run } = useRun();

  const train = async (chosen: FitLab) => {
    // An object of its own, so that what an earlier training still says is not taken for this one's.
    const lab = { ...chosen };
    const change = (changed: (before: Training) => Partial<Training>) =>
      setTraining((before) => (before?.lab === lab ? { ...before, ...changed(before) } : before));
    setTraining({ lab, state: "ongoing", losses: { train: [], validation: [] }, run: null });
    const result = await run(programOfTraining(lab), (told) =>
      change(({ losses }) => ({
        losses: {
          train: [...losses.train, ...told.train],
          validation: [...losses.validation, ...told.validation],
        },
      })),
    );
    if (result.ok) change(() => ({ state: "done", run: result.value }));
    else change(() => ({ state: result.error.kind === "cancelled" ? "stopped" : "failed" }));
  };
  return { training, train, stop: () => ongoing?.stop() };
}

/** Whether the settings are still those of the training. */
export const isOf = (training: Training, lab: FitLab): boolean =>
  writeFitLab(training.lab) === writeFitLab(lab);
