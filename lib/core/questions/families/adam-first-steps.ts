/** Adam's first steps by hand: both averages with their bias corrected, the first step, the weight. */
import type { DescentProgram } from "../../compute/descent-program";
import type { Output } from "../../compute/program";
import { copula, joined } from "../../korean";
import type { Rng } from "../../rng";
import type { Truth } from "../answer-form";
import { follow, inTerm, numberTruth, raised, shown, sub } from "../descents";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level } from "../family";
import { byStep, panelOf, seriesOf, stepAxis } from "../panel";
import { fieldsOf, isBetween, isWhole } from "../params";
import { takeOutput } from "../take-output";
import { type AdamFirstSteps, decimals, mistakes } from "./adam-first-steps-rules";

const eps = 1e-8;
const asksAt: Record<Level, AdamFirstSteps["asks"][]> = {
  1: ["mean", "size"],
  2: ["square", "size"],
  3: ["size", "weight"],
};
/** What has to be asked, and after how many gradients, for a slip to have a value of its own. */
const plans: Record<string, { asks: AdamFirstSteps["asks"][]; steps: number }> = {
  "counted-from-zero": { asks: ["mean", "square", "size"], steps: 2 },
  "betas-swapped": { asks: ["mean", "square"], steps: 3 },
  "plain-mean": { asks: ["mean", "square"], steps: 3 },
  "root-missed": { asks: ["size", "weight"], steps: 2 },
  "plain-step": { asks: ["size", "weight"], steps: 2 },
};

function propose(rng: Rng, level: Level, separating = ""): AdamFirstSteps {
  const plan = plans[separating];
  const asks = rng.pick(plan?.asks ?? asksAt[level]);
  const steps = plan?.steps ?? (asks === "size" ? level : level === 1 ? 2 : rng.int(2, 3));
  return {
    rate: rng.pick([0.01, 0.05, 0.1]),
    beta1: rng.pick([0.8, 0.9]),
    beta2: rng.pick([0.99, 0.999]),
    start: rng.pick([1, 2, -1]),
    gradients: Array.from({ length: steps }, () => rng.pick([-3, -2, -1, 1, 2, 3, 4, 5])),
    asks,
  };
}

function legal(params: unknown): params is AdamFirstSteps {
  const { rate, beta1, beta2, start, gradients, asks } = fieldsOf(params) ?? {};
  return (
    isBetween(rate, 1e-4, 1) &&
    isBetween(beta1, 0, 0.99) &&
    isBetween(beta2, 0, 0.9999) &&
    isBetween(start, -10, 10) &&
    Array.isArray(gradients) &&
    isWhole(gradients.length, 1, 6) &&
    gradients.every((gradient) => isBetween(gradient, -20, 20) && Math.abs(gradient) >= 0.1) &&
    ["mean", "square", "size", "weight"].includes(String(asks))
  );
}

const solve = ({ rate: lr, beta1, beta2, start, gradients }: AdamFirstSteps): DescentProgram =>
  follow("adam", { lr, beta1, beta2, eps }, gradients, start);

/** Both averages with their bias taken out, read off each step and its factor η / (√v̂ + ε). */
function averagesOf(output: Output, rate: number) {
  const { deltas, rates, memory, theta } = takeOutput(output, "descent");
  const means = deltas.map((delta, at) => -delta / (rates[at] ?? Number.NaN));
  const seconds = rates.map((factor) => (rate / (factor ?? Number.NaN) - eps) ** 2);
  return { means, seconds, deltas, memory, weights: theta.map(([w = 0]) => w) };
}

function read(output: Output, { rate, asks }: AdamFirstSteps): Truth {
  const { means, seconds, deltas, weights } = averagesOf(output, rate);
  const value = {
    mean: means.at(-1),
    square: seconds.at(-1),
    size: Math.abs(deltas.at(-1) ?? Number.NaN),
    weight: weights.at(-1),
  }[asks];
  return numberTruth(value ?? Number.NaN, decimals({ asks }));
}

function ask(params: AdamFirstSteps): Ask {
  const { rate, beta1, beta2, start, gradients, asks } = params;
  const count = gradients.length;
  const n = sub(count);
  const list = gradients.map((gradient) => shown(gradient)).join(", ");
  const sequence =
    count === 1
      ? { ko: `첫 기울기가 ${list}일 때`, en: `The first gradient is ${list}.` }
      : { ko: `기울기가 차례로 ${list}일 때`, en: `The gradients are ${list} in this order.` };
  const wanted = {
    mean: { ko: `보정한 평균 m̂${n}`, en: `the corrected average m̂${n}` },
    square: { ko: `보정한 제곱의 평균 v̂${n}`, en: `the corrected average of squares v̂${n}` },
    size: {
      ko: `${count}번째 걸음의 크기 |w${n} − w${sub(count - 1)}|`,
      en: `the size |w${n} − w${sub(count - 1)}| of step ${count}`,
    },
    weight: { ko: `${count}걸음 뒤의 w${n}`, en: `w${n} after ${count} steps` },
  }[asks];
  const label = { mean: `m̂${n}`, square: `v̂${n}`, size: `|Δw|`, weight: `w${n}` }[asks];
  const from = asks === "weight" ? `, w₀ = ${shown(start)}` : "";
  return {
    prompt: {
      ko: `${sequence.ko} Adam에서 ${joined(wanted.ko, "은는")} 얼마인가요?`,
      en: `${sequence.en} In Adam, what is ${wanted.en}?`,
    },
    given: [
      {
        ko: "m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ), w ← w − η m̂/(√v̂ + ε)",
        en: "m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ), w ← w − η m̂/(√v̂ + ε)",
      },
      {
        ko: `η = ${rate}, β₁ = ${beta1}, β₂ = ${beta2}, ε = 10⁻⁸, m₀ = v₀ = 0, 첫걸음은 t = 1${from}`,
        en: `η = ${rate}, β₁ = ${beta1}, β₂ = ${beta2}, ε = 10⁻⁸, m₀ = v₀ = 0, the first step is t = 1${from}`,
      },
    ],
    figures: [],
    answer: { kind: "number", label: { ko: label, en: label }, decimals: decimals(params) },
  };
}

