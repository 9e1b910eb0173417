/** The way of one optimizer down a bowl, step by step: which of them was it? Decided by running every option. */

import type { DescentProgram } from "../../compute/descent-program";
import type { BatchProgram, Output } from "../../compute/program";
import { runReference } from "../../compute/reference";
import { copula, joined } from "../../korean";
import type { Rng } from "../../rng";
import type { Truth } from "../answer-form";
import { descendOn, shown } from "../descents";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level } from "../family";
import { byStep, panelOf, seriesOf, stepAxis } from "../panel";
import { fieldsOf, isBetween, isWhole } from "../params";
import { takeBatch } from "../take-output";
import {
  clueOf,
  type MethodId,
  methodIds,
  mistakes,
  nameOf,
  type OptimizerIdentifyTrace,
  pairOf,
} from "./optimizer-identify-trace-rules";

const beta = 0.9;
const rho = 0.9;
const beta2 = 0.999;
/** Two options have to differ somewhere by this share of the way that was gone. */
const visible = 0.05;

const optionsAt: Record<Level, (rng: Rng) => MethodId[]> = {
  1: () => ["sgd", "momentum", "adagrad", "rmsprop"],
  2: () => ["sgd", "momentum", "nag", "adagrad", "rmsprop", "adam"],
  3: () => [...methodIds],
};

function propose(rng: Rng, level: Level, separating = ""): OptimizerIdentifyTrace {
  const pair = pairOf(separating);
  const options = [...new Set([...(pair ?? []), ...optionsAt[level](rng)])];
  return {
    options: rng.shuffle(options),
    method: pair ? pair[0] : rng.pick(options),
    curvature: rng.pick([0.5, 1, 2]),
    rate: rng.pick([0.05, 0.1, 0.2]),
    start: rng.pick([1, 2, 4, -3]),
    steps: level === 1 ? 5 : rng.int(4, 6),
  };
}

function legal(params: unknown): params is OptimizerIdentifyTrace {
  const { options, method, curvature, rate, start, steps } = fieldsOf(params) ?? {};
  return (
    Array.isArray(options) &&
    options.length >= 2 &&
    new Set(options).size === options.length &&
    options.every((id) => methodIds.includes(id)) &&
    options.includes(method) &&
    isBetween(curvature, 0.1, 5) &&
    isBetween(rate, 0.01, 0.5) &&
    isBetween(start, -10, 10) &&
    Math.abs(Number(start)) >= 0.5 &&
    isWhole(steps, 3, 10)
  );
}

function descentOf(
  id: MethodId,
  { curvature, rate: lr, start, steps }: OptimizerIdentifyTrace,
): DescentProgram {
  const hyper = {
    lr: id === "adadelta" ? 1 : lr,
    momentum: id === "rmsprop" ? 0 : beta,
    alpha: rho,
    rho,
    beta1: beta,
    beta2,
    eps: id === "adadelta" ? 1e-6 : 1e-8,
  };
  const rule = id === "nag" ? "nag-lookahead" : id;
  return descendOn(rule, hyper, { name: "quadratic", curvature: [curvature] }, [start], steps);
}

/** The shown way first, then every option's own. */
const solve = (params: OptimizerIdentifyTrace): BatchProgram => ({
  kind: "batch",
  programs: [params.method, ...params.options].map((id) => descentOf(id, params)),
});

function waysOf(output: Output): [trace: number[], ...options: number[][]] {
  const [trace = [], ...options] = takeBatch(output, "descent").map(
    (run) => run?.theta.map(([w = Number.NaN]) => w) ?? [],
  );
  return [trace, ...options];
}
const apart = (one: readonly number[], other: readonly number[]): number =>
  Math.max(...one.map((w, at) => Math.abs(w - (other[at] ?? Number.NaN))));

function read(output: Output, { options }: OptimizerIdentifyTrace): Truth {
  const [trace, ...ways] = waysOf(output);
  const distances = ways.map((way) => apart(trace, way));
  return { kind: "choice", id: options[distances.indexOf(Math.min(...distances))] ?? "" };
}

/** The way that the question shows; the reference runs it, for the learner has not computed anything yet. */
function traceOf(params: OptimizerIdentifyTrace): number[] {
  const run = runReference(descentOf(params.method, params));
  if (!run.ok || run.value.kind !== "descent")
    throw new Error("optimizer-identify-trace: the trace cannot be run");
  return run.value.theta.map(([w = 0]) => w);
}

function isTelling(params: OptimizerIdentifyTrace): boolean {
  const run = runReference(solve(params));
  if (!run.ok) return false;
  const [trace, ...ways] = waysOf(run.value);
  const length = Math.max(...trace) - Math.min(...trace);
  return ways.every(
    (way, at) => params.options[at] === params.method || apart(trace, way) > visible * length,
  );
}

