/** Batches and fits in plain float64. */
import { fail, ok, type Result } from "../result";
import type { ComputeFailure } from "./program";
import type { BatchingOutput, BatchingProgram, FitOutput, FitProgram, Points } from "./training-program";

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

export const isPoints = ({ x, y }: Points): boolean =>
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

/** A question shows, draws and decides by the same training again and again: each program object is run once. */
export const once = <Program extends object, Output>(run: (program: Program) => Output) => {
  const known = new WeakMap<Program, Output>();
  return (program: Program): Output => {
    const output = known.get(program) ?? run(program);
    known.set(program, output);
    return output;
  };
};
export const runFit = once(fit);
