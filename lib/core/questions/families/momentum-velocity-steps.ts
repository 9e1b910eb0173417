/** Momentum by hand: the velocity after a few gradients, the weight that it moves, and the step it tends to. */
import type { Rule } from "../../compute/descent-program";
import type { BatchProgram, Output } from "../../compute/program";
import { copula, joined } from "../../korean";
import type { Rng } from "../../rng";
import type { Truth } from "../answer-form";
import { descendOn, follow, inTerm, numberTruth, shown, sub } from "../descents";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level } from "../family";
import { fieldsOf, isBetween, isWhole } from "../params";
import { takeBatch } from "../take-output";
import { decimals, type MomentumVelocitySteps, mistakes } from "./momentum-velocity-steps-rules";
import { velocityScene } from "./momentum-velocity-steps-scene";

/** Steps after which the velocity has reached its limit for every β that is drawn. */
const untilLimit = 150;
/** Of them only the first are drawn. */
const drawnOfLimit = 40;

const asksAt: Record<Level, MomentumVelocitySteps["asks"][]> = {
  1: ["velocity", "weight"],
  2: ["velocity", "weight", "limit"],
  3: ["weight", "limit"],
};
/** What has to be asked for a slip to have a value of its own. */
const asksFor: Record<string, MomentumVelocitySteps["asks"]> = { uphill: "weight", "rate-missed": "weight" };

function propose(rng: Rng, level: Level, separating?: string): MomentumVelocitySteps {
  const asks = asksFor[separating ?? ""] ?? rng.pick(asksAt[level]);
  const isBowl = asks === "weight" && level === 3;
  const constant = rng.pick([1, 2, 3, 4, -2]);
  const steps = asks === "limit" ? 1 : level === 1 ? 2 : 3;
  const isConstant = asks === "limit" || rng.int(0, 2) === 0;
  return {
    rate: rng.pick([0.01, 0.05, 0.1, 0.2]),
    beta: rng.pick(level === 1 ? [0.5, 0.9] : [0.5, 0.6, 0.8, 0.9]),
    start: rng.pick([1, 2, -1, 0.5]),
    gradients: isBowl
      ? []
      : Array.from({ length: steps }, () => (isConstant ? constant : rng.pick([-3, -2, -1, 1, 2, 3, 4]))),
    bowl: isBowl ? rng.pick([1, 2, 3]) : 0,
    steps,
    asks,
  };
}

function legal(params: unknown): params is MomentumVelocitySteps {
  const { rate, beta, start, gradients, bowl, steps, asks } = fieldsOf(params) ?? {};
  if (!Array.isArray(gradients) || !isWhole(steps, 1, 6) || !isBetween(bowl, 0, 10)) return false;
  return (
    isBetween(rate, 1e-3, 1) &&
    isBetween(beta, 0, 0.9) &&
    isBetween(start, -10, 10) &&
    gradients.every((gradient) => isBetween(gradient, -20, 20)) &&
    gradients.length === (bowl === 0 ? steps : 0) &&
    (asks === "weight" || (bowl === 0 && (asks === "velocity" || (asks === "limit" && steps === 1))))
  );
}

function programOf(rule: Rule, params: MomentumVelocitySteps) {
  const { rate: lr, beta: momentum, start, gradients, bowl, steps, asks } = params;
  if (bowl > 0)
    return descendOn(rule, { lr, momentum }, { name: "quadratic", curvature: [2 * bowl] }, [start], steps);
  const count = rule === "momentum" ? untilLimit : drawnOfLimit;
  const followed = asks === "limit" ? Array<number>(count).fill(gradients[0] ?? 0) : gradients;
  return follow(rule, { lr, momentum }, followed, start);
}
/** Momentum, and plain descent to compare it with. */
const solve = (params: MomentumVelocitySteps): BatchProgram => ({
  kind: "batch",
  programs: (["momentum", "sgd"] as const).map((rule) => programOf(rule, params)),
});

function runsOf(output: Output) {
  const [momentum, plain] = takeBatch(output, "descent");
  if (!momentum || !plain) throw new Error("momentum-velocity-steps: a descent of the variant cannot be run");
  return { momentum, plain };
}

function read(output: Output, { asks }: MomentumVelocitySteps): Truth {
  const { momentum } = runsOf(output);
  const value = {
    velocity: momentum.memory.at(-1)?.first,
    weight: momentum.theta.at(-1)?.[0],
    limit: Math.abs(momentum.deltas.at(-1) ?? Number.NaN),
  }[asks];
  return numberTruth(value ?? Number.NaN, decimals);
}

const lossOf = (bowl: number): string => (bowl === 1 ? "w²" : `${bowl}w²`);

