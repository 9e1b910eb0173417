/** A dense layer and the flattening before it, in plain float64. */
import { fail, ok, type Result } from "../result";
import type { ComputeFailure, DenseOutput, DenseProgram, FlattenOutput, FlattenProgram } from "./program";

/** Why a dense layer cannot be computed, or null. */
export function refusalOfDense({ input, weights, bias }: DenseProgram): ComputeFailure | null {
  const units = weights[0]?.length ?? 0;
  const isWhole =
    units > 0 && weights.length === input.length && weights.every((row) => row.length === units);
  if (isWhole && (bias === null || bias.length === units)) return null;
  return {
    kind: "bad-field",
    message: "weights are one row for each input, bias one value for each unit",
  };
}

/** Why no cell of the volume is marked, or null. */
export function refusalOfFlatten({ shape, marked }: FlattenProgram): ComputeFailure | null {
  const isInside = shape.every((side, axis) => {
    const at = marked[axis] ?? -1;
    return Number.isInteger(side) && side >= 1 && Number.isInteger(at) && at >= 0 && at < side;
  });
  return isInside ? null : { kind: "bad-field", message: "the marked cell lies outside the volume" };
}

/** input · weights + bias; every row of the weights belongs to one input. */
export function runDense(program: DenseProgram): Result<DenseOutput, ComputeFailure> {
  const refused = refusalOfDense(program);
  if (refused) return fail(refused);
  const { input, weights, bias } = program;
  const units = weights[0]?.length ?? 0;
  const values = Array.from({ length: units }, (_, unit) =>
    input.reduce((sum, value, at) => sum + value * (weights[at]?.[unit] ?? 0), bias?.[unit] ?? 0),
  );
  return ok({ kind: "dense", values });
}

/** Reads the volume out in the order height, width, channel and finds the marked cell. */
export function runFlatten(program: FlattenProgram): Result<FlattenOutput, ComputeFailure> {
  const refused = refusalOfFlatten(program);
  if (refused) return fail(refused);
  const { shape, marked } = program;
  const [height, width, channels] = shape;
  let index = -1;
  let length = 0;
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      for (let channel = 0; channel < channels; channel += 1) {
        if (row === marked[0] && column === marked[1] && channel === marked[2]) index = length;
        length += 1;
      }
    }
  }
  return ok({ kind: "flatten", length, index });
}
