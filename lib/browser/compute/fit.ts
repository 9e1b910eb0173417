/** Batches and fits on tensors. */
import {
  add,
  div,
  dot,
  mean,
  mul,
  range,
  type Scalar,
  slice,
  sqrt,
  square,
  sub,
  type Tensor1D,
  tensor1d,
  tidy,
} from "@tensorflow/tfjs-core";
import type { ComputeFailure } from "@/lib/core/compute/program";
import { legendre, refusalOfBatching, refusalOfFit } from "@/lib/core/compute/training";
import type {
  BatchingOutput,
  BatchingProgram,
  FitOutput,
  FitProgram,
} from "@/lib/core/compute/training-program";
import { fail, ok, type Result } from "@/lib/core/result";

const wrong = (message: string) => fail<ComputeFailure>({ kind: "bad-field", message });
const numberOf = (tensor: Scalar): number => tensor.dataSync()[0] ?? Number.NaN;

/** A tensor of the samples' numbers is cut into batches, whose sizes are those of the pieces. */
export function cutBatches(program: BatchingProgram): Result<BatchingOutput, ComputeFailure> {
  const refused = refusalOfBatching(program);
  if (refused) return wrong(refused);
  const { samples, batch, epochs, dropLast } = program;
  return tidy(() => {
    const all = range(0, samples, 1, "int32");
    const sizes: number[] = [];
    for (let at = 0; at < samples; at += batch) {
      const { size } = slice(all, [at], [Math.min(batch, samples - at)]);
      if (size === batch || !dropLast) sizes.push(size);
    }
    return ok({ kind: "batching" as const, sizes, updates: sizes.length * epochs });
  });
}

/** As in the reference: one more degree is one more direction, at right angles to those before it. */
export function fitPolynomials(program: FitProgram): Result<FitOutput, ComputeFailure> {
  const refused = refusalOfFit(program);
  if (refused) return wrong(refused);
  const { train, validation, degree, grid } = program;
  const count = train.x.length;
  const places = [...train.x, ...validation.x, ...grid];
  return tidy(() => {
    const [wanted, unseen] = [tensor1d(train.y), tensor1d(validation.y)];
    const seen = (column: Tensor1D): Tensor1D => slice(column, [0], [count]);
    let said: Tensor1D = tensor1d(places.map(() => 0));
    const directions: Tensor1D[] = [];
    const fits = legendre(places, degree).map((values) => {
      let column: Tensor1D = tensor1d(values);
      for (const earlier of directions)
        column = sub(column, mul(dot(seen(column), seen(earlier)) as Scalar, earlier));
      column = div(column, sqrt(dot(seen(column), seen(column))));
      directions.push(column);
      said = add(said, mul(dot(seen(column), sub(wanted, seen(said))) as Scalar, column));
      const told = slice(said, [count], [validation.x.length]);
      return {
        train: numberOf(mean(square(sub(seen(said), wanted)))),
        validation: numberOf(mean(square(sub(told, unseen)))),
        curve: [...said.dataSync()].slice(count + validation.x.length),
      };
    });
    return ok({ kind: "fit" as const, fits });
  });
}
