/**
 * The factor on the gradient, step by step, for seven optimizers in plain float64. Definitions as taught: accumulators
 * start at 0; ε outside the root for Adagrad, RMSprop and Adam, inside both roots for Adadelta (Zeiler 2012), whose
 * divisor uses the new average and which has no learning rate.
 */
import { fail, ok, type Result } from "../result";
import type { EffectiveRatesOutput, EffectiveRatesProgram, Lane } from "./effective-rates-program";
import type { ComputeFailure } from "./program";

/** A rule takes the next gradient and tells η_eff of that step. */
type Rule = (gradient: number) => number;

const rules: Record<Lane["method"], (lane: Lane) => Rule> = {
  sgd: (lane) => () => lane.rate,
  momentum: (lane) => () => lane.rate,
  nag: (lane) => () => lane.rate,
  adagrad: ({ rate, epsilon }) => {
    let sum = 0;
    return (gradient) => {
      sum += gradient ** 2;
      return rate / (Math.sqrt(sum) + epsilon);
    };
  },
  rmsprop: ({ rate, decay, epsilon }) => {
    let average = 0;
    return (gradient) => {
      average = decay * average + (1 - decay) * gradient ** 2;
      return rate / (Math.sqrt(average) + epsilon);
    };
  },
  adadelta: ({ decay, epsilon }) => {
    let squares = 0;
    let updates = 0;
    return (gradient) => {
      squares = decay * squares + (1 - decay) * gradient ** 2;
      const factor = Math.sqrt(updates + epsilon) / Math.sqrt(squares + epsilon);
      updates = decay * updates + (1 - decay) * (factor * gradient) ** 2;
      return factor;
    };
  },
  adam: ({ rate, decay2, epsilon }) => {
    let average = 0;
    let weight = 1;
    return (gradient) => {
      average = decay2 * average + (1 - decay2) * gradient ** 2;
      weight *= decay2;
      return rate / (Math.sqrt(average / (1 - weight)) + epsilon);
    };
  },
};

/** Rates of every lane at the asked steps (counted from 1, at most the number of gradients). */
export function runEffectiveRates(
  program: EffectiveRatesProgram,
): Result<EffectiveRatesOutput, ComputeFailure> {
  const { lanes, gradients, at } = program;
  const last = gradients.length;
  if (!gradients.every(Number.isFinite))
    return fail({ kind: "bad-field", message: "a gradient is not a number" });
  if (!at.every((step) => Number.isInteger(step) && step >= 1 && step <= last)) {
    return fail({ kind: "bad-field", message: "steps are counted from 1 to the number of gradients" });
  }
  const rates = lanes.map((lane) => {
    const rule = rules[lane.method](lane);
    const all = gradients.map((gradient) => rule(gradient * lane.scale));
    return at.map((step) => all[step - 1] ?? Number.NaN);
  });
  return ok({ kind: "effective-rates", rates });
}
