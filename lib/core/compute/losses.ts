/** Losses and their gradients in plain float64. Natural logarithms; means over all elements, or over the batch. */
import { fail, ok, type Result } from "../result";
import type { LossOutput, LossProgram } from "./loss-program";
import type { ComputeFailure } from "./program";

type Elementwise = Extract<LossProgram, { delta: number }>;
type ByClass = Exclude<LossProgram, { delta: number }>;

/** PyTorch keeps each logarithm of binary cross-entropy at −100 or above, and its divisor from 0. */
export const lowestLog = -100;
export const leastDivisor = 1e-12;

/** Loss of one prediction and its derivative. */
function ofOne({ loss, delta }: Elementwise, p: number, y: number): [value: number, slope: number] {
  const d = p - y;
  switch (loss) {
    case "mse":
      return [d * d, 2 * d];
    case "mae":
      return [Math.abs(d), Math.sign(d)];
    case "huber":
      return Math.abs(d) <= delta
        ? [0.5 * d * d, d]
        : [delta * (Math.abs(d) - 0.5 * delta), delta * Math.sign(d)];
    case "bce": {
      const log = (value: number) => Math.max(lowestLog, Math.log(value));
      return [-(y * log(p) + (1 - y) * log(1 - p)), d / Math.max(p * (1 - p), leastDivisor)];
    }
    case "bce-with-logits": {
      const sigmoid = 1 / (1 + Math.exp(-p));
      return [Math.max(p, 0) - p * y + Math.log1p(Math.exp(-Math.abs(p))), sigmoid - y];
    }
  }
}

/** Loss of one row of classes and its derivatives. */
function ofRow(
  loss: ByClass["loss"],
  row: readonly number[],
  target: number,
): [value: number, slopes: number[]] {
  if (loss === "cross-entropy-from-probabilities") {
    const p = row[target] ?? Number.NaN;
    return [-Math.log(p), row.map((_, at) => (at === target ? -1 / p : 0))];
  }
  const most = Math.max(...row);
  const powers = row.map((logit) => Math.exp(logit - most));
  const total = powers.reduce((sum, power) => sum + power, 0);
  const softmax = powers.map((power) => power / total);
  const value = Math.log(total) + most - (row[target] ?? Number.NaN);
  return [value, softmax.map((share, at) => share - (at === target ? 1 : 0))];
}

/** Why a loss cannot be taken, or null. */
export function refusalOfLoss(program: LossProgram): ComputeFailure | null {
  const bad = (message: string): ComputeFailure => ({ kind: "bad-field", message });
  const { prediction, target } = program;
  if (prediction.length === 0 || prediction.length !== target.length)
    return bad("one target for each prediction");
  if ("delta" in program)
    return program.loss === "huber" && program.delta <= 0 ? bad("delta is above 0") : null;
  const classes = program.prediction[0]?.length ?? 0;
  if (!program.prediction.every((row) => row.length === classes)) return bad("every row has as many classes");
  const isClass = (index: number) => Number.isInteger(index) && index >= 0 && index < classes;
  return target.every(isClass) ? null : bad("a target is the index of a class");
}

export function runLoss(program: LossProgram): Result<LossOutput, ComputeFailure> {
  const refused = refusalOfLoss(program);
  if (refused) return fail(refused);
  const { target } = program;
  const parts: [number, number[]][] =
    "delta" in program
      ? program.prediction.map((p, at) => {
          const [value, slope] = ofOne(program, p, target[at] ?? 0);
          return [value, [slope]];
        })
      : program.prediction.map((row, at) => ofRow(program.loss, row, target[at] ?? 0));
  const sum = parts.reduce((total, [value]) => total + value, 0);
  const gradMean = parts.flatMap(([, slopes]) => slopes.map((slope) => slope / parts.length));
  return ok({ kind: "loss", mean: sum / parts.length, sum, gradMean });
}
