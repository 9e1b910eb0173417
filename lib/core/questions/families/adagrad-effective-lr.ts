/** Adagrad's effective rate: what is left of η after a few gradients, for a frequent and for a rare parameter. */
import type { BatchProgram, Output } from "../../compute/program";
import { joined } from "../../korean";
import type { Rng } from "../../rng";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import { equation, follow, numberTruth, shown, sub } from "../descents";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level } from "../family";
import { byStep, panelOf, seriesOf, stepAxis, stopsOf } from "../panel";
import { fieldsOf, isBetween, isWhole } from "../params";
import { takeBatch } from "../take-output";
import { type AdagradEffectiveLr, decimals, mistakes } from "./adagrad-effective-lr-rules";

const eps = 1e-8;
const asksAt: Record<Level, AdagradEffectiveLr["asks"][]> = {
  1: ["rate", "larger"],
  2: ["rate", "ratio", "larger"],
  3: ["rate", "ratio"],
};
/** What has to be asked for a slip to have a value of its own. */
const asksFor: Record<string, AdagradEffectiveLr["asks"]> = {
  "last-only": "rate",
  "frequent-larger": "larger",
};

/** Gradients of two parameters: one is seen at every step, the other at one or two of them. */
function propose(rng: Rng, level: Level, separating = ""): AdagradEffectiveLr {
  const count = level === 1 ? 3 : rng.int(4, level === 2 ? 5 : 10);
  const size = rng.pick([1, 2, 3]);
  const isConstant = rng.int(0, 2) === 0 || count > 5;
  const frequent = Array.from({ length: count }, () =>
    isConstant ? size : rng.pick([-3, -2, -1, 1, 2, 3, 4]),
  );
  const rare = Array<number>(count).fill(0);
  for (let times = rng.int(1, level === 3 ? 2 : 1); times > 0; times -= 1)
    rare[rng.int(0, count - 1)] = rng.pick(isConstant && level < 3 ? [size] : [1, 2, 3, 4, 6, 8]);
  return {
    rate: rng.pick([0.01, 0.05, 0.1, 0.5]),
    frequent,
    rare,
    asks: asksFor[separating] ?? rng.pick(asksAt[level]),
    isRareFirst: rng.int(0, 1) === 1,
  };
}

function legal(params: unknown): params is AdagradEffectiveLr {
  const { rate, frequent, rare, asks, isRareFirst } = fieldsOf(params) ?? {};
  const isSeries = (value: unknown) =>
    Array.isArray(value) &&
    isWhole(value.length, 1, 20) &&
    value.every((gradient) => isBetween(gradient, -20, 20)) &&
    value.some((gradient) => Math.abs(gradient) >= 0.1);
  return (
    isBetween(rate, 1e-3, 1) &&
    isSeries(frequent) &&
    isSeries(rare) &&
    (frequent as unknown[]).length === (rare as unknown[]).length &&
    ["rate", "ratio", "larger"].includes(String(asks)) &&
    typeof isRareFirst === "boolean"
  );
}

const solve = ({ rate: lr, frequent, rare }: AdagradEffectiveLr): BatchProgram => ({
  kind: "batch",
  programs: [frequent, rare].map((gradients) => follow("adagrad", { lr, eps }, gradients)),
});

function runsOf(output: Output) {
  const [frequent, rare] = takeBatch(output, "descent");
  if (!frequent || !rare) throw new Error("adagrad-effective-lr: a descent of the variant cannot be run");
  const ratesOf = ({ rates, memory }: typeof frequent) => ({
    // Before a parameter has had a gradient its rate would be η / ε, which no gradient is multiplied by.
    rates: rates.map((rate, at) => (memory[at]?.second === 0 ? null : rate)),
    last: rates.at(-1) ?? Number.NaN,
    sums: memory.map(({ second }) => second),
  });
  return { frequent: ratesOf(frequent), rare: ratesOf(rare) };
}

function read(output: Output, { asks }: AdagradEffectiveLr): Truth {
  const { frequent, rare } = runsOf(output);
  if (asks === "rate") return numberTruth(frequent.last, decimals({ asks }));
  const ratio = rare.last / frequent.last;
  if (asks === "ratio") return numberTruth(ratio, decimals({ asks }));
  return { kind: "choice", id: Math.abs(ratio - 1) < 1e-4 ? "same" : ratio > 1 ? "rare" : "frequent" };
}

const listed = (gradients: readonly number[]): string =>
  gradients.map((gradient) => shown(gradient)).join(", ");

