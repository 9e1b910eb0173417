/** The exponential moving average: its value, the weight of an old value, and how far back it reaches. */
import type { DescentProgram } from "../../compute/descent-program";
import type { Output } from "../../compute/program";
import { plural } from "../../english";
import { joined } from "../../korean";
import type { Rng } from "../../rng";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import { follow, numberTruth, shown } from "../descents";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level } from "../family";
import { fieldsOf, isBetween, isWhole } from "../params";
import { takeOutput } from "../take-output";
import { decimals, type EmaVsWindow, mistakes } from "./ema-vs-window-rules";
import { weightsScene } from "./ema-vs-window-scene";

/** Steps after which all the weights of ρ ≤ 0.95 have been added up to within 0.1 %. */
const untilFull = 140;
const asksAt: Record<Level, EmaVsWindow["asks"][]> = {
  1: ["average", "weight"],
  2: ["average", "corrected", "weight", "length"],
  3: ["corrected", "weight", "length"],
};
const asksFor: Record<string, EmaVsWindow["asks"]> = {
  "one-over-rho": "length",
  "share-as-length": "length",
  "weights-equal": "weight",
  "share-missed": "weight",
  "age-from-one": "weight",
  "hard-window": "average",
  "bias-kept": "corrected",
  "shares-swapped": "average",
  "plain-mean": "average",
};

function propose(rng: Rng, level: Level, separating = ""): EmaVsWindow {
  const isJump = rng.int(0, 1) === 0;
  const quiet = rng.pick([1, 2, 3]);
  const count = level === 1 ? 4 : 5;
  return {
    rho: rng.pick(level === 1 ? [0.5, 0.8, 0.9] : [0.6, 0.8, 0.9, 0.95]),
    series: Array.from({ length: count }, (_, at) =>
      isJump ? (at === count - 1 ? rng.pick([7, 8, 9]) : quiet) : rng.int(1, 9),
    ),
    age: rng.int(1, level === 1 ? 2 : 4),
    asks: asksFor[separating] ?? rng.pick(asksAt[level]),
  };
}

function legal(params: unknown): params is EmaVsWindow {
  const { rho, series, age, asks } = fieldsOf(params) ?? {};
  return (
    isBetween(rho, 0.1, 0.95) &&
    Array.isArray(series) &&
    isWhole(series.length, 3, 12) &&
    series.every((value) => isBetween(value, 0.1, 100)) &&
    isWhole(age, 0, 10) &&
    ["average", "corrected", "weight", "length"].includes(String(asks))
  );
}

/** An average is Adam's first one; a weight is what is left of a single 1; the reach is the sum of all weights over the newest. */
function solve({ rho, series, age, asks }: EmaVsWindow): DescentProgram {
  if (asks === "length")
    return follow("momentum", { lr: 1, momentum: rho }, Array<number>(untilFull).fill(1));
  const values = asks === "weight" ? [1, ...Array<number>(age).fill(0)] : series;
  return follow("adam", { lr: 1, beta1: rho, beta2: 0.5 }, values);
}

function read(output: Output, params: EmaVsWindow): Truth {
  const { memory, deltas, rates } = takeOutput(output, "descent");
  const value =
    params.asks === "corrected"
      ? -(deltas.at(-1) ?? Number.NaN) / (rates.at(-1) ?? Number.NaN)
      : memory.at(-1)?.first;
  return numberTruth(value ?? Number.NaN, decimals(params));
}

