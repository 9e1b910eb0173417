/** Batches, fits and trained networks in plain float64. */
import { fail, ok, type Result } from "../result";
import type { ComputeFailure } from "./program";
import {
  adam,
  type BatchingOutput,
  type BatchingProgram,
  type FitOutput,
  type FitProgram,
  type Points,
  type TrainOutput,
  type TrainProgram,
} from "./training-program";

const wrong = (message: string) => fail<ComputeFailure>({ kind: "bad-field", message });

/** Why a data set cannot be walked through, or null. */
export function refusalOfBatching({ samples, batch, epochs }: BatchingProgram): string | null {
  if (![samples, batch, epochs].every((count) => Number.isInteger(count) && count >= 1))
    return "samples, batch and epochs are whole numbers from 1";
  return Math.ceil(samples / batch) * epochs > 100_000 ? "at most 100000 batches" : null;
}

export function runBatching(program: BatchingProgram): Result<BatchingOutput, ComputeFailure> {
  const refused = refusalOfBatching(program);
  if (refused) return wrong(refused);
  const { samples, batch, epochs, dropLast } = program;
  const sizes: number[] = [];
  for (let at = 0; at < samples; at += batch) {
    const size = Math.min(batch, samples - at);
    if (size === batch || !dropLast) sizes.push(size);
  }
  let updates = 0;
  for (let epoch = 0; epoch < epochs; epoch += 1) updates += sizes.length;
  return ok({ kind: "batching", sizes, updates });
}

const isPoints = ({ x, y }: Points): boolean =>
  x.length === y.length && x.length > 0 && [...x, ...y].every(Number.isFinite);

export function refusalOfFit({ train, validation, degree, grid }: FitProgram): string | null {
  if (!isPoints(train) || !isPoints(validation)) return "points have as many x as y, all finite";
  if (![...train.x, ...validation.x, ...grid].every((x) => Math.abs(x) <= 1)) return "x runs from -1 to 1";
  if (!Number.isInteger(degree) || degree < 0 || degree > 12) return "degree is a whole number up to 12";
  return new Set(train.x).size <= degree ? "more different points than the degree are needed" : null;
}

/** Legendre polynomials of degrees 0 to `degree` at each x: nearly at right angles already, which keeps digits. */
export function legendre(xs: readonly number[], degree: number): number[][] {
  const columns = [xs.map(() => 1), [...xs]];
  for (let n = 1; n < degree; n += 1)
    columns.push(
      xs.map(
        (x, at) => ((2 * n + 1) * x * (columns[n]?.[at] ?? 0) - n * (columns[n - 1]?.[at] ?? 0)) / (n + 1),
      ),
    );
  return columns.slice(0, degree + 1);
}

