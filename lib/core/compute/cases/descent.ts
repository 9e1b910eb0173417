/** Cases of optimizers: a trajectory over a loss, or the steps taken on a fixed sequence of gradients. */
import { z } from "zod";
import { fail, ok } from "../../result";
import type { DescentProgram, Hyper, Rule } from "../descent-program";
import { type CaseKind, caseKind } from "./case-kind";
import { count, real } from "./fields";

const unused: Hyper = { lr: 0, momentum: 0, alpha: 0, rho: 0, beta1: 0, beta2: 0, eps: 0 };
/** A rule with the numbers that it reads; all of them have to be there. */
const rule = <Name extends Rule, Shape extends z.ZodRawShape>(name: Name, hyper: Shape) =>
  z.object({ optimizer: z.literal(name), hyper: z.object({ lr: real, ...hyper }) });
const optimizer = z.discriminatedUnion("optimizer", [
  rule("sgd", {}),
  rule("momentum", { momentum: real }),
  rule("nag", { momentum: real }),
  rule("nag-lookahead", { momentum: real }),
  rule("adagrad", { eps: real }),
  rule("adadelta", { rho: real, eps: real }),
  rule("rmsprop", { alpha: real, eps: real, momentum: real.optional() }),
  rule("adam", { beta1: real, beta2: real, eps: real }),
]);
const hyperOf = ({ hyper }: z.infer<typeof optimizer>): Hyper => ({
  ...unused,
  ...Object.fromEntries(Object.entries(hyper).filter(([, value]) => value !== undefined)),
});

const surface = z.discriminatedUnion("name", [
  z.object({ name: z.literal("quadratic"), curvature: z.array(real).min(1) }),
  z.object({ name: z.literal("rosenbrock") }),
  z.object({ name: z.literal("beale") }),
  z.object({ name: z.literal("saddle") }),
  z.object({ name: z.literal("polynomial"), coefficients: z.array(real).min(1) }),
  z.object({ name: z.literal("sparse"), every: count, target: z.tuple([real, real]) }),
]);
const steps = z.int().min(0).max(100_000);

export const optimizers: CaseKind = caseKind(
  optimizer.and(z.object({ loss: surface, start: z.array(real).min(1), steps })),
  (fields) => ({
    program: {
      kind: "descent",
      rule: fields.optimizer,
      hyper: hyperOf(fields),
      follows: { surface: fields.loss },
      start: fields.start,
      steps: fields.steps,
    },
    write: (output) => {
      if (output.kind !== "descent") return unfit;
      const { theta, losses, firstStepBeyond } = output;
      return ok({
        theta,
        lossValue: losses,
        ...(firstStepBeyond !== null && { firstStepBeyond1e6: firstStepBeyond }),
      });
    },
  }),
);
const unfit = fail({ kind: "unsupported" as const, message: "the run left no descent" });

const gradient = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("constant"), g: real }),
  z.object({ kind: z.literal("lcg-noise"), seed: z.int().min(0), mean: real, amp: real }),
  z.object({ kind: z.literal("alternating"), g: real }),
  z.object({ kind: z.literal("sparse"), g: real, every: count }),
  z.object({ kind: z.literal("burst"), big: real, small: real, until: z.int().min(0) }),
]);

/** Gradient of a step, counted from 1, for those that need no memory. */
function gradientOf(kind: Exclude<z.infer<typeof gradient>, { kind: "lcg-noise" }>, t: number): number {
  switch (kind.kind) {
    case "constant":
      return kind.g;
    case "alternating":
      return t % 2 === 1 ? kind.g : -kind.g;
    case "sparse":
      return t % kind.every === 0 ? kind.g : 0;
    case "burst":
      return t <= kind.until ? kind.big : kind.small;
  }
}

/** Gradients of steps 1, 2, …, as the reference file defines them; the noise is a linear congruential generator's. */
function gradientsOf(kind: z.infer<typeof gradient>, length: number): number[] {
  if (kind.kind !== "lcg-noise") return Array.from({ length }, (_, at) => gradientOf(kind, at + 1));
  const { mean, amp } = kind;
  let state = kind.seed % 2 ** 32;
  return Array.from({ length }, () => {
    state = (Math.imul(1_664_525, state) + 1_013_904_223) >>> 0;
    return mean + amp * ((2 * state) / 2 ** 32 - 1);
  });
}

export const effectiveLr: CaseKind = caseKind(
  optimizer.and(z.object({ gradient, at: z.array(count.max(100_000)).min(1) })),
  (fields) => {
    const last = Math.max(...fields.at);
    const program: DescentProgram = {
      kind: "descent",
      rule: fields.optimizer,
      hyper: hyperOf(fields),
      follows: { gradients: gradientsOf(fields.gradient, last) },
      start: [0],
      steps: last,
    };
    return {
      program,
      write: (output) => {
        if (output.kind !== "descent") return unfit;
        const taken = fields.at.filter((step) => step < output.theta.length);
        return ok({
          steps: Object.fromEntries(
            taken.map((step) => [
              String(step),
              {
                delta: output.deltas[step - 1],
                theta: output.theta[step]?.[0],
                effectiveLr: output.rates[step - 1] ?? null,
              },
            ]),
          ),
        });
      },
    };
  },
);
