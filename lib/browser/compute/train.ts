/** A small network trained on tensors, its gradient by automatic differentiation. */
import {
  abs,
  add,
  concat,
  grad,
  matMul,
  mean,
  mul,
  reshape,
  type Scalar,
  slice,
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
import { batchesOf, ratesOf, refusalOfTrain } from "@/lib/core/compute/train";
import {
  adam,
  type TrainOutput,
  type TrainProgram,
  type TrainProgress,
} from "@/lib/core/compute/training-program";
import { fail, ok, type Result } from "@/lib/core/result";
import { advance } from "./descend";
import { registerLossGradients } from "./loss-gradients";

/** Losses are told in pieces of this many epochs. */
const piece = 10;
interface Data {
  x: Tensor1D;
  y: Tensor1D;
}

export function trainNetwork(
  program: TrainProgram,
  onProgress?: (progress: TrainProgress) => void,
): Result<TrainOutput, ComputeFailure> {
  const refused = refusalOfTrain(program);
  if (refused) return fail<ComputeFailure>({ kind: "bad-field", message: refused });
  const { train, validation, first, epochs, grid, optimizer = adam, outputShare = 1 } = program;
  registerLossGradients();
  const units = first.input.length;
  const say = (weights: Tensor1D, x: Tensor1D): Tensor1D => {
    const part = (at: number, length: number): Tensor1D => slice(weights, [at * units], [length]);
    const inner = add(matMul(reshape(x, [-1, 1]), reshape(part(0, units), [1, units])), part(1, units));
    const outer = matMul(tanh(inner) as Tensor2D, reshape(part(2, units), [units, 1]));
    return reshape(add(outer, part(3, 1)), [-1]);
  };
  const cost = program.loss === "absolute" ? abs<Tensor1D> : square<Tensor1D>;
  const lossOf = (weights: Tensor1D, { x, y }: Data): Scalar => mean(cost(sub(say(weights, x), y)));
  const output: TrainOutput = { kind: "train", train: [], validation: [], rates: [], curve: [] };
  let told = 0;
  const tell = () => {
    if (output.train.length === told) return;
    onProgress?.({ from: told, train: output.train.slice(told), validation: output.validation.slice(told) });
    told = output.train.length;
  };
  const [all, unseen] = [train, validation].map(({ x, y }) => ({ x: tensor1d(x), y: tensor1d(y) })) as [
    Data,
    Data,
  ];
  const picked = (values: readonly number[], batch: readonly number[]) =>
    tensor1d(batch.map((at) => values[at] ?? 0));
  const note = (weights: Tensor1D) => {
    const [own, other] = tidy(() =>
      [lossOf(weights, all), lossOf(weights, unseen)].map((loss) => loss.dataSync()[0]),
    );
    output.train.push(own ?? Number.NaN);
    output.validation.push(other ?? Number.NaN);
  };
  // Every rule's move grows with its rate, so the output layer's share can be given to the move.
  const shares = tensor1d([...Array(2 * units).fill(1), ...Array(units + 1).fill(outputShare)]);
  let state: Record<"weights" | "first" | "second", Tensor1D> = tidy(() => {
    const weights = concat([
      tensor1d(first.input),
      tensor1d(first.bias),
      tensor1d(first.output),
      tensor1d([first.outputBias]),
    ]);
    return { weights, first: zerosLike(weights), second: zerosLike(weights) };
  });
  const free = () => {
    for (const tensor of Object.values(state)) tensor.dispose();
  };
  note(state.weights);
  const [batches, rateOf] = [batchesOf(program), ratesOf(program)];
  let update = 0;
  for (let epoch = 1; epoch <= epochs; epoch += 1) {
    const rate = rateOf(epoch, output.validation.at(-1) ?? 0);
    const hyper = { ...optimizer.hyper, lr: rate };
    for (const batch of batches()) {
      update += 1;
      const next = tidy(() => {
        const data = program.batches ? { x: picked(train.x, batch), y: picked(train.y, batch) } : all;
        const seen: Tensor1D =
          optimizer.rule === "nag-lookahead"
            ? sub(state.weights, mul(shares, mul(hyper.lr * hyper.momentum, state.first)))
            : state.weights;
        const gradient = grad((weights) => lossOf(weights as Tensor1D, data))(seen) as Tensor1D;
        const moved = advance(optimizer.rule, hyper, state, gradient, update);
        // A memory that the rule does not keep stays the tensor it was; the next state owns what it holds.
        const own = (tensor: Tensor1D, old: Tensor1D): Tensor1D => (tensor === old ? tensor.clone() : tensor);
        const weights: Tensor1D = add(state.weights, mul(shares, moved.delta));
        return {
          weights,
          first: own(moved.first, state.first),
          second: own(moved.second, state.second),
        };
      });
      free();
      state = next;
    }
    output.rates.push(rate);
    note(state.weights);
    if (epoch % piece === 0) tell();
  }
  tell();
  output.curve = grid.length === 0 ? [] : tidy(() => [...say(state.weights, tensor1d(grid)).dataSync()]);
  free();
  for (const tensor of [all.x, all.y, unseen.x, unseen.y, shares]) tensor.dispose();
  return ok(output);
}
