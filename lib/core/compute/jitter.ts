/** Stochastic descent in small batches, in plain float64. */
import { fail, ok, type Result } from "../result";
import { createRng } from "../rng";
import { type JitterOutput, type JitterProgram, type JitterRun, settledAfter } from "./jitter-program";
import type { ComputeFailure } from "./program";

/** Why a training in batches cannot be run, or null. */
export function refusalOfJitter({ samples, settings, steps }: JitterProgram): string | null {
  const weights = samples[0]?.length ?? 0;
  if (weights === 0 || !samples.every((row) => row.length === weights && row.every(Number.isFinite)))
    return "samples are rows of the same length, all finite";
  if (!Number.isInteger(steps) || steps < 1 || steps > 1000) return "steps is a whole number from 1 to 1000";
  if (settings.length === 0 || settings.length > 12) return "there are 1 to 12 settings";
  return settings.every(
    ({ rate, batch }) => rate > 0 && rate < 2 && Number.isInteger(batch) && batch >= 1 && batch <= 512,
  )
    ? null
    : "rates lie between 0 and 2, where descent does not diverge, and batches from 1 to 512";
}

/** Share of every sample in each of the drawn batches, row after row: a row a step, a column a sample. */
export function batchShares({ samples, steps, seed }: JitterProgram, batch: number): Float64Array {
  const rng = createRng(seed);
  const count = samples.length;
  const shares = new Float64Array(steps * count);
  for (let step = 0; step < steps; step += 1) {
    for (let drawn = 0; drawn < batch; drawn += 1) {
      const place = step * count + rng.int(0, count - 1);
      shares[place] = (shares[place] ?? 0) + 1 / batch;
    }
  }
  return shares;
}

export const meansOf = (samples: readonly number[][]): number[] =>
  (samples[0] ?? []).map(
    (_, weight) => samples.reduce((sum, row) => sum + (row[weight] ?? 0), 0) / samples.length,
  );

const known = new WeakMap<JitterProgram, Result<JitterOutput, ComputeFailure>>();
/** Each program object is run once: a question draws, asks and decides by the same training. */
export function runJitter(program: JitterProgram): Result<JitterOutput, ComputeFailure> {
  const run = known.get(program) ?? train(program);
  known.set(program, run);
  return run;
}

function train(program: JitterProgram): Result<JitterOutput, ComputeFailure> {
  const refused = refusalOfJitter(program);
  if (refused) return fail({ kind: "bad-field", message: refused });
  const { samples, settings, steps } = program;
  const goal = meansOf(samples);
  const settled = settledAfter(steps);
  const means = new Map<number, Float64Array>();
  for (const { batch } of settings) if (!means.has(batch)) means.set(batch, batchMeans(program, batch));
  const runs = settings.map(({ rate, batch }): JitterRun => {
    const drawn = means.get(batch) ?? new Float64Array();
    const weights = Float64Array.from(goal);
    const path = [0];
    let squared = 0;
    for (let step = 0; step < steps; step += 1) {
      for (let at = 0; at < weights.length; at += 1) {
        // The gradient of the mean of ½(w − x)² over a batch is w less the batch's mean.
        const before = weights[at] ?? 0;
        const w = before - rate * (before - (drawn[step * weights.length + at] ?? 0));
        weights[at] = w;
        if (step >= settled) squared += (w - (goal[at] ?? 0)) ** 2;
      }
      path.push((weights[0] ?? 0) - (goal[0] ?? 0));
    }
    return { path, variance: squared / (goal.length * (steps - settled)) };
  });
  return ok({ kind: "jitter", runs });
}

/** Mean of the samples in each batch, row after row: a row a step, a column a weight. */
function batchMeans(program: JitterProgram, batch: number): Float64Array {
  const { samples, steps } = program;
  const width = samples[0]?.length ?? 0;
  const flat = Float64Array.from(samples.flat());
  const shares = batchShares(program, batch);
  const means = new Float64Array(steps * width);
  for (let step = 0; step < steps; step += 1) {
    for (let sample = 0; sample < samples.length; sample += 1) {
      const share = shares[step * samples.length + sample] ?? 0;
      if (share === 0) continue;
      for (let at = 0; at < width; at += 1)
        means[step * width + at] = (means[step * width + at] ?? 0) + share * (flat[sample * width + at] ?? 0);
    }
  }
  return means;
}