function explain(params: AdamFirstSteps, output: Output): Explanation {
  const { rate, beta1, beta2, gradients, asks } = params;
  const { means, seconds, deltas, memory, weights } = averagesOf(output, rate);
  const lines = gradients.map((_, at) => {
    const t = at + 1;
    const mean = `m̂${sub(t)} = ${shown(memory[at]?.first ?? 0)} / (1 − ${beta1}${raised(t)}) = ${shown(means[at] ?? 0)}`;
    const square = `v̂${sub(t)} = ${shown(memory[at]?.second ?? 0)} / (1 − ${beta2}${raised(t)}) = ${shown(seconds[at] ?? 0)}`;
    const moved = `w${sub(t)} = ${shown(weights[at] ?? 0)} − ${rate} × ${inTerm(means[at] ?? 0)} / √${shown(seconds[at] ?? 0)} = ${shown(weights[t] ?? 0)}`;
    const parts = {
      mean: [mean],
      square: [square],
      size: [mean, square, moved],
      weight: [mean, square, moved],
    }[asks];
    return { ko: parts.join(", "), en: parts.join(", ") };
  });
  const plain = memory.map(({ first, second }) => (rate * Math.abs(first)) / (Math.sqrt(second) + eps));
  const size = Math.abs(deltas[0] ?? 0);
  const longer = shown((plain[0] ?? 0) / size, 3);
  return {
    steps: lines,
    scene: {
      kind: "lines",
      stops: gradients.map((_, at) => at + 1),
      captions: lines,
      panels: [
        panelOf({
          title: { ko: "보정 전과 보정 뒤의 평균", en: "The averages before and after correction" },
          xLabel: stepAxis,
          yLabel: { ko: "값", en: "Value" },
          series: [
            seriesOf("mean", { ko: "m̂", en: "m̂" }, "adam", byStep(means, 1)),
            seriesOf(
              "raw-mean",
              { ko: "m", en: "m" },
              "faint",
              byStep(
                memory.map(({ first }) => first),
                1,
              ),
            ),
            seriesOf("square", { ko: "v̂", en: "v̂" }, "asked", byStep(seconds, 1)),
            seriesOf(
              "raw-square",
              { ko: "v", en: "v" },
              "compared",
              byStep(
                memory.map(({ second }) => second),
                1,
              ),
            ),
          ],
        }),
        panelOf({
          title: { ko: "걸음의 크기", en: "Size of the steps" },
          xLabel: stepAxis,
          yLabel: { ko: "|Δw|", en: "|Δw|" },
          series: [
            seriesOf("adam", { ko: "보정함", en: "Corrected" }, "adam", byStep(deltas.map(Math.abs), 1)),
            seriesOf("plain", { ko: "보정 안 함", en: "Not corrected" }, "compared", byStep(plain, 1)),
          ],
        }),
      ],
      finding: {
        ko: `첫걸음은 보정하면 ${shown(size, 4)}, 보정하지 않으면 ${joinedCopula(shown(plain[0] ?? 0, 4))}. ${longer === "1" ? "이 β에서는 첫걸음에 차이가 없어요." : `${longer}배예요.`}`,
        en: `The first step is ${shown(size, 4)} with the correction and ${shown(plain[0] ?? 0, 4)} without it${longer === "1" ? "; with these β the first one is the same" : `, ${longer} times as long`}.`,
      },
    },
  };
}
const joinedCopula = (text: string): string => `${text}${copula(text)}`;

const judging = { id: "adam-first-steps", solve, read, mistakes, legal };

export const adamFirstSteps: Family<AdamFirstSteps> = {
  ...judging,
  version: 2,
  title: { ko: "Adam의 첫 걸음들", en: "Adam's first steps" },
  concepts: ["adam", "rmsprop", "momentum"],
  answer: "number",
  levels: [1, 2, 3],
  draw: (rng, level, separating) =>
    drawTelling(judging, rng, (drawing) => propose(drawing, level, separating), { separating }),
  ask,
  explain,
  knobs: [
    {
      id: "beta2",
      label: { ko: "β₂", en: "β₂" },
      values: () => [0, 0.9, 0.99, 0.999],
      get: ({ beta2 }) => beta2,
      set: (params, beta2) => ({ ...params, beta2 }),
    },
    {
      id: "beta1",
      label: { ko: "β₁", en: "β₁" },
      values: () => [0, 0.5, 0.8, 0.9, 0.99],
      get: ({ beta1 }) => beta1,
      set: (params, beta1) => ({ ...params, beta1 }),
    },
  ],
};
