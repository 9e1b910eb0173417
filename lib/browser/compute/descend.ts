/** Update rules as tensor operations on all coordinates at once; formulas as in core's descent. */
import {
  add,
  div,
  fill,
  mul,
  neg,
  sqrt,
  square,
  sub,
  type Tensor1D,
  tensor1d,
  tidy,
  zerosLike,
} from "@tensorflow/tfjs-core";
import { hyperAt, refusalOfDescent } from "@/lib/core/compute/descent";
import {
  type DescentOutput,
  type DescentProgram,
  farthest,
  type Hyper,
  type Rule,
  type Surface,
} from "@/lib/core/compute/descent-program";
import type { ComputeFailure } from "@/lib/core/compute/program";
import { fail, ok, type Result } from "@/lib/core/result";
import { surfaceGradient } from "./surface-gradients";
import { surfaceLoss } from "./surface-losses";

interface Memory {
  first: Tensor1D;
  second: Tensor1D;
}
interface Update extends Memory {
  delta: Tensor1D;
  /** Factor on the gradient, or null. */
  rate: Tensor1D | null;
}

const average = (old: Tensor1D, kept: number, fresh: Tensor1D): Tensor1D =>
  add(mul(kept, old), mul(1 - kept, fresh));
const root = (squares: Tensor1D, eps: number): Tensor1D => add(sqrt(squares), eps);

/** One update by a rule: what is added to the place, and what the rule remembers from now on. */
export function advance(
  rule: Rule,
  { lr, momentum, alpha, rho, beta1, beta2, eps }: Hyper,
  { first, second }: Memory,
  gradient: Tensor1D,
  step: number,
): Update {
  switch (rule) {
    case "sgd":
      return { first, second, delta: mul(-lr, gradient), rate: fill([gradient.size], lr) };
    case "momentum":
    case "nag-lookahead": {
      const velocity: Tensor1D = add(mul(momentum, first), gradient);
      return { first: velocity, second, delta: mul(-lr, velocity), rate: null };
    }
    case "nag": {
      const velocity: Tensor1D = add(mul(momentum, first), gradient);
      return { first: velocity, second, delta: mul(-lr, add(gradient, mul(momentum, velocity))), rate: null };
    }
    case "adagrad": {
      const squares: Tensor1D = add(second, square(gradient));
      const rate: Tensor1D = div(lr, root(squares, eps));
      return { first, second: squares, delta: neg(mul(rate, gradient)), rate };
    }
    case "adadelta": {
      const squares = average(second, rho, square(gradient));
      const move: Tensor1D = mul(div(sqrt(add(first, eps)), sqrt(add(squares, eps))), gradient);
      return { first: average(first, rho, square(move)), second: squares, delta: mul(-lr, move), rate: null };
    }
    case "rmsprop": {
      const squares = average(second, alpha, square(gradient));
      const divisor = root(squares, eps);
      if (momentum === 0) {
        const rate: Tensor1D = div(lr, divisor);
        return { first, second: squares, delta: neg(mul(rate, gradient)), rate };
      }
      const velocity: Tensor1D = add(mul(momentum, first), div(gradient, divisor));
      return { first: velocity, second: squares, delta: mul(-lr, velocity), rate: null };
    }
    case "adam": {
      const means = average(first, beta1, gradient);
      const squares = average(second, beta2, square(gradient));
      const rate: Tensor1D = div(lr, root(div(squares, 1 - beta2 ** step), eps));
      return { first: means, second: squares, delta: neg(mul(rate, div(means, 1 - beta1 ** step))), rate };
    }
  }
}

export function descend(program: DescentProgram): Result<DescentOutput, ComputeFailure> {
  const refused = refusalOfDescent(program);
  if (refused) return fail(refused);
  const { follows, start, rule, noise } = program;
  const output: DescentOutput = {
    kind: "descent",
    theta: [start],
    losses: [],
    deltas: [],
    rates: [],
    memory: [],
    firstStepBeyond: null,
  };
  let state = tidy(() => {
    const theta = tensor1d(start);
    return { theta, first: zerosLike(theta), second: zerosLike(theta) };
  });
  /** A memory that the rule does not keep stays the tensor that it was. */
  const replace = (next: typeof state) => {
    for (const tensor of Object.values(state)) if (!Object.values(next).includes(tensor)) tensor.dispose();
    state = next;
  };
  const told: Told[] = [];
  for (let step = 1; step <= program.steps; step += 1) {
    const hyper = hyperAt(program, step);
    const next = tidy(() => {
      const seen: Tensor1D =
        rule === "nag-lookahead"
          ? sub(state.theta, mul(hyper.lr * hyper.momentum, state.first))
          : state.theta;
      const slope: Tensor1D =
        "gradients" in follows
          ? tensor1d([follows.gradients[step - 1] ?? 0])
          : surfaceGradient(follows.surface, seen, step);
      const gradient: Tensor1D = noise ? add(slope, tensor1d(noise[step - 1] ?? [])) : slope;
      const { first, second, delta, rate } = advance(rule, hyper, state, gradient, step);
      return {
        theta: add(state.theta, delta) as Tensor1D,
        first,
        second,
        delta,
        rates: rate ? [rate] : [],
      };
    });
    replace({ theta: next.theta, first: next.first, second: next.second });
    const theta = [...next.theta.dataSync()];
    told.push({
      theta,
      delta: next.delta.dataSync()[0] ?? 0,
      rate: next.rates[0]?.dataSync()[0] ?? null,
      first: next.first.dataSync()[0] ?? 0,
      second: next.second.dataSync()[0] ?? 0,
    });
    next.delta.dispose();
    next.rates[0]?.dispose();
    if (!theta.every((value) => Math.abs(value) <= farthest)) {
      output.firstStepBeyond = step;
      told.pop();
      break;
    }
  }
  for (const tensor of Object.values(state)) tensor.dispose();
  output.theta.push(...told.map(({ theta }) => theta));
  output.deltas = told.map(({ delta }) => delta);
  output.rates = told.map(({ rate }) => rate);
  output.memory = told.map(({ first, second }) => ({ first, second }));
  if ("surface" in follows) output.losses = lossesAt(follows.surface, output.theta);
  return ok(output);
}

/** What a step leaves to be told: θ whole, the rest of its first coordinate. */
interface Told {
  theta: number[];
  delta: number;
  rate: number | null;
  first: number;
  second: number;
}

/** The loss at every place in one go: each coordinate of all of them is one tensor. */
const lossesAt = (surface: Surface, theta: readonly number[][]): number[] =>
  tidy(() => {
    const columns = (theta[0] ?? []).map((_, axis) => tensor1d(theta.map((place) => place[axis] ?? 0)));
    return [...surfaceLoss(surface, columns).dataSync()];
  });