const dot = (one: readonly number[], other: readonly number[], count: number): number => {
  let sum = 0;
  for (let at = 0; at < count; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
};

/**
 * Each column is made orthogonal to those before it by its values at the training points (modified Gram–Schmidt), and
 * its values at all other points are carried along. Then one more degree is one more projection.
 */
function fit(program: FitProgram): Result<FitOutput, ComputeFailure> {
  const refused = refusalOfFit(program);
  if (refused) return wrong(refused);
  const { train, validation, degree, grid } = program;
  const count = train.x.length;
  const [toValidation, toGrid] = [count, count + validation.x.length];
  const columns = legendre([...train.x, ...validation.x, ...grid], degree);
  const said = columns[0]?.map(() => 0) ?? [];
  const fits = columns.map((column, at) => {
    for (const earlier of columns.slice(0, at)) {
      const share = dot(column, earlier, count);
      for (let row = 0; row < column.length; row += 1)
        column[row] = (column[row] ?? 0) - share * (earlier[row] ?? 0);
    }
    const length = Math.sqrt(dot(column, column, count));
    for (let row = 0; row < column.length; row += 1) column[row] = (column[row] ?? 0) / length;
    const share = dot(column, train.y, count) - dot(column, said, count);
    for (let row = 0; row < said.length; row += 1) said[row] = (said[row] ?? 0) + share * (column[row] ?? 0);
    return {
      train: meanSquare(said.slice(0, toValidation), train.y),
      validation: meanSquare(said.slice(toValidation, toGrid), validation.y),
      curve: said.slice(toGrid),
    };
  });
  return ok({ kind: "fit", fits });
}

const meanSquare = (said: readonly number[], wanted: readonly number[]): number =>
  said.reduce((sum, value, at) => sum + (value - (wanted[at] ?? 0)) ** 2, 0) / said.length;

export function refusalOfTrain({
  train,
  validation,
  first,
  rate,
  epochs,
  grid,
}: TrainProgram): string | null {
  const { input, bias, output, outputBias } = first;
  if (!isPoints(train) || !isPoints(validation)) return "points have as many x as y, all finite";
  if (
    input.length === 0 ||
    input.length > 64 ||
    bias.length !== input.length ||
    output.length !== input.length
  )
    return "every unit has an input weight, a bias and an output weight";
  if (![...input, ...bias, ...output, outputBias, rate, ...grid].every(Number.isFinite))
    return "every number is finite";
  return !Number.isInteger(epochs) || epochs < 0 || epochs > 5000
    ? "epochs is a whole number up to 5000"
    : null;
}

/** A question shows, draws and decides by the same training again and again: each program object is run once. */
const once = <Program extends object, Output>(run: (program: Program) => Output) => {
  const known = new WeakMap<Program, Output>();
  return (program: Program): Output => {
    const output = known.get(program) ?? run(program);
    known.set(program, output);
    return output;
  };
};
export const runFit = once(fit);
export const runTrain = once(train);

/** Backpropagation written out: the loss is the mean of (ŷ − y)², ŷ = Σ vᵢ tanh(wᵢx + bᵢ) + c. */
function train(program: TrainProgram): Result<TrainOutput, ComputeFailure> {
  const refused = refusalOfTrain(program);
  if (refused) return wrong(refused);
  const { train, validation, first, rate, epochs, grid } = program;
  const units = first.input.length;
  // One row of all weights: inputs, biases, outputs, and the output's bias last.
  const weights = Float64Array.from([...first.input, ...first.bias, ...first.output, first.outputBias]);
  const gradient = new Float64Array(weights.length);
  const [means, squares] = [new Float64Array(weights.length), new Float64Array(weights.length)];
  const active = new Float64Array(units);
  const say = (x: number): number => {
    let sum = weights[3 * units] ?? 0;
    for (let unit = 0; unit < units; unit += 1) {
      active[unit] = Math.tanh((weights[unit] ?? 0) * x + (weights[units + unit] ?? 0));
      sum += (weights[2 * units + unit] ?? 0) * (active[unit] ?? 0);
    }
    return sum;
  };
  const lossOf = ({ x, y }: Points): number => {
    let sum = 0;
    for (let at = 0; at < x.length; at += 1) sum += (say(x[at] ?? 0) - (y[at] ?? 0)) ** 2;
    return sum / x.length;
  };
  const output: TrainOutput = {
    kind: "train",
    train: [],
    validation: [],
    curve: [],
  };
  for (let epoch = 1; epoch <= epochs; epoch += 1) {
    gradient.fill(0);
    output.validation.push(lossOf(validation));
    let squared = 0;
    for (let at = 0; at < train.x.length; at += 1) {
      const x = train.x[at] ?? 0;
      const error = say(x) - (train.y[at] ?? 0);
      const slope = (2 * error) / train.x.length;
      squared += error * error;
      for (let unit = 0; unit < units; unit += 1) {
        const value = active[unit] ?? 0;
        const back = slope * (weights[2 * units + unit] ?? 0) * (1 - value * value);
        gradient[unit] = (gradient[unit] ?? 0) + back * x;
        gradient[units + unit] = (gradient[units + unit] ?? 0) + back;
        gradient[2 * units + unit] = (gradient[2 * units + unit] ?? 0) + slope * value;
      }
      gradient[3 * units] = (gradient[3 * units] ?? 0) + slope;
    }
    output.train.push(squared / train.x.length);
    const [meanShare, squareShare] = [1 - adam.beta1 ** epoch, 1 - adam.beta2 ** epoch];
    for (let at = 0; at < weights.length; at += 1) {
      const g = gradient[at] ?? 0;
      const mean = adam.beta1 * (means[at] ?? 0) + (1 - adam.beta1) * g;
      const square = adam.beta2 * (squares[at] ?? 0) + (1 - adam.beta2) * g * g;
      means[at] = mean;
      squares[at] = square;
      weights[at] =
        (weights[at] ?? 0) - (rate * (mean / meanShare)) / (Math.sqrt(square / squareShare) + adam.eps);
    }
  }
  output.train.push(lossOf(train));
  output.validation.push(lossOf(validation));
  output.curve = grid.map(say);
  return ok(output);
}
