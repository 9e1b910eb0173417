/**
 * Update rules in plain float64, as taught: momentum without dampening; nag as frameworks write it, nag-lookahead as the
 * textbook does; ε outside the root but for Adadelta, whose divisor uses the new average (Zeiler 2012).
 */
import { fail, ok, type Result } from "../result";
import {
  type DescentOutput,
  type DescentProgram,
  farthest,
  type Hyper,
  type Memory,
  type Rule,
} from "./descent-program";
import type { ComputeFailure } from "./program";
import { coordinatesOf, gradientAt, valueAt } from "./surfaces";

interface Update {
  /** Added to θ. */
  delta: number;
  /** Factor on the gradient, or null. */
  rate: number | null;
}
type Step = (memory: Memory, gradient: number, hyper: Hyper, step: number) => Update;

/** One update of one coordinate by each rule; what the rule remembers is changed in place. */
export const steps: Record<Rule, Step> = {
  sgd: (_, gradient, { lr }) => ({ delta: -lr * gradient, rate: lr }),
  momentum: (memory, gradient, { lr, momentum }) => {
    memory.first = momentum * memory.first + gradient;
    return { delta: -lr * memory.first, rate: null };
  },
  nag: (memory, gradient, { lr, momentum }) => {
    memory.first = momentum * memory.first + gradient;
    return { delta: -lr * (gradient + momentum * memory.first), rate: null };
  },
  "nag-lookahead": (memory, gradient, { lr, momentum }) => {
    memory.first = momentum * memory.first + gradient;
    return { delta: -lr * memory.first, rate: null };
  },
  adagrad: (memory, gradient, { lr, eps }) => {
    memory.second += gradient ** 2;
    const rate = lr / (Math.sqrt(memory.second) + eps);
    return { delta: -rate * gradient, rate };
  },
  adadelta: (memory, gradient, { lr, rho, eps }) => {
    memory.second = rho * memory.second + (1 - rho) * gradient ** 2;
    const move = (Math.sqrt(memory.first + eps) / Math.sqrt(memory.second + eps)) * gradient;
    memory.first = rho * memory.first + (1 - rho) * move ** 2;
    return { delta: -lr * move, rate: null };
  },
  rmsprop: (memory, gradient, { lr, alpha, eps, momentum }) => {
    memory.second = alpha * memory.second + (1 - alpha) * gradient ** 2;
    const rate = lr / (Math.sqrt(memory.second) + eps);
    if (momentum === 0) return { delta: -rate * gradient, rate };
    memory.first = momentum * memory.first + gradient / (Math.sqrt(memory.second) + eps);
    return { delta: -lr * memory.first, rate: null };
  },
  adam: (memory, gradient, { lr, beta1, beta2, eps }, step) => {
    memory.first = beta1 * memory.first + (1 - beta1) * gradient;
    memory.second = beta2 * memory.second + (1 - beta2) * gradient ** 2;
    const rate = lr / (Math.sqrt(memory.second / (1 - beta2 ** step)) + eps);
    return { delta: (-rate * memory.first) / (1 - beta1 ** step), rate };
  },
};

/** The rates and decays of a step, counted from 1. */
export const hyperAt = ({ hyper, rates }: DescentProgram, step: number): Hyper =>
  rates ? { ...hyper, lr: rates[step - 1] ?? 0 } : hyper;

/** Why a descent cannot be run, or null. */
export function refusalOfDescent(program: DescentProgram): ComputeFailure | null {
  const { follows, start, steps: count, hyper, rates, noise } = program;
  if (!Number.isInteger(count) || count < 0 || count > 100_000)
    return { kind: "bad-field", message: "steps is a whole number up to 100000" };
  if (![...start, ...Object.values(hyper)].every(Number.isFinite))
    return { kind: "bad-field", message: "every number has to be finite" };
  if (rates && !(rates.length >= count && rates.every(Number.isFinite)))
    return { kind: "bad-field", message: "one finite rate for each step" };
  if (noise && !(noise.length >= count && noise.every((each) => isFiniteList(each, start.length))))
    return { kind: "bad-field", message: "noise has one finite number for each coordinate at each step" };
  if ("gradients" in follows) {
    const isSequence =
      start.length === 1 && follows.gradients.length >= count && follows.gradients.every(Number.isFinite);
    return isSequence
      ? null
      : { kind: "bad-field", message: "one gradient for each step, and one coordinate" };
  }
  if (coordinatesOf(follows.surface) !== start.length)
    return {
      kind: "bad-field",
      message: `start has ${coordinatesOf(follows.surface)} coordinates on this loss`,
    };
  return null;
}

const isFiniteList = (values: readonly number[], length: number): boolean =>
  values.length === length && values.every(Number.isFinite);

export function runDescent(program: DescentProgram): Result<DescentOutput, ComputeFailure> {
  const refused = refusalOfDescent(program);
  if (refused) return fail(refused);
  const { rule, follows, start, noise } = program;
  const memories = start.map((): Memory => ({ first: 0, second: 0 }));
  const output: DescentOutput = {
    kind: "descent",
    theta: [start],
    losses: [],
    deltas: [],
    rates: [],
    memory: [],
    firstStepBeyond: null,
  };
  let theta = start;
  for (let step = 1; step <= program.steps; step += 1) {
    const hyper = hyperAt(program, step);
    // The textbook's nag looks at the gradient where the velocity alone would carry it.
    const seen =
      rule === "nag-lookahead"
        ? theta.map((value, at) => value - hyper.lr * hyper.momentum * (memories[at]?.first ?? 0))
        : theta;
    const gradients =
      "gradients" in follows ? [follows.gradients[step - 1] ?? 0] : gradientAt(follows.surface, seen, step);
    const updates = memories.map((memory, at) =>
      steps[rule](memory, (gradients[at] ?? 0) + (noise?.[step - 1]?.[at] ?? 0), hyper, step),
    );
    theta = theta.map((value, at) => value + (updates[at]?.delta ?? 0));
    if (!theta.every((value) => Math.abs(value) <= farthest)) {
      output.firstStepBeyond = step;
      break;
    }
    output.theta.push(theta);
    output.deltas.push(updates[0]?.delta ?? 0);
    output.rates.push(updates[0]?.rate ?? null);
    output.memory.push({ first: 0, second: 0, ...memories[0] });
  }
  if ("surface" in follows) output.losses = output.theta.map((each) => valueAt(follows.surface, each));
  return ok(output);
}
