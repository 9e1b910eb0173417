/** One update from a batch: the gradients of its samples are averaged, then the weight moves once. */
import type { DescentProgram } from "../../compute/descent-program";
import type { Output } from "../../compute/program";
import { copula, joined } from "../../korean";
import type { Rng } from "../../rng";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import { follow, gathered, inTerm, numberSlip, numberTruth, shown, type Wrong } from "../descents";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level, Mistake } from "../family";
import { fieldsOf, isBetween, isWhole } from "../params";
import { takeOutput } from "../take-output";
import { averagingScene } from "./batch-gradient-mean-scene";

interface BatchGradientMean {
  gradients: number[];
  rate: number;
  start: number;
  asks: "mean" | "weight";
}
const decimals = 4;

function propose(rng: Rng, level: Level, separating = ""): BatchGradientMean {
  const asks = ["rate-missed", "uphill"].includes(separating)
    ? "weight"
    : level === 1
      ? "mean"
      : level === 3
        ? "weight"
        : rng.pick(["mean", "weight"] as const);
  const count = level === 1 ? rng.int(2, 4) : rng.int(4, 6);
  return {
    gradients: Array.from({ length: count }, () => rng.pick([-4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6])),
    rate: rng.pick([0.01, 0.05, 0.1, 0.2]),
    start: rng.pick([-1, 0.5, 1, 2]),
    asks,
  };
}

function legal(params: unknown): params is BatchGradientMean {
  const { gradients, rate, start, asks } = fieldsOf(params) ?? {};
  return (
    Array.isArray(gradients) &&
    isWhole(gradients.length, 1, 12) &&
    gradients.every((gradient) => isBetween(gradient, -20, 20)) &&
    isBetween(rate, 1e-3, 1) &&
    isBetween(start, -10, 10) &&
    (asks === "mean" || asks === "weight")
  );
}

/** Every sample moves the weight by its share η/B of its gradient; together they are one update by the mean. */
const solve = ({ gradients, rate, start }: BatchGradientMean): DescentProgram =>
  follow("sgd", { lr: rate / gradients.length }, gradients, start);

function read(output: Output, { rate, asks }: BatchGradientMean): Truth {
  const { theta } = takeOutput(output, "descent");
  const [first = Number.NaN, last = Number.NaN] = [theta[0]?.[0], theta.at(-1)?.[0]];
  return numberTruth(asks === "weight" ? last : (first - last) / rate, decimals);
}

/** The asked number where another value stands for the mean. */
function from({ rate, start, asks }: BatchGradientMean, mean: number, work: string): Wrong {
  if (asks === "mean") return { value: mean, work: `${work} = ${shown(mean)}` };
  const value = start - rate * mean;
  return { value, work: `${shown(start)} − ${rate} × ${inTerm(mean)} = ${shown(value)}` };
}
const slip = (
  name: string,
  label: Text,
  wrong: (params: BatchGradientMean) => Wrong,
  say: (params: BatchGradientMean) => Text,
) => numberSlip<BatchGradientMean>(decimals, name, label, wrong, say);
const sum = (gradients: readonly number[]): number => gathered(gradients, 1, 1);

const mistakes: Mistake<BatchGradientMean>[] = [
  slip(
    "sum-for-mean",
    { ko: "평균 내지 않고 더했다", en: "The gradients were added, not averaged" },
    (params) => from(params, sum(params.gradients), params.gradients.map(inTerm).join(" + ")),
    ({ gradients: { length } }) => ({
      ko: `배치 크기 ${joined(length, "으로로")} 나누어야 배치가 커져도 걸음의 크기가 비슷해요.`,
      en: `Divide by the batch size ${length}, so that a larger batch does not take longer steps.`,
    }),
  ),
  slip(
    "first-sample-only",
    { ko: "첫 표본만 썼다", en: "Only the first sample was used" },
    (params) => from(params, params.gradients[0] ?? 0, "g₁"),
    ({ gradients: { length } }) => ({
      ko: `배치의 ${length}개를 모두 평균 내요.`,
      en: `All ${length} of the batch are averaged.`,
    }),
  ),
  slip(
    "last-sample-only",
    { ko: "마지막 표본만 썼다", en: "Only the last sample was used" },
    (params) => from(params, params.gradients.at(-1) ?? 0, "g"),
    () => ({
      ko: "표본마다 새로 시작하지 않아요. 한 배치의 기울기를 모아서 한 번 움직여요.",
      en: "Nothing starts anew with each sample. A batch gathers its gradients for one move.",
    }),
  ),
  slip(
    "sizes-averaged",
    { ko: "부호를 떼고 평균 냈다", en: "The signs were left out" },
    (params) => {
      const mean = sum(params.gradients.map(Math.abs)) / params.gradients.length;
      return from(params, mean, `Σ|g| / ${params.gradients.length}`);
    },
    () => ({
      ko: "반대쪽을 가리키는 기울기는 서로 지워져요. 부호를 두고 평균 내요.",
      en: "Gradients that point opposite ways cancel. Average them with their signs.",
    }),
  ),
  slip(
    "uphill",
    { ko: "평균을 더했다", en: "The mean was added" },
    ({ gradients, rate, start, asks }) => {
      const mean = sum(gradients) / gradients.length;
      const value = start + rate * mean;
      return asks === "weight"
        ? { value, work: `${shown(start)} + ${rate} × ${inTerm(mean)} = ${shown(value)}` }
        : null;
    },
    () => ({ ko: "기울기의 반대쪽으로 움직여요.", en: "The move goes against the gradient." }),
  ),
  slip(
    "rate-missed",
    { ko: "학습률을 곱하지 않았다", en: "The learning rate was left out" },
    ({ gradients, start, asks }) => {
      const mean = sum(gradients) / gradients.length;
      return asks === "weight"
        ? { value: start - mean, work: `${shown(start)} − ${inTerm(mean)} = ${shown(start - mean)}` }
        : null;
    },
    ({ rate }) => ({ ko: `평균의 η = ${rate}배만 움직여요.`, en: `The move is η = ${rate} times the mean.` }),
  ),
];

