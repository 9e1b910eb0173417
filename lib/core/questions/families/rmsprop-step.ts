/** RMSprop by hand: the leaking average of squared gradients, the rate that it leaves, and the weight. */
import type { DescentProgram } from "../../compute/descent-program";
import type { Output } from "../../compute/program";
import { joined } from "../../korean";
import type { Rng } from "../../rng";
import type { Truth } from "../answer-form";
import { follow, numberTruth, shown, sub } from "../descents";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level } from "../family";
import { byStep, panelOf, seriesOf, stepAxis } from "../panel";
import { fieldsOf, isBetween, isWhole } from "../params";
import { takeOutput } from "../take-output";
import { decimals, mistakes, type RmspropStep } from "./rmsprop-step-rules";

const eps = 1e-8;
const asksAt: Record<Level, RmspropStep["asks"][]> = {
  1: ["average"],
  2: ["average", "rate"],
  3: ["rate", "weight"],
};
/** Slips that show in what is divided, not in the average. */
const asksFor: Record<string, RmspropStep["asks"]> = { "root-missed": "rate", "no-division": "weight" };

function propose(rng: Rng, level: Level, separating?: string): RmspropStep {
  const asks = asksFor[separating ?? ""] ?? rng.pick(asksAt[level]);
  const constant = rng.int(0, 3) === 0;
  const first = rng.pick([1, 2, 3, 4]);
  return {
    rate: rng.pick([0.01, 0.02, 0.05, 0.1]),
    rho: rng.pick([0.5, 0.8, 0.9]),
    start: rng.pick([1, 2, -1]),
    gradients: Array.from({ length: level === 1 ? 2 : 3 }, () =>
      constant ? first : rng.pick([-4, -3, -2, -1, 1, 2, 3, 4]),
    ),
    asks,
  };
}

function legal(params: unknown): params is RmspropStep {
  const { rate, rho, start, gradients, asks } = fieldsOf(params) ?? {};
  return (
    isBetween(rate, 1e-3, 1) &&
    isBetween(rho, 0.1, 0.99) &&
    isBetween(start, -10, 10) &&
    Array.isArray(gradients) &&
    isWhole(gradients.length, 1, 6) &&
    gradients.every((gradient) => isBetween(gradient, -20, 20) && Math.abs(gradient) >= 0.1) &&
    ["average", "rate", "weight"].includes(String(asks))
  );
}

const solve = ({ rate: lr, rho: alpha, start, gradients }: RmspropStep): DescentProgram =>
  follow("rmsprop", { lr, alpha, eps }, gradients, start);

function read(output: Output, { asks }: RmspropStep): Truth {
  const { memory, rates, theta } = takeOutput(output, "descent");
  const value = { average: memory.at(-1)?.second, rate: rates.at(-1), weight: theta.at(-1)?.[0] }[asks];
  return numberTruth(value ?? Number.NaN, decimals({ asks }));
}

function ask(params: RmspropStep): Ask {
  const { rate, rho, start, gradients, asks } = params;
  const count = gradients.length;
  const list = gradients.map((gradient) => shown(gradient)).join(", ");
  const n = sub(count);
  const wanted = {
    average: { ko: `제곱 기울기의 평균 s${n}`, en: `the average of squared gradients s${n}` },
    rate: {
      ko: `${count}걸음째에 기울기에 곱해지는 η/(√s${n} + ε)`,
      en: `the factor η/(√s${n} + ε) on gradient ${count}`,
    },
    weight: { ko: `${count}걸음 뒤의 w${n}`, en: `w${n} after ${count} steps` },
  }[asks];
  const label = {
    average: { ko: `s${n}`, en: `s${n}` },
    rate: { ko: "곱해지는 값", en: "Factor" },
    weight: { ko: `w${n}`, en: `w${n}` },
  }[asks];
  return {
    prompt: {
      ko: `기울기가 차례로 ${list}일 때 RMSprop에서 ${joined(wanted.ko, "은는")} 얼마인가요?`,
      en: `The gradients are ${list} in this order. In RMSprop, what is ${wanted.en}?`,
    },
    given: [
      {
        ko: "s ← ρs + (1 − ρ)g², 그다음 w ← w − η g / (√s + ε)",
        en: "s ← ρs + (1 − ρ)g², then w ← w − η g / (√s + ε)",
      },
      {
        ko: `η = ${rate}, ρ = ${rho}, s₀ = 0, ε = 10⁻⁸${asks === "weight" ? `, w₀ = ${shown(start)}` : ""}`,
        en: `η = ${rate}, ρ = ${rho}, s₀ = 0, ε = 10⁻⁸${asks === "weight" ? `, w₀ = ${shown(start)}` : ""}`,
      },
    ],
    figures: [],
    answer: { kind: "number", label, decimals: decimals(params) },
  };
}