function ask({ rate, beta, start, gradients, bowl, steps, asks }: MomentumVelocitySteps): Ask {
  const list = gradients.map((gradient) => shown(gradient)).join(", ");
  const path =
    bowl > 0
      ? { ko: `손실 L(w) = ${joined(lossOf(bowl), "을를")} 따라`, en: `on the loss L(w) = ${lossOf(bowl)}` }
      : { ko: `기울기가 차례로 ${list}일 때`, en: `with the gradients ${list} in this order` };
  const prompts = {
    velocity: {
      ko: `${path.ko} Momentum의 속도 ${joined(`v${sub(steps)}`, "은는")} 얼마인가요?`,
      en: `What is Momentum's velocity v${sub(steps)} ${path.en}?`,
    },
    weight: {
      ko: `${path.ko} Momentum으로 ${steps}걸음 간 뒤의 ${joined(`w${sub(steps)}`, "은는")} 얼마인가요?`,
      en: `What is w${sub(steps)} after ${steps} steps of Momentum ${path.en}?`,
    },
    limit: {
      ko: `기울기가 늘 ${shown(gradients[0] ?? 0)}이면 Momentum의 한 걸음은 점점 커져요. 걸음의 크기는 어떤 값에 다가가나요?`,
      en: `The gradient is always ${shown(gradients[0] ?? 0)}, so the steps of Momentum grow. What size do they tend to?`,
    },
  };
  const labels = {
    velocity: { ko: `속도 v${sub(steps)}`, en: `Velocity v${sub(steps)}` },
    weight: { ko: `w${sub(steps)}`, en: `w${sub(steps)}` },
    limit: { ko: "걸음의 크기", en: "Size of a step" },
  };
  const from = asks === "weight" ? `, w₀ = ${shown(start)}` : "";
  return {
    prompt: prompts[asks],
    given: [
      { ko: "v ← βv + g, 그다음 w ← w − ηv", en: "v ← βv + g, then w ← w − ηv" },
      {
        ko: `η = ${rate}, β = ${beta}, v₀ = 0${from}`,
        en: `η = ${rate}, β = ${beta}, v₀ = 0${from}`,
      },
    ],
    figures: [],
    answer: { kind: "number", label: labels[asks], decimals },
  };
}

function explain(params: MomentumVelocitySteps, output: Output): Explanation {
  const { rate, beta, asks, steps } = params;
  const { momentum, plain } = runsOf(output);
  const shownSteps = asks === "limit" ? drawnOfLimit : steps;
  const velocities = momentum.memory.slice(0, shownSteps).map(({ first }) => written(first));
  const weights = momentum.theta.slice(0, shownSteps + 1).map(([w = 0]) => written(w));
  const lines = velocities.map((velocity, at) => {
    const before = velocities[at - 1] ?? 0;
    const gradient = velocity - beta * before;
    const step = sub(at + 1);
    const moved = `w${step} = ${shown(weights[at] ?? 0)} − ${rate} × ${inTerm(velocity)} = ${shown(weights[at + 1] ?? 0)}`;
    const text = `v${step} = ${beta} × ${inTerm(before)} + ${inTerm(Number(gradient.toPrecision(6)))} = ${shown(velocity)}, ${moved}`;
    return { ko: text, en: text };
  });
  const g = params.gradients[0] ?? 0;
  const limit = Math.abs(momentum.deltas.at(-1) ?? 0);
  const limitLine = {
    ko: `v가 더 변하지 않으려면 v = βv + g, 곧 v = g / (1 − β)예요. 걸음은 ${rate} × ${Math.abs(g)} / (1 − ${beta}) = ${shown(limit)}${copula(shown(limit))}.`,
    en: `v stays when v = βv + g, so v = g / (1 − β). The step is ${rate} × ${Math.abs(g)} / (1 − ${beta}) = ${shown(limit)}.`,
  };
  const far = Math.abs((weights.at(-1) ?? 0) - (weights[0] ?? 0));
  const plainFar = Math.abs((plain.theta[shownSteps]?.[0] ?? 0) - (weights[0] ?? 0));
  return {
    steps: asks === "limit" ? [limitLine] : lines,
    scene: velocityScene({
      beta,
      velocities,
      weights,
      plain: plain.theta.slice(0, shownSteps + 1).map(([w = 0]) => w),
      limit: asks === "limit" ? g / (1 - beta) : null,
      captions: lines,
      finding: {
        ko: `${shownSteps}걸음 뒤 Momentum은 처음에서 ${shown(far, 4)}만큼, SGD는 ${shown(plainFar, 4)}만큼 떨어져 있어요.`,
        en: `After ${shownSteps} steps Momentum is ${shown(far, 4)} away from the start, SGD ${shown(plainFar, 4)}.`,
      },
    }),
  };
}

/** Without what float32 leaves behind where two numbers nearly cancel, which no working would come to. */
const written = (value: number): number => Number(value.toFixed(5));

const judging = { id: "momentum-velocity-steps", solve, read, mistakes, legal };

export const momentumVelocitySteps: Family<MomentumVelocitySteps> = {
  ...judging,
  version: 1,
  title: { ko: "Momentum의 속도와 걸음", en: "Velocity and steps of Momentum" },
  concepts: ["momentum", "gradient-descent"],
  answer: "number",
  levels: [1, 2, 3],
  // Where the first velocity is all there is (the limit), three wrong rules apply; on a single step two.
  draw: (rng, level, separating) =>
    drawTelling(judging, rng, (drawing) => propose(drawing, level, separating), { separating, least: 2 }),
  ask,
  explain,
  knobs: [
    {
      id: "beta",
      label: { ko: "β", en: "β" },
      values: () => [0, 0.5, 0.6, 0.8, 0.9],
      get: ({ beta }) => beta,
      set: (params, beta) => ({ ...params, beta }),
    },
    {
      id: "rate",
      label: { ko: "학습률 η", en: "Learning rate η" },
      values: () => [0.01, 0.05, 0.1, 0.2, 0.5],
      get: ({ rate }) => rate,
      set: (params, rate) => ({ ...params, rate }),
    },
  ],
};