function ask({ gradients, rate, start, asks }: BatchGradientMean): Ask {
  const list = gradients.map((gradient) => shown(gradient)).join(", ");
  return {
    prompt:
      asks === "mean"
        ? {
            ko: `한 배치의 표본별 기울기가 ${list}${copula(list)}. 업데이트에 쓰는 기울기는 얼마인가요?`,
            en: `The gradients of the samples in a batch are ${list}. Which gradient does the update use?`,
          }
        : {
            ko: `한 배치의 표본별 기울기가 ${list}${copula(list)}. 이 배치로 한 번 업데이트한 뒤의 w는 얼마인가요?`,
            en: `The gradients of the samples in a batch are ${list}. What is w after one update with this batch?`,
          },
    given: [
      {
        ko: `손실은 표본의 평균이에요. w ← w − ηg, η = ${rate}${asks === "weight" ? `, w = ${shown(start)}` : ""}`,
        en: `The loss is the mean over the samples. w ← w − ηg, η = ${rate}${asks === "weight" ? `, w = ${shown(start)}` : ""}`,
      },
    ],
    figures: [],
    answer: {
      kind: "number",
      label: asks === "mean" ? { ko: "기울기", en: "Gradient" } : { ko: "새 w", en: "New w" },
      decimals,
    },
  };
}

/** The gradient that led to `w`; five digits are what float32 leaves of such a difference. */
const meanOf = ({ start, rate }: BatchGradientMean, w: number): number =>
  Number(((start - w) / rate).toPrecision(5));

function explain(params: BatchGradientMean, output: Output): Explanation {
  const { gradients, rate, start, asks } = params;
  const { theta } = takeOutput(output, "descent");
  const last = theta.at(-1)?.[0] ?? 0;
  const mean = sum(gradients) / gradients.length;
  const first = `(${gradients.map((each, at) => (at === 0 ? shown(each) : inTerm(each))).join(" + ")}) / ${gradients.length} = ${shown(mean)}`;
  const move = `${shown(start)} − ${rate} × ${inTerm(mean)} = ${shown(last)}`;
  const spread = Math.max(...gradients) - Math.min(...gradients);
  return {
    steps: [{ ko: first, en: first }, ...(asks === "weight" ? [{ ko: move, en: move }] : [])],
    scene: averagingScene(
      gradients,
      theta.map(([w = 0]) => meanOf(params, w)),
      {
        ko: `표본마다 ${shown(spread)}만큼 흩어져 있어도 배치는 그 평균 ${shown(mean, 4)} 하나로 한 번 움직여요.`,
        en: `The samples spread over ${shown(spread)}, and the batch moves once, by their mean ${shown(mean, 4)}.`,
      },
    ),
  };
}

const judging = { id: "batch-gradient-mean", solve, read, mistakes, legal };

export const batchGradientMean: Family<BatchGradientMean> = {
  ...judging,
  version: 1,
  title: { ko: "배치의 기울기", en: "Gradient of a batch" },
  concepts: ["batch-size", "gradient-descent", "iteration"],
  answer: "number",
  levels: [1, 2, 3],
  draw: (rng, level, separating) =>
    drawTelling(judging, rng, (drawing) => propose(drawing, level, separating), { separating }),
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
  ],
};