function explain(params: RmspropStep, output: Output): Explanation {
  const { rate, rho, gradients, asks } = params;
  const { memory, rates, theta } = takeOutput(output, "descent");
  const averages = memory.map(({ second }) => second);
  const lines = gradients.map((gradient, at) => {
    const t = sub(at + 1);
    const average = `s${t} = ${rho} × ${shown(averages[at - 1] ?? 0)} + ${shown(1 - rho, 3)} × ${shown(gradient ** 2)} = ${shown(averages[at] ?? 0)}`;
    const factor = `${rate} / √${shown(averages[at] ?? 0)} = ${shown(rates[at] ?? 0)}`;
    const moved = `w${t} = ${shown(theta[at]?.[0] ?? 0)} − ${shown(rates[at] ?? 0)} × ${gradient < 0 ? `(${shown(gradient)})` : gradient} = ${shown(theta[at + 1]?.[0] ?? 0)}`;
    const text = [
      average,
      ...(asks === "average" ? [] : [factor]),
      ...(asks === "weight" ? [moved] : []),
    ].join(", ");
    return { ko: text, en: text };
  });
  const sums = gradients.map((_, at) => gradients.slice(0, at + 1).reduce((sum, g) => sum + g * g, 0));
  const last = averages.length;
  return {
    steps: lines,
    scene: {
      kind: "lines",
      stops: gradients.map((_, at) => at + 1),
      captions: lines,
      panels: [
        panelOf({
          title: { ko: "새는 평균과 쌓이는 합", en: "A leaking average and a growing sum" },
          xLabel: stepAxis,
          yLabel: { ko: "제곱 기울기", en: "Squared gradient" },
          series: [
            seriesOf("average", { ko: "RMSprop s", en: "RMSprop s" }, "rmsprop", byStep([0, ...averages])),
            seriesOf("sum", { ko: "Adagrad G", en: "Adagrad G" }, "adagrad", byStep([0, ...sums])),
            seriesOf(
              "squares",
              { ko: "g²", en: "g²" },
              "compared",
              byStep(
                gradients.map((g) => g * g),
                1,
              ),
              "dots",
            ),
          ],
        }),
        panelOf({
          title: { ko: "기울기에 곱해지는 값", en: "Factor on the gradient" },
          xLabel: stepAxis,
          yLabel: { ko: "η_eff", en: "η_eff" },
          series: [
            seriesOf("rmsprop", { ko: "RMSprop", en: "RMSprop" }, "rmsprop", byStep(rates, 1)),
            seriesOf(
              "adagrad",
              { ko: "Adagrad", en: "Adagrad" },
              "adagrad",
              byStep(
                sums.map((sum) => rate / Math.sqrt(sum)),
                1,
              ),
            ),
          ],
        }),
      ],
      finding: {
        ko: `${last}걸음에 RMSprop은 ${shown(rates.at(-1) ?? 0, 4)}, 제곱을 모두 더하는 Adagrad는 ${shown(rate / Math.sqrt(sums.at(-1) ?? 1), 4)}만큼 곱해요.`,
        en: `At step ${last} RMSprop multiplies by ${shown(rates.at(-1) ?? 0, 4)}, Adagrad, which adds up all squares, by ${shown(rate / Math.sqrt(sums.at(-1) ?? 1), 4)}.`,
      },
    },
  };
}

const judging = { id: "rmsprop-step", solve, read, mistakes, legal };

export const rmspropStep: Family<RmspropStep> = {
  ...judging,
  version: 1,
  title: { ko: "RMSprop의 한 걸음", en: "A step of RMSprop" },
  concepts: ["rmsprop", "adagrad"],
  answer: "number",
  levels: [1, 2, 3],
  draw: (rng, level, separating) =>
    drawTelling(judging, rng, (drawing) => propose(drawing, level, separating), { separating }),
  ask,
  explain,
  knobs: [
    {
      id: "rho",
      label: { ko: "ρ", en: "ρ" },
      values: () => [0.1, 0.5, 0.8, 0.9, 0.95, 0.99],
      get: ({ rho }) => rho,
      set: (params, rho) => ({ ...params, rho }),
    },
    {
      id: "rate",
      label: { ko: "학습률 η", en: "Learning rate η" },
      values: () => [0.01, 0.02, 0.05, 0.1, 0.5],
      get: ({ rate }) => rate,
      set: (params, rate) => ({ ...params, rate }),
    },
  ],
};
