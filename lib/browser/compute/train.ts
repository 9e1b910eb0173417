/** Batches, fits and trained networks on tensors; the network's gradient by automatic differentiation. */
import {
  add,
  concat,
  div,
  dot,
  grad,
  matMul,
  mean,
  mul,
  range,
  reshape,
  type Scalar,
  slice,
  sqrt,
  square,
  sub,
  type Tensor1D,
  type Tensor2D,
  tanh,
  tensor1d,
  tidy,
  zerosLike,
} from "@tensorflow/tfjs-core";
import type { ComputeFailure } from "@/lib/core/compute/program";
import { legendre, refusalOfBatching, refusalOfFit, refusalOfTrain } from "@/lib/core/compute/training";
import {
  adam,
  type BatchingOutput,
  type BatchingProgram,
  type FitOutput,
  type FitProgram,
  type TrainOutput,
  type TrainProgram,
  type TrainProgress,
} from "@/lib/core/compute/training-program";
import { fail, ok, type Result } from "@/lib/core/result";
import { registerLossGradients } from "./loss-gradients";

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

/** Losses are told in pieces of this many epochs. */
const piece = 10;

export function trainNetwork(
  program: TrainProgram,
  onProgress?: (progress: TrainProgress) => void,
): Result<TrainOutput, ComputeFailure> {
  const refused = refusalOfTrain(program);
  if (refused) return wrong(refused);
  const { train, validation, first, rate, epochs, grid } = program;
  registerLossGradients();
  const units = first.input.length;
  const say = (weights: Tensor1D, x: Tensor1D): Tensor1D => {
    const part = (at: number, length: number): Tensor1D => slice(weights, [at * units], [length]);
    const inner = add(matMul(reshape(x, [-1, 1]), reshape(part(0, units), [1, units])), part(1, units));
    const outer = matMul(tanh(inner) as Tensor2D, reshape(part(2, units), [units, 1]));
    return reshape(add(outer, part(3, 1)), [-1]);
  };
  const output: TrainOutput = { kind: "train", train: [], validation: [], curve: [] };
  let told = 0;
  const tell = () => {
    if (output.train.length === told) return;
    onProgress?.({ from: told, train: output.train.slice(told), validation: output.validation.slice(told) });
    told = output.train.length;
  };
  const [trainX, trainY, validX, validY] = [train.x, train.y, validation.x, validation.y].map((values) =>
    tensor1d(values),
  ) as [Tensor1D, Tensor1D, Tensor1D, Tensor1D];
  const loss = (weights: Tensor1D): Scalar => mean(square(sub(say(weights, trainX), trainY)));
  const slope = grad((weights) => loss(weights as Tensor1D));
  const note = (weights: Tensor1D) =>
    tidy(() => {
      output.train.push(numberOf(loss(weights)));
      output.validation.push(numberOf(mean(square(sub(say(weights, validX), validY)))));
    });
  let state = tidy(() => {
    const weights = concat([
      tensor1d(first.input),
      tensor1d(first.bias),
      tensor1d(first.output),
      tensor1d([first.outputBias]),
    ]);
    return { weights, means: zerosLike(weights), squares: zerosLike(weights) };
  });
  const free = () => {
    for (const tensor of Object.values(state)) tensor.dispose();
  };
  note(state.weights);
  for (let epoch = 1; epoch <= epochs; epoch += 1) {
    const next = tidy(() => {
      const gradient = slope(state.weights);
      const means: Tensor1D = add(mul(adam.beta1, state.means), mul(1 - adam.beta1, gradient));
      const squares: Tensor1D = add(mul(adam.beta2, state.squares), mul(1 - adam.beta2, square(gradient)));
      const root = add(sqrt(div(squares, 1 - adam.beta2 ** epoch)), adam.eps);
      const weights: Tensor1D = sub(state.weights, mul(rate / (1 - adam.beta1 ** epoch), div(means, root)));
      return { weights, means, squares };
    });
    free();
    state = next;
    note(state.weights);
    if (epoch % piece === 0) tell();
  }
  tell();
  output.curve = grid.length === 0 ? [] : tidy(() => [...say(state.weights, tensor1d(grid)).dataSync()]);
  free();
  for (const tensor of [trainX, trainY, validX, validY]) tensor.dispose();
  return ok(output);
}
