/** A small network trained in plain float64, with backpropagation written out. */

import { fail, ok, type Result } from "../result";
import { createRng } from "../rng";
import { steps } from "./descent";
import type { Hyper, Memory } from "./descent-program";
import type { ComputeFailure } from "./program";
import { followerOf } from "./schedules";
import { isPoints, once } from "./training";
import { adam, type Points, type TrainOutput, type TrainProgram } from "./training-program";

export function refusalOfTrain(program: TrainProgram): string | null {
  const { train, validation, first, rate, epochs, grid, optimizer, batches, outputShare = 1 } = program;
  const { input, bias, output, outputBias } = first;
  if (!isPoints(train) || !isPoints(validation)) return "points have as many x as y, all finite";
  if (
    input.length === 0 ||
    input.length > 64 ||
    bias.length !== input.length ||
    output.length !== input.length
  )
    return "every unit has an input weight, a bias and an output weight";
  const numbers = [...input, ...bias, ...output, outputBias, rate, outputShare, ...grid];
  if (![...numbers, ...Object.values(optimizer?.hyper ?? {})].every(Number.isFinite))
    return "every number is finite";
  if (batches && !(Number.isInteger(batches.size) && batches.size >= 1)) return "a batch has a point or more";
  return !Number.isInteger(epochs) || epochs < 0 || epochs > 5000
    ? "epochs is a whole number up to 5000"
    : null;
}

/** The batches of one epoch after another: places of the points, shuffled anew for each. */
export function batchesOf({ train, batches }: TrainProgram): () => number[][] {
  const all = train.x.map((_, at) => at);
  if (!batches) return () => [all];
  const rng = createRng(batches.seed);
  return () => {
    const order = rng.shuffle(all);
    return Array.from({ length: Math.ceil(all.length / batches.size) }, (_, at) =>
      order.slice(at * batches.size, (at + 1) * batches.size),
    );
  };
}

/** The rate of every epoch, counted from 1; a schedule is told the validation losses so far. */
export function ratesOf({ schedule, rate }: TrainProgram): (epoch: number, validation: number) => number {
  if (!schedule) return () => rate;
  const follow = followerOf(schedule);
  return (epoch, validation) => follow(epoch - 1, validation);
}

export const runTrain = once(train);

/** ŷ = Σ vᵢ tanh(wᵢx + bᵢ) + c; the loss is the mean of (ŷ − y)² or of |ŷ − y|. */
function train(program: TrainProgram): Result<TrainOutput, ComputeFailure> {
  const refused = refusalOfTrain(program);
  if (refused) return fail<ComputeFailure>({ kind: "bad-field", message: refused });
  const { train, validation, first, epochs, grid, optimizer = adam, outputShare = 1 } = program;
  const units = first.input.length;
  const isSquared = program.loss !== "absolute";
  const cost = (error: number): number => (isSquared ? error * error : Math.abs(error));
  const slopeOf = (error: number): number => (isSquared ? 2 * error : Math.sign(error));
  // One row of all weights: inputs, biases, outputs, and the output's bias last.
  const weights = Float64Array.from([...first.input, ...first.bias, ...first.output, first.outputBias]);
  let seen = weights;
  const gradient = new Float64Array(weights.length);
  const memories = Array.from(weights, (): Memory => ({ first: 0, second: 0 }));
  const active = new Float64Array(units);
  const say = (x: number): number => {
    let sum = seen[3 * units] ?? 0;
    for (let unit = 0; unit < units; unit += 1) {
      active[unit] = Math.tanh((seen[unit] ?? 0) * x + (seen[units + unit] ?? 0));
      sum += (seen[2 * units + unit] ?? 0) * (active[unit] ?? 0);
    }
    return sum;
  };
  const lossOf = ({ x, y }: Points): number => {
    let sum = 0;
    for (let at = 0; at < x.length; at += 1) sum += cost(say(x[at] ?? 0) - (y[at] ?? 0));
    return sum / x.length;
  };
  const followBack = (batch: readonly number[]) => {
    gradient.fill(0);
    for (const at of batch) {
      const x = train.x[at] ?? 0;
      const slope = slopeOf(say(x) - (train.y[at] ?? 0)) / batch.length;
      for (let unit = 0; unit < units; unit += 1) {
        const value = active[unit] ?? 0;
        const back = slope * (seen[2 * units + unit] ?? 0) * (1 - value * value);
        gradient[unit] = (gradient[unit] ?? 0) + back * x;
        gradient[units + unit] = (gradient[units + unit] ?? 0) + back;
        gradient[2 * units + unit] = (gradient[2 * units + unit] ?? 0) + slope * value;
      }
      gradient[3 * units] = (gradient[3 * units] ?? 0) + slope;
    }
  };
  const output: TrainOutput = {
    kind: "train",
    train: [lossOf(train)],
    validation: [lossOf(validation)],
    rates: [],
    curve: [],
  };
  const [batches, rateOf, step] = [batchesOf(program), ratesOf(program), steps[optimizer.rule]];
  let update = 0;
  for (let epoch = 1; epoch <= epochs; epoch += 1) {
    const rate = rateOf(epoch, output.validation.at(-1) ?? 0);
    const hidden: Hyper = { ...optimizer.hyper, lr: rate };
    const outer: Hyper = { ...hidden, lr: rate * outputShare };
    const hyperOf = (at: number) => (at < 2 * units ? hidden : outer);
    for (const batch of batches()) {
      update += 1;
      // The textbook's nag looks at the gradient where the velocity alone would carry it.
      if (optimizer.rule === "nag-lookahead")
        seen = weights.map((value, at) => {
          const { lr, momentum } = hyperOf(at);
          return value - lr * momentum * (memories[at]?.first ?? 0);
        });
      followBack(batch);
      memories.forEach((memory, at) => {
        const { delta } = step(memory, gradient[at] ?? 0, hyperOf(at), update);
        weights[at] = (weights[at] ?? 0) + delta;
      });
      seen = weights;
    }
    output.rates.push(rate);
    output.train.push(lossOf(train));
    output.validation.push(lossOf(validation));
  }
  output.curve = grid.map(say);
  return ok(output);
}
