/** Adadelta by hand, as published (Zeiler 2012): the average of squared gradients, the ratio, the move. */
import type { DescentProgram } from "../../compute/descent-program";
import type { Output } from "../../compute/program";
import { copula, joined } from "../../korean";
import type { Rng } from "../../rng";
import type { Truth } from "../answer-form";
import { follow, numberTruth, shown, sub } from "../descents";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level } from "../family";
import { byStep, panelOf, seriesOf, stepAxis } from "../panel";
import { fieldsOf, isBetween, isWhole } from "../params";
import { takeOutput } from "../take-output";
import { type AdadeltaStep, decimals, eps, mistakes, ratesOfOthers } from "./adadelta-step-rules";

const asksAt: Record<Level, AdadeltaStep["asks"][]> = {
  1: ["average"],
  2: ["average", "ratio"],
  3: ["ratio", "move"],
};
/** Slips about the ratio cannot show in the average. */
const aboutRatio = ["ratio-upside-down", "rate-inserted", "roots-missed"];

function propose(rng: Rng, level: Level, separating = ""): AdadeltaStep {
  const asks = rng.pick(aboutRatio.includes(separating) ? (["ratio", "move"] as const) : asksAt[level]);
  const isConstant = rng.int(0, 2) === 0;
  const first = rng.pick([1, 2, 3]);
  return {
    rho: rng.pick([0.8, 0.9, 0.95]),
    gradients: Array.from({ length: level === 3 ? 3 : 2 }, () =>
      isConstant ? first : rng.pick([-3, -2, -1, 1, 2, 3, 4]),
    ),
    asks,
  };
}

function legal(params: unknown): params is AdadeltaStep {
  const { rho, gradients, asks } = fieldsOf(params) ?? {};
  return (
    isBetween(rho, 0.1, 0.99) &&
    Array.isArray(gradients) &&
    isWhole(gradients.length, 1, 6) &&
    gradients.every((gradient) => isBetween(gradient, -20, 20) && Math.abs(gradient) >= 0.1) &&
    ["average", "ratio", "move"].includes(String(asks))
  );
}

const solve = ({ rho, gradients }: AdadeltaStep): DescentProgram =>
  follow("adadelta", { lr: 1, rho, eps }, gradients, 1);

/** Factors that each step put on its gradient. */
const ratiosOf = (deltas: readonly number[], gradients: readonly number[]): number[] =>
  deltas.map((delta, at) => -delta / (gradients[at] ?? Number.NaN));

function read(output: Output, { gradients, asks }: AdadeltaStep): Truth {
  const { memory, deltas } = takeOutput(output, "descent");
  const value = {
    average: memory.at(-1)?.second,
    ratio: ratiosOf(deltas, gradients).at(-1),
    move: Math.abs(deltas.at(-1) ?? Number.NaN),
  }[asks];
  return numberTruth(value ?? Number.NaN, decimals({ asks }));
}

function ask(params: AdadeltaStep): Ask {
  const { rho, gradients, asks } = params;
  const n = sub(gradients.length);
  const list = gradients.map((gradient) => shown(gradient)).join(", ");
  const wanted = {
    average: { ko: `E[g²]${n}`, en: `E[g²]${n}` },
    ratio: {
      ko: `${gradients.length}걸음째에 기울기에 곱해지는 비`,
      en: `the ratio that multiplies gradient ${gradients.length}`,
    },
    move: {
      ko: `${gradients.length}걸음째의 크기 |Δ${n}|`,
      en: `the size |Δ${n}| of step ${gradients.length}`,
    },
  }[asks];
  return {
    prompt: {
      ko: `기울기가 차례로 ${list}일 때 Adadelta에서 ${joined(wanted.ko, "은는")} 얼마인가요?`,
      en: `The gradients are ${list} in this order. In Adadelta, what is ${wanted.en}?`,
    },
    given: [
      {
        ko: "E[g²] ← ρE[g²] + (1 − ρ)g², Δ = −√(E[Δ²] + ε) / √(E[g²] + ε) · g, 그다음 E[Δ²] ← ρE[Δ²] + (1 − ρ)Δ²",
        en: "E[g²] ← ρE[g²] + (1 − ρ)g², Δ = −√(E[Δ²] + ε) / √(E[g²] + ε) · g, then E[Δ²] ← ρE[Δ²] + (1 − ρ)Δ²",
      },
      {
        ko: `ρ = ${rho}, ε = 10⁻⁶, 두 평균은 0에서 시작해요. 견주는 다른 옵티마이저의 η는 ${ratesOfOthers}${copula(String(ratesOfOthers))}.`,
        en: `ρ = ${rho}, ε = 10⁻⁶, both averages start at 0. The other optimizers it is compared with use η ${ratesOfOthers}.`,
      },
    ],
    figures: [],
    answer: {
      kind: "number",
      label: {
        average: { ko: `E[g²]${n}`, en: `E[g²]${n}` },
        ratio: { ko: "비", en: "Ratio" },
        move: { ko: `|Δ${n}|`, en: `|Δ${n}|` },
      }[asks],
      decimals: decimals(params),
    },
  };
}

