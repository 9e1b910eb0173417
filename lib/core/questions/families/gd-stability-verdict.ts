/** Gradient descent on a bowl for one rate after another: does it creep, land, swing or fly off, and from which rate on? */
import type { DescentProgram } from "../../compute/descent-program";
import type { Output } from "../../compute/program";
import type { Rng } from "../../rng";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import { descendOn, inTerm, numberTruth, shown } from "../descents";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level } from "../family";
import { fieldsOf, isBetween, isWhole } from "../params";
import { takeOutput } from "../take-output";
import { decimals, type GdStabilityVerdict, mistakes, near, optionIds } from "./gd-stability-verdict-rules";
import { cobwebScene } from "./gd-stability-verdict-scene";

/** Steps of a run; a count that is asked for stays below. */
const steps = 90;
const asksAt: Record<Level, GdStabilityVerdict["asks"][]> = {
  1: ["verdict", "factor"],
  2: ["verdict", "factor", "critical"],
  3: ["critical", "steps"],
};
const asksFor: Record<string, GdStabilityVerdict["asks"]> = {
  "larger-is-faster": "verdict",
  "swing-is-divergence": "verdict",
  "swing-always-settles": "verdict",
  "one-step-for-critical": "critical",
  "curvature-halved": "factor",
  "curvature-taken-twice": "critical",
  "one-missed": "factor",
  "sign-turned": "factor",
  "step-more": "steps",
  "same-amount": "steps",
  "step-less": "steps",
};

function propose(rng: Rng, level: Level, separating = ""): GdStabilityVerdict {
  const asks = asksFor[separating] ?? rng.pick(asksAt[level]);
  const curvature = rng.pick([0.5, 1, 2, 4, 5]);
  const product = rng.pick(
    asks === "steps"
      ? [0.2, 0.3, 0.4, 0.5, 0.6, 1.4, 1.5, 1.6]
      : [0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.6, 1.8, 2, 2.2, 2.4, 3],
  );
  return {
    curvature,
    rate: Number((product / curvature).toPrecision(6)),
    start: rng.pick(asks === "steps" ? [1, 2, 4] : [1, 2, 4, -1, -2]),
    tolerance: rng.pick([0.1, 0.01]),
    asks,
    turn: rng.int(0, optionIds.length - 1),
  };
}

function legal(params: unknown): params is GdStabilityVerdict {
  const { curvature, rate, start, tolerance, asks, turn } = fieldsOf(params) ?? {};
  if (!isBetween(curvature, 0.1, 10) || !isBetween(rate, 0.005, 10) || !isBetween(start, -10, 10))
    return false;
  if (!isBetween(tolerance, 0.001, 0.5) || !isWhole(turn, 0, optionIds.length - 1)) return false;
  if (Math.abs(Number(start)) < 0.5 || !["verdict", "factor", "critical", "steps"].includes(String(asks)))
    return false;
  // Steps are counted only where there is an end to them.
  const factor = Math.abs(1 - Number(rate) * Number(curvature));
  return asks !== "steps" || (factor > 0.05 && factor < 0.9);
}

const solve = ({ curvature, rate, start }: GdStabilityVerdict): DescentProgram =>
  descendOn("sgd", { lr: rate }, { name: "quadratic", curvature: [curvature] }, [start], steps);

const pathOf = (output: Output): number[] => takeOutput(output, "descent").theta.map(([w = Number.NaN]) => w);
/** What one step multiplies w by, as it was seen. */
const factorOf = ([first = Number.NaN, second = Number.NaN]: readonly number[]): number => second / first;

function verdictOf(path: readonly number[], isLost: boolean): (typeof optionIds)[number] {
  const factor = factorOf(path);
  const left = Math.abs((path.at(-1) ?? Number.NaN) / (path[0] ?? Number.NaN));
  if (isLost || left > 1 + near) return "diverges";
  if (Math.abs(factor) < near) return "at-once";
  if (left > 1 - near) return "stays";
  return factor > 0 ? "creeps" : "swings";
}

function read(output: Output, { rate, tolerance, asks }: GdStabilityVerdict): Truth {
  const path = pathOf(output);
  const factor = factorOf(path);
  switch (asks) {
    case "verdict":
      return { kind: "choice", id: verdictOf(path, takeOutput(output, "descent").firstStepBeyond !== null) };
    case "factor":
      return numberTruth(factor, decimals);
    case "critical":
      return numberTruth((2 * rate) / (1 - factor), decimals);
    case "steps":
      return { kind: "integer", value: path.findIndex((w) => Math.abs(w) < tolerance) };
  }
}

/** The step that ends the count is clear of its limit, so that float32 counts the same. */
const isDecided = ({ curvature, rate, start, tolerance, asks }: GdStabilityVerdict): boolean =>
  asks !== "steps" ||
  Array.from({ length: steps }, (_, at) => Math.abs(start * (1 - rate * curvature) ** at)).every(
    (w) => Math.abs(w / tolerance - 1) > 0.02,
  );

const texts: Record<(typeof optionIds)[number], Text> = {
  creeps: { ko: "한쪽에서 천천히 다가간다", en: "It creeps in from one side" },
  "at-once": { ko: "한 걸음에 바닥에 닿는다", en: "One step lands at the bottom" },
  swings: { ko: "좌우로 오가며 줄어든다", en: "It swings from side to side and settles" },
  stays: { ko: "같은 폭으로 끝없이 오간다", en: "It swings for ever by the same width" },
  diverges: { ko: "오갈수록 커져 발산한다", en: "It swings ever wider and diverges" },
};
const lossText = (curvature: number): string => (curvature === 2 ? "w²" : `${shown(curvature / 2)}w²`);

