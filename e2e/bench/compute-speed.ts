/** How long computations take in this process, warm: the race of seven optimizers, and every family's variant. */
import { tensor1d, tidy } from "@tensorflow/tfjs-core";
import { surfaceGradient } from "@/lib/browser/compute/surface-gradients";
import { runTensorflow } from "@/lib/browser/compute/tensorflow";
import { raceRules } from "@/lib/core/compute/race-program";
import { runReference } from "@/lib/core/compute/reference";
import { type RaceGroundName, raceGrounds } from "@/lib/core/lab/race-grounds";
import { programOfRace, raceOn } from "@/lib/core/lab/race-lab";
import { drawVariant } from "@/lib/core/questions/draw-variant";
import type { Level } from "@/lib/core/questions/family";
import { families } from "@/lib/core/questions/registry";

const rounds = 9;
const seeds = 60;
const round = (ms: number): number => Math.round(ms * 100) / 100;
const at = (values: number[], share: number): number =>
  round(
    [...values].sort((one, other) => one - other)[
      Math.min(values.length - 1, Math.floor(share * values.length))
    ] ?? 0,
  );

export interface RaceSpeed {
  ground: string;
  steps: number;
  tensorflowMs: number;
  referenceMs: number;
}

/** Median of a race with the default rates. */
export async function measureRace(ground: RaceGroundName, steps: number): Promise<RaceSpeed> {
  const program = programOfRace({ ...raceOn(ground), steps });
  const [tensorflow, reference]: [number[], number[]] = [[], []];
  await runTensorflow(program);
  for (let count = 0; count < rounds; count += 1) {
    let began = performance.now();
    await runTensorflow(program);
    tensorflow.push(performance.now() - began);
    began = performance.now();
    runReference(program);
    reference.push(performance.now() - began);
  }
  return { ground, steps, tensorflowMs: at(tensorflow, 0.5), referenceMs: at(reference, 0.5) };
}

export interface AutodiffSpeed {
  ground: string;
  gradients: number;
  autodiffMs: number;
}

/**
 * As many gradients as a race of seven takes on this surface, by automatic differentiation of its loss, which descents
 * use, instead of the race's formula. TensorFlow.js takes the gradient of one place at a time there, so seven optimizers
 * need seven times as many.
 */
export function measureAutodiff(ground: RaceGroundName, steps: number): AutodiffSpeed {
  const { surface, start } = raceGrounds[ground];
  const gradients = raceRules.length * steps;
  const times = Array.from({ length: 3 }, () => {
    const began = performance.now();
    for (let step = 1; step <= gradients; step += 1)
      tidy(() => void surfaceGradient(surface, tensor1d([...start]), step).dataSync());
    return performance.now() - began;
  });
  return { ground, gradients, autodiffMs: at(times, 0.5) };
}

export interface FamilySpeed {
  family: string;
  drawMs: number;
  referenceMs: number;
  tensorflowMs: number;
}

/** 95 % of the variants of the hardest level take at most so long to draw, and to run in each engine. */
export async function measureFamilies(): Promise<FamilySpeed[]> {
  const measured: FamilySpeed[] = [];
  for (const family of families) {
    const level = family.levels.at(-1) as Level;
    const times: Record<"draw" | "reference" | "tensorflow", number[]> = {
      draw: [],
      reference: [],
      tensorflow: [],
    };
    for (let seed = 0; seed < seeds; seed += 1) {
      let began = performance.now();
      const { params } = drawVariant(family, seed, level);
      times.draw.push(performance.now() - began);
      // The reference remembers a training that it has run, so each engine gets a program of its own.
      const program = structuredClone(family.solve(params));
      began = performance.now();
      runReference(program);
      times.reference.push(performance.now() - began);
      began = performance.now();
      await runTensorflow(program);
      times.tensorflow.push(performance.now() - began);
    }
    // The first runs compile; they are not what a learner in mid-session waits for.
    const [draw, reference, tensorflow] = [times.draw, times.reference, times.tensorflow].map((all) =>
      all.slice(10),
    );
    measured.push({
      family: family.id,
      drawMs: at(draw ?? [], 0.95),
      referenceMs: at(reference ?? [], 0.95),
      tensorflowMs: at(tensorflow ?? [], 0.95),
    });
  }
  return measured;
}
