/** Stochastic descent in small batches on tensors: the weights of every setting in one row, all moved at once. */
import {
  concat1d,
  concat2d,
  matMul,
  mean,
  mul,
  reshape,
  slice,
  square,
  sub,
  type Tensor1D,
  type Tensor2D,
  type Tensor3D,
  tensor1d,
  tensor2d,
  tidy,
} from "@tensorflow/tfjs-core";
import { batchShares, meansOf, refusalOfJitter } from "@/lib/core/compute/jitter";
import { type JitterOutput, type JitterProgram, settledAfter } from "@/lib/core/compute/jitter-program";
import type { ComputeFailure } from "@/lib/core/compute/program";
import { fail, ok, type Result } from "@/lib/core/result";

export function trainInBatches(program: JitterProgram): Result<JitterOutput, ComputeFailure> {
  const refused = refusalOfJitter(program);
  if (refused) return fail({ kind: "bad-field", message: refused });
  const { samples, settings, steps } = program;
  const goal = meansOf(samples);
  const size = settings.length * goal.length;
  return tidy(() => {
    const data = tensor2d(samples.flat(), [samples.length, goal.length]);
    const goals = tensor1d(settings.flatMap(() => goal));
    const rates = tensor1d(settings.flatMap(({ rate }) => goal.map(() => rate)));
    // A batch's mean is its row of shares times the samples.
    const drawn = new Map<number, Tensor2D>();
    for (const { batch } of settings) {
      const shares = () => tensor2d(Float32Array.from(batchShares(program, batch)), [steps, samples.length]);
      if (!drawn.has(batch)) drawn.set(batch, matMul(shares(), data));
    }
    const means = settings.map(({ batch }) => drawn.get(batch) as Tensor2D);
    const seen = reshape(concat2d(means, 1), [-1]) as Tensor1D;
    let weights = goals;
    const places = Array.from({ length: steps }, (_, at) => {
      // The gradient of the mean of ½(w − x)² over a batch is w less the batch's mean.
      weights = tidy(() => sub(weights, mul(rates, sub(weights, slice(seen, [at * size], [size])))));
      return weights;
    });
    const offs: Tensor3D = reshape(sub(reshape(concat1d(places), [steps, size]), goals), [
      steps,
      settings.length,
      goal.length,
    ]);
    const settled = slice(offs, [settledAfter(steps), 0, 0]);
    const variances = mean(square(settled), [0, 2]).dataSync();
    const paths = slice(offs, [0, 0, 0], [steps, settings.length, 1]).dataSync();
    return ok({
      kind: "jitter" as const,
      runs: settings.map((_, run) => ({
        path: [
          0,
          ...Array.from({ length: steps }, (_, at) => paths[at * settings.length + run] ?? Number.NaN),
        ],
        variance: variances[run] ?? Number.NaN,
      })),
    });
  });
}
