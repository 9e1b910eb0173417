/** Update rules as tensor operations on all coordinates at once; formulas as in core's descent. */
import {
  add,
  div,
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
import { refusalOfDescent } from "@/lib/core/compute/descent";
import {
  type DescentOutput,
  type DescentProgram,
  farthest,
  type Hyper,
} from "@/lib/core/compute/descent-program";
import type { ComputeFailure } from "@/lib/core/compute/program";
import { fail, ok, type Result } from "@/lib/core/result";
import { surfaceGradient, surfaceValue } from "./surface-gradients";

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

function advance(
  program: DescentProgram,
  { first, second }: Memory,
  gradient: Tensor1D,
  step: number,
): Update {
  const { lr, momentum, alpha, rho, beta1, beta2, eps }: Hyper = program.hyper;
  switch (program.rule) {
    case "sgd":
      return { first, second, delta: mul(-lr, gradient), rate: mul(lr, add(zerosLike(gradient), 1)) };
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
  const { follows, start, hyper, rule } = program;
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
  const free = () => {
    for (const tensor of Object.values(state)) tensor.dispose();
  };
  for (let step = 1; step <= program.steps; step += 1) {
    const { told, ...next } = tidy(() => {
      const seen: Tensor1D =
        rule === "nag-lookahead"
          ? sub(state.theta, mul(hyper.lr * hyper.momentum, state.first))
          : state.theta;
      const gradient =
        "gradients" in follows
          ? tensor1d([follows.gradients[step - 1] ?? 0])
          : surfaceGradient(follows.surface, seen, step);
      const { first, second, delta, rate } = advance(program, state, gradient, step);
      const theta: Tensor1D = add(state.theta, delta);
      return {
        theta,
        first: add(first, 0),
        second: add(second, 0),
        told: [theta, delta, first, second, rate].map((each) => each?.clone()),
      };
    }) as unknown as typeof state & { told: (Tensor1D | undefined)[] };
    const [theta = [], delta = [], kept = [], squares = [], rate] = told.map((tensor) =>
      tensor ? [...tensor.dataSync()] : undefined,
    );
    for (const tensor of told) tensor?.dispose();
    free();
    state = next;
    if (!theta.every((value) => Math.abs(value) <= farthest)) {
      output.firstStepBeyond = step;
      break;
    }
    output.theta.push(theta);
    output.deltas.push(delta[0] ?? 0);
    output.rates.push(rate?.[0] ?? null);
    output.memory.push({ first: kept[0] ?? 0, second: squares[0] ?? 0 });
  }
  free();
  if ("surface" in follows) {
    output.losses = output.theta.map(
      (each) => tidy(() => surfaceValue(follows.surface, tensor1d(each)).dataSync()[0]) ?? Number.NaN,
    );
  }
  return ok(output);
}