function ask({ curvature, rate, start, tolerance, asks, turn }: GdStabilityVerdict): Ask {
  const loss = lossText(curvature);
  const prompts: Record<GdStabilityVerdict["asks"], Text> = {
    verdict: {
      ko: `손실 ${loss}에서 η = ${rate}인 경사하강법은 어떻게 움직이나요?`,
      en: `How does gradient descent with η = ${rate} move on the loss ${loss}?`,
    },
    factor: {
      ko: `손실 ${loss}에서 η = ${rate}인 경사하강법은 한 걸음마다 w에 얼마를 곱하는 셈인가요?`,
      en: `On the loss ${loss} with η = ${rate}, by what does a step of gradient descent multiply w?`,
    },
    critical: {
      ko: `손실 ${loss}에서 경사하강법이 발산하지 않는 η의 한계는 얼마인가요?`,
      en: `On the loss ${loss}, from which η on does gradient descent no longer converge?`,
    },
    steps: {
      ko: `손실 ${loss}에서 η = ${rate}인 경사하강법은 몇 걸음 만에 |w| < ${tolerance}이 되나요?`,
      en: `On the loss ${loss} with η = ${rate}, after how many steps of gradient descent is |w| < ${tolerance}?`,
    },
  };
  const labels: Record<GdStabilityVerdict["asks"], Text> = {
    verdict: { ko: "움직임", en: "Movement" },
    factor: { ko: "곱하는 값", en: "Factor" },
    critical: { ko: "η의 한계", en: "Limit of η" },
    steps: { ko: "걸음", en: "Steps" },
  };
  const options = optionIds.map((id) => ({ id, text: texts[id] }));
  return {
    prompt: prompts[asks],
    given: [
      asks === "critical"
        ? { ko: "w ← w − η L′(w)", en: "w ← w − η L′(w)" }
        : { ko: `w ← w − η L′(w), w₀ = ${shown(start)}`, en: `w ← w − η L′(w), w₀ = ${shown(start)}` },
    ],
    figures: [],
    answer:
      asks === "verdict"
        ? { kind: "choice", options: [...options.slice(turn), ...options.slice(0, turn)] }
        : asks === "steps"
          ? { kind: "integer", label: labels.steps }
          : { kind: "number", label: labels[asks], decimals },
  };
}

function explain({ curvature, rate, tolerance, asks }: GdStabilityVerdict, output: Output): Explanation {
  const path = pathOf(output);
  const factor = factorOf(path);
  const verdict = verdictOf(path, takeOutput(output, "descent").firstStepBeyond !== null);
  const line = `w − ${rate} × ${shown(curvature)}w = (1 − ${shown(rate * curvature)})w = ${inTerm(factor)}w`;
  const reached = path.findIndex((w) => Math.abs(w) < tolerance);
  const count: Text[] =
    asks === "steps"
      ? [
          {
            ko: `|w|는 걸음마다 ${shown(Math.abs(factor))}배예요. ${reached - 1}걸음 뒤 ${shown(Math.abs(path[reached - 1] ?? 0), 4)}, ${reached}걸음 뒤 ${shown(Math.abs(path[reached] ?? 0), 4)}.`,
            en: `Every step leaves ${shown(Math.abs(factor))} of |w|: ${shown(Math.abs(path[reached - 1] ?? 0), 4)} after ${reached - 1}, ${shown(Math.abs(path[reached] ?? 0), 4)} after ${reached}.`,
          },
        ]
      : [
          {
            ko: `곱하는 값의 크기가 1보다 작아야 줄어들어요. 1 − ${shown(curvature)}η = −1이 되는 η = 2/${shown(curvature)} = ${shown(2 / curvature)}에서 한계예요.`,
            en: `Its size has to stay below 1. The limit is where 1 − ${shown(curvature)}η = −1: η = 2/${shown(curvature)} = ${shown(2 / curvature)}.`,
          },
        ];
  const drawn = path.slice(0, Math.max(2, Math.min(path.length, asks === "steps" ? reached + 2 : 16)));
  const bounded = drawn.filter((w) => Math.abs(w) <= 40 * Math.abs(path[0] ?? 1));
  return {
    steps: [{ ko: line, en: line }, ...count],
    scene: cobwebScene({
      curvature,
      factor,
      path: bounded,
      finding: {
        ko: `한 걸음에 ${shown(factor, 4)}배예요. ${texts[verdict].ko}.`,
        en: `A step multiplies w by ${shown(factor, 4)}. ${texts[verdict].en}.`,
      },
    }),
  };
}

const judging = { id: "gd-stability-verdict", solve, read, mistakes, legal };

export const gdStabilityVerdict: Family<GdStabilityVerdict> = {
  ...judging,
  version: 1,
  title: { ko: "학습률과 수렴", en: "Learning rate and convergence" },
  concepts: ["learning-rate", "gradient-descent"],
  answer: "choice",
  levels: [1, 2, 3],
  // Each form has two or three ways to go wrong.
  draw: (rng, level, separating) =>
    drawTelling(
      { ...judging, legal: (params): params is GdStabilityVerdict => legal(params) && isDecided(params) },
      rng,
      (drawing) => propose(drawing, level, separating),
      { separating, least: 2 },
    ),
  ask,
  explain,
  knobs: [
    {
      id: "rate",
      label: { ko: "학습률 η", en: "Learning rate η" },
      values: ({ curvature }) =>
        [0.1, 0.2, 0.5, 0.8, 1, 1.2, 1.5, 1.8, 1.9, 2, 2.1, 2.4].map((each) =>
          Number((each / curvature).toPrecision(6)),
        ),
      get: ({ rate }) => rate,
      set: (params, rate) => ({ ...params, rate }),
    },
  ],
};