function ask(params: OptimizerIdentifyTrace): Ask {
  const { options, curvature, rate, steps } = params;
  const trace = traceOf(params);
  const loss = curvature === 2 ? "w²" : `${shown(curvature / 2)}w²`;
  return {
    prompt: {
      ko: `손실 ${loss}에서 이렇게 움직인 옵티마이저는 어느 것인가요?`,
      en: `On the loss ${loss}, which optimizer moved like this?`,
    },
    given: [
      {
        ko: `η = ${rate}, β와 β₁과 ρ는 ${beta}, Adam의 β₂는 ${beta2}, ε 10⁻⁸(Adadelta는 10⁻⁶이고 η가 없어요). 모두 0에서 시작해요.`,
        en: `η = ${rate}; β, β₁ and ρ ${beta}; Adam's β₂ ${beta2}; ε 10⁻⁸ (Adadelta 10⁻⁶ and no η). All memories start at 0.`,
      },
    ],
    figures: [
      {
        kind: "table",
        label: { ko: "걸음마다의 w와 기울기", en: "w and its gradient, step by step" },
        columns: [
          { ko: "걸음", en: "Step" },
          { ko: "w", en: "w" },
          { ko: "기울기", en: "Gradient" },
        ],
        rows: Array.from({ length: steps + 1 }, (_, at) => [
          at,
          shown(trace[at] ?? 0, 4),
          shown(curvature * (trace[at] ?? 0), 4),
        ]),
      },
    ],
    answer: { kind: "choice", options: options.map((id) => ({ id, text: nameOf[id] })) },
  };
}

function explain(params: OptimizerIdentifyTrace, output: Output): Explanation {
  const { options, method, rate, curvature, start } = params;
  const [trace, ...ways] = waysOf(output);
  const first = Math.abs((trace[1] ?? 0) - (trace[0] ?? 0));
  const gradient = Math.abs(curvature * start);
  const name = nameOf[method];
  return {
    steps: [
      {
        ko: `첫걸음은 ${shown(first, 4)}, 첫 기울기 ${shown(gradient, 4)}의 ${shown(first / gradient, 4)}배, η의 ${shown(first / rate, 4)}배예요.`,
        en: `The first step is ${shown(first, 4)}: ${shown(first / gradient, 4)} times the first gradient ${shown(gradient, 4)}, ${shown(first / rate, 4)} times η.`,
      },
      clueOf(method, rate),
    ],
    scene: {
      kind: "lines",
      stops: [],
      panels: [
        panelOf({
          title: { ko: "같은 출발, 옵티마이저마다의 길", en: "One start, each optimizer's way" },
          xLabel: stepAxis,
          yLabel: { ko: "w", en: "w" },
          series: [
            ...options.map((id, at) => seriesOf(id, nameOf[id], id, byStep(ways[at] ?? []))),
            seriesOf("trace", { ko: "보인 값", en: "Shown" }, "asked", byStep(trace), "dots"),
          ],
        }),
      ],
      finding: {
        ko: `보인 값은 ${joined(name.ko, "이가")} 간 길과 걸음마다 같아요. 답은 ${name.ko}${copula(name.ko)}.`,
        en: `The numbers shown are ${name.en}'s at every step. It is ${name.en}.`,
      },
    },
  };
}

const judging = { id: "optimizer-identify-trace", solve, read, mistakes, legal };

export const optimizerIdentifyTrace: Family<OptimizerIdentifyTrace> = {
  ...judging,
  version: 1,
  title: { ko: "발자취로 옵티마이저 알아보기", en: "Tell an optimizer by its steps" },
  concepts: ["gradient-descent", "momentum", "nag", "adagrad", "adadelta", "rmsprop", "adam"],
  answer: "choice",
  levels: [1, 2, 3],
  // Plain descent is mistaken for one other method only, for want of a memory to overlook.
  draw: (rng, level, separating) =>
    drawTelling(
      { ...judging, legal: (params): params is OptimizerIdentifyTrace => legal(params) && isTelling(params) },
      rng,
      (drawing) => propose(drawing, level, separating),
      { separating, least: 1 },
    ),
  ask,
  explain,
  knobs: [
    {
      id: "rate",
      label: { ko: "학습률 η", en: "Learning rate η" },
      values: () => [0.01, 0.05, 0.1, 0.2, 0.5],
      get: ({ rate }) => rate,
      set: (params, rate) => ({ ...params, rate }),
    },
    {
      id: "steps",
      label: { ko: "걸음 수", en: "Steps" },
      values: () => [3, 4, 5, 6, 8, 10],
      get: ({ steps }) => steps,
      set: (params, steps) => ({ ...params, steps }),
    },
  ],
};