function explain({ rho, gradients, asks }: AdadeltaStep, output: Output): Explanation {
  const { memory, deltas } = takeOutput(output, "descent");
  const averages = memory.map(({ second }) => second);
  const updates = memory.map(({ first }) => first);
  const ratios = ratiosOf(deltas, gradients);
  const lines = gradients.map((gradient, at) => {
    const t = sub(at + 1);
    const average = `E[g²]${t} = ${rho} × ${shown(averages[at - 1] ?? 0)} + ${shown(1 - rho, 3)} × ${shown(gradient ** 2)} = ${shown(averages[at] ?? 0)}`;
    const ratio = `√(${shown(updates[at - 1] ?? 0)} + ε) / √(${shown(averages[at] ?? 0)} + ε) = ${shown(ratios[at] ?? 0)}`;
    const move = `Δ${t} = −${shown(ratios[at] ?? 0)} × ${gradient < 0 ? `(${shown(gradient)})` : gradient} = ${shown(deltas[at] ?? 0)}`;
    const text = [average, ...(asks === "average" ? [] : [ratio, move])].join(", ");
    return { ko: text, en: text };
  });
  const [first = 0, last = 0] = [ratios[0], ratios.at(-1)];
  return {
    steps: lines,
    scene: {
      kind: "lines",
      stops: gradients.map((_, at) => at + 1),
      captions: lines,
      panels: [
        panelOf({
          title: { ko: "두 평균의 제곱근", en: "Roots of the two averages" },
          xLabel: stepAxis,
          yLabel: { ko: "로그 눈금", en: "Log scale" },
          yScale: "log",
          series: [
            seriesOf(
              "gradients",
              { ko: "√(E[g²]+ε)", en: "√(E[g²]+ε)" },
              "compared",
              byStep(
                averages.map((each) => Math.sqrt(each + eps)),
                1,
              ),
            ),
            seriesOf(
              "updates",
              { ko: "√(E[Δ²]+ε)", en: "√(E[Δ²]+ε)" },
              "adadelta",
              byStep(
                [0, ...updates.slice(0, -1)].map((each) => Math.sqrt(each + eps)),
                1,
              ),
            ),
          ],
        }),
        panelOf({
          title: { ko: "기울기에 곱해지는 비", en: "Ratio on the gradient" },
          xLabel: stepAxis,
          yLabel: { ko: "비", en: "Ratio" },
          series: [seriesOf("ratio", { ko: "Adadelta", en: "Adadelta" }, "adadelta", byStep(ratios, 1))],
        }),
      ],
      finding: {
        ko: `첫걸음에는 지난 걸음이 없어 ε만으로 ${joined(shown(first, 4), "을를")} 곱하고, ${gradients.length}걸음째에는 ${joined(shown(last, 4), "을를")} 곱해요.`,
        en: `The first step has no past steps, so ε alone makes the factor ${shown(first, 4)}; at step ${gradients.length} it is ${shown(last, 4)}.`,
      },
    },
  };
}

const judging = { id: "adadelta-step", solve, read, mistakes, legal };

export const adadeltaStep: Family<AdadeltaStep> = {
  ...judging,
  version: 1,
  title: { ko: "Adadelta의 한 걸음", en: "A step of Adadelta" },
  concepts: ["adadelta", "adagrad"],
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
  ],
};