function ask({ rate, frequent, rare, asks, isRareFirst }: AdagradEffectiveLr): Ask {
  const count = frequent.length;
  const prompts: Record<AdagradEffectiveLr["asks"], Text> = {
    rate: {
      ko: `기울기가 차례로 ${listed(frequent)}일 때, Adagrad에서 ${count}번째 기울기에 곱해지는 η/(√G${sub(count)} + ε)은 얼마인가요?`,
      en: `The gradients are ${listed(frequent)} in this order. What is the factor η/(√G${sub(count)} + ε) that Adagrad puts on gradient ${count}?`,
    },
    ratio: {
      ko: `${count}걸음 뒤에 파라미터 b의 실효 학습률은 a의 몇 배인가요?`,
      en: `After ${count} steps, how many times a's effective learning rate is b's?`,
    },
    larger: {
      ko: `${count}걸음 뒤에 Adagrad의 실효 학습률이 더 큰 쪽은 어느 파라미터인가요?`,
      en: `After ${count} steps, which parameter has the larger effective learning rate in Adagrad?`,
    },
  };
  const options = [
    { id: "frequent", text: { ko: "a", en: "a" } },
    { id: "rare", text: { ko: "b", en: "b" } },
  ];
  return {
    prompt: prompts[asks],
    given: [
      { ko: "G ← G + g², w ← w − η g / (√G + ε)", en: "G ← G + g², w ← w − η g / (√G + ε)" },
      { ko: `η = ${rate}, G₀ = 0, ε = 10⁻⁸`, en: `η = ${rate}, G₀ = 0, ε = 10⁻⁸` },
    ],
    figures:
      asks === "rate"
        ? []
        : [
            {
              kind: "table",
              label: { ko: "걸음마다의 기울기", en: "Gradients step by step" },
              columns: [
                { ko: "걸음", en: "Step" },
                { ko: "a", en: "a" },
                { ko: "b", en: "b" },
              ],
              rows: frequent.map((gradient, at) => [at + 1, gradient, rare[at] ?? 0]),
            },
          ],
    answer:
      asks === "larger"
        ? {
            kind: "choice",
            options: [
              ...(isRareFirst ? [...options].reverse() : options),
              { id: "same", text: { ko: "둘이 같다", en: "They are the same" } },
            ],
          }
        : {
            kind: "number",
            label: asks === "ratio" ? { ko: "몇 배", en: "Times" } : { ko: "곱해지는 값", en: "Factor" },
            decimals: decimals({ asks }),
          },
  };
}

function explain(
  { rate, frequent: gradients, rare: seldom, asks }: AdagradEffectiveLr,
  output: Output,
): Explanation {
  const { frequent, rare } = runsOf(output);
  const line = (name: string, series: readonly number[], run: typeof frequent): Text => {
    const sum = series
      .filter((gradient) => gradient !== 0)
      .map((gradient) => shown(gradient ** 2))
      .join(" + ");
    const total = shown(run.sums.at(-1) ?? 0);
    const text = `${name}: G = ${equation(sum, total)}, η/√G = ${rate} / √${total} = ${shown(run.last)}`;
    return { ko: text, en: text };
  };
  const ratio = shown(rare.last / frequent.last, 4);
  return {
    steps:
      asks === "rate"
        ? [line("a", gradients, frequent)]
        : [
            line("a", gradients, frequent),
            line("b", seldom, rare),
            {
              ko: `${shown(rare.last)} / ${shown(frequent.last)} = ${ratio}`,
              en: `${shown(rare.last)} / ${shown(frequent.last)} = ${ratio}`,
            },
          ],
    scene: {
      kind: "lines",
      stops: stopsOf(gradients.length),
      panels: [
        panelOf({
          title: { ko: "쌓이는 제곱합 G", en: "The growing sum of squares G" },
          xLabel: stepAxis,
          yLabel: { ko: "G", en: "G" },
          series: [
            seriesOf("a", { ko: "a", en: "a" }, "adagrad", byStep([0, ...frequent.sums]), "steps"),
            seriesOf("b", { ko: "b", en: "b" }, "compared", byStep([0, ...rare.sums]), "steps"),
          ],
        }),
        panelOf({
          title: { ko: "실효 학습률 η/√G", en: "Effective rate η/√G" },
          xLabel: stepAxis,
          yLabel: { ko: "η/√G", en: "η/√G" },
          series: [
            seriesOf("a", { ko: "a", en: "a" }, "adagrad", byStep(frequent.rates, 1)),
            seriesOf("b", { ko: "b", en: "b" }, "compared", byStep(rare.rates, 1)),
          ],
        }),
      ],
      finding: {
        ko: `${gradients.length}걸음 뒤에 실효 학습률은 자주 나온 a가 ${shown(frequent.last, 4)}, 드물게 나온 b가 ${joined(shown(rare.last, 4), "으로로")} ${ratio}배예요.`,
        en: `After ${gradients.length} steps the seldom seen b has the rate ${shown(rare.last, 4)} and the often seen a ${shown(frequent.last, 4)}: ${ratio} times.`,
      },
    },
  };
}

const judging = { id: "adagrad-effective-lr", solve, read, mistakes, legal };

export const adagradEffectiveLr: Family<AdagradEffectiveLr> = {
  ...judging,
  version: 1,
  title: { ko: "Adagrad의 실효 학습률", en: "Adagrad's effective rate" },
  concepts: ["adagrad", "automatic-rates"],
  answer: "number",
  levels: [1, 2, 3],
  // A choice of three has two wrong values.
  draw: (rng, level, separating) =>
    drawTelling(judging, rng, (drawing) => propose(drawing, level, separating), { separating, least: 2 }),
  ask,
  explain,
  knobs: [
    {
      id: "rate",
      label: { ko: "학습률 η", en: "Learning rate η" },
      values: () => [0.01, 0.05, 0.1, 0.5, 1],
      get: ({ rate }) => rate,
      set: (params, rate) => ({ ...params, rate }),
    },
  ],
};