function ask(params: EmaVsWindow): Ask {
  const { rho, series, age, asks } = params;
  const list = series.map((value) => shown(value)).join(", ");
  const prompts: Record<EmaVsWindow["asks"], Text> = {
    average: {
      ko: `값이 차례로 ${joined(list, "이가")} 들어왔어요. 지수 이동 평균은 얼마인가요?`,
      en: `The values ${list} come in this order. What is their exponential moving average?`,
    },
    corrected: {
      ko: `값이 차례로 ${joined(list, "이가")} 들어왔어요. 편향을 보정한 지수 이동 평균은 얼마인가요?`,
      en: `The values ${list} come in this order. What is their exponential moving average after bias correction?`,
    },
    weight: {
      ko: `지수 이동 평균에서 ${age}걸음 전에 들어온 값의 무게는 얼마인가요?`,
      en: `In an exponential moving average, what is the weight of the value that came ${plural(age, "step")} ago?`,
    },
    length: {
      ko: "지수 이동 평균은 값을 몇 개쯤 평균 내는 셈인가요? 모든 무게의 합을 가장 새것의 무게로 나눈 값으로 답하세요.",
      en: "About how many values does an exponential moving average take in? Answer with the sum of all weights over the newest one.",
    },
  };
  const correction: Text[] =
    asks === "corrected"
      ? [
          {
            ko: `보정: m / (1 − ρᵗ), t = ${series.length}`,
            en: `Correction: m / (1 − ρᵗ), t = ${series.length}`,
          },
        ]
      : [];
  const labels: Record<EmaVsWindow["asks"], Text> = {
    average: { ko: "평균", en: "Average" },
    corrected: { ko: "보정한 평균", en: "Corrected average" },
    weight: { ko: "무게", en: "Weight" },
    length: { ko: "개수", en: "Values" },
  };
  return {
    prompt: prompts[asks],
    given: [
      {
        ko: `m ← ρm + (1 − ρ)x, ρ = ${rho}, m₀ = 0${asks === "weight" ? ". 방금 들어온 값이 0걸음 전이에요." : ""}`,
        en: `m ← ρm + (1 − ρ)x, ρ = ${rho}, m₀ = 0${asks === "weight" ? ". The newest value came 0 steps ago." : ""}`,
      },
      ...correction,
    ],
    figures: [],
    answer: { kind: "number", label: labels[asks], decimals: decimals(params) },
  };
}

function explain(params: EmaVsWindow, output: Output): Explanation {
  const { rho, series, age, asks } = params;
  const truth = read(output, params);
  const value = truth.kind === "number" ? shown(truth.value) : "";
  const rest = shown(1 - rho, 3);
  const memory = takeOutput(output, "descent").memory.map(({ first }) => first);
  const walked: Text[] = series.map((each, at) => {
    const text = `${rho} × ${shown(memory[at - 1] ?? 0)} + ${rest} × ${shown(each)} = ${shown(memory[at] ?? 0)}`;
    return { ko: text, en: text };
  });
  const steps: Record<EmaVsWindow["asks"], Text[]> = {
    average: walked,
    corrected: [
      ...walked,
      {
        ko: `${shown(memory.at(-1) ?? 0)} / (1 − ${shown(rho ** series.length)}) = ${value}`,
        en: `${shown(memory.at(-1) ?? 0)} / (1 − ${shown(rho ** series.length)}) = ${value}`,
      },
    ],
    weight: [
      {
        ko: `들어올 때 ${joined(rest, "을를")} 곱하고, 한 걸음 지날 때마다 ${joined(rho, "을를")} 곱해요. ${rest} × ${shown(rho ** age)} = ${value}`,
        en: `It comes in times ${rest} and is multiplied by ${rho} at every later step. ${rest} × ${shown(rho ** age)} = ${value}`,
      },
    ],
    length: [
      {
        ko: `1 + ρ + ρ² + … = 1 / (1 − ρ) = 1 / ${rest}, 곧 ${shown(1 / (1 - rho), 4)}개쯤이에요.`,
        en: `1 + ρ + ρ² + … = 1 / (1 − ρ) = 1 / ${rest}, about ${shown(1 / (1 - rho), 4)} values.`,
      },
    ],
  };
  return { steps: steps[asks], scene: weightsScene(params, memory, value) };
}

const judging = { id: "ema-vs-window", solve, read, mistakes, legal };

export const emaVsWindow: Family<EmaVsWindow> = {
  ...judging,
  version: 1,
  title: { ko: "지수 이동 평균의 기억", en: "The memory of a moving average" },
  concepts: ["adadelta", "rmsprop", "adam"],
  answer: "number",
  levels: [1, 2, 3],
  // The reach of an average is mistaken in two ways only.
  draw: (rng, level, separating) =>
    drawTelling(judging, rng, (drawing) => propose(drawing, level, separating), { separating, least: 2 }),
  ask,
  explain,
  knobs: [
    {
      id: "rho",
      label: { ko: "ρ", en: "ρ" },
      values: () => [0.5, 0.6, 0.8, 0.9, 0.95],
      get: ({ rho }) => rho,
      set: (params, rho) => ({ ...params, rho }),
    },
    {
      id: "age",
      label: { ko: "몇 걸음 전", en: "Steps ago" },
      values: () => [0, 1, 2, 3, 4, 6, 8, 10],
      get: ({ age }) => age,
      set: (params, age) => ({ ...params, age }),
    },
  ],
};
