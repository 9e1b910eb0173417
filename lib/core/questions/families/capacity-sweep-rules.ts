/** How the errors of a sweep are read, rightly and wrongly. */
import { runReference } from "../../compute/reference";
import type { FitOutput, FitProgram } from "../../compute/training-program";
import { createRng } from "../../rng";
import type { Text } from "../../text";
import { numberTruth, shown } from "../descents";
import { drawPoints, gridOf } from "../drawn-points";
import type { Mistake } from "../family";

export interface CapacitySweep {
  /** Of the points. */
  seed: number;
  /** ω of the curve cos(ωx) behind them. */
  frequency: number;
  points: number;
  noise: number;
  /** Degrees to choose from, ascending. */
  options: number[];
  /** The one that is judged. */
  degree: number;
  asks: "degree" | "verdict" | "ratio";
  turn: number;
}
export const verdictIds = ["under", "good", "over"] as const;
/** A validation error above this many times the best one is too much. */
export const worse = 1.5;
export const decimals = 2;
export const highest = 8;
const validationPoints = 20;

const programs = new WeakMap<CapacitySweep, FitProgram>();
/** The fits of these params: one object for each of them, so that the reference runs it once. */
export function solve(params: CapacitySweep): FitProgram {
  const known = programs.get(params);
  if (known) return known;
  const { seed, frequency, points, noise } = params;
  const rng = createRng(seed);
  const program: FitProgram = {
    kind: "fit",
    train: drawPoints(rng, points, frequency, noise),
    validation: drawPoints(rng, validationPoints, frequency, noise),
    degree: highest,
    grid: gridOf(60),
  };
  programs.set(params, program);
  return program;
}

/** The fits by the reference: the errors that a question shows. */
export function shownFits(params: CapacitySweep): FitOutput {
  const run = runReference(solve(params));
  if (!run.ok || run.value.kind !== "fit") throw new Error("capacity-sweep: the fits cannot be run");
  return run.value;
}

type Fits = FitOutput["fits"];
const least = (options: readonly number[], error: (degree: number) => number): number =>
  options.reduce((best, degree) => (error(degree) < error(best) ? degree : best), options[0] ?? 0);

export function readingOf(fits: Fits, { options }: CapacitySweep) {
  return {
    best: least(options, (degree) => fits[degree]?.validation ?? Number.POSITIVE_INFINITY),
    simplest: options[0] ?? 0,
    largest: options.at(-1) ?? 0,
  };
}

/** Validation error of the judged degree over the best one's. */
export const ratioOf = (fits: Fits, params: CapacitySweep): number =>
  (fits[params.degree]?.validation ?? Number.NaN) /
  (fits[readingOf(fits, params).best]?.validation ?? Number.NaN);

/** Its validation error over the best one, and what that says of its degree. */
export function judgeOf(
  fits: Fits,
  params: CapacitySweep,
): { verdict: (typeof verdictIds)[number]; ratio: number } {
  const { best } = readingOf(fits, params);
  const ratio = ratioOf(fits, params);
  return { ratio, verdict: ratio <= worse ? "good" : params.degree < best ? "under" : "over" };
}

const choose = (
  slip: string,
  name: Text,
  asks: CapacitySweep["asks"],
  id: (params: CapacitySweep, right: string) => string | null,
  say: Text,
): Mistake<CapacitySweep> => ({
  slip,
  name,
  gives(params, truth) {
    const chosen = params.asks === asks && truth.kind === "choice" ? id(params, truth.id) : null;
    return chosen === null ? null : { kind: "choice", id: chosen };
  },
  say: () => say,
});

/** A wrong factor made of the errors of the judged degree (own) and of the best one. */
const factor = (
  slip: string,
  name: Text,
  of: (own: Fits[number], best: Fits[number]) => [value: number, work: string],
  say: Text,
): Mistake<CapacitySweep> => {
  const made = (params: CapacitySweep) => {
    const { fits } = shownFits(params);
    const [own, best] = [fits[params.degree], fits[readingOf(fits, params).best]];
    return own && best ? of(own, best) : null;
  };
  return {
    slip,
    name,
    gives(params) {
      const [value] = (params.asks === "ratio" && made(params)) || [Number.NaN];
      return Number.isFinite(value) ? numberTruth(value, decimals) : null;
    },
    work: (params) => {
      const [value = Number.NaN, work = ""] = made(params) ?? [];
      return `${work} = ${shown(value, 4)}`;
    },
    say: () => say,
  };
};
const over = (top: number, bottom: number): [number, string] => [
  top / bottom,
  `${shown(top, 4)} / ${shown(bottom, 4)}`,
];

export const mistakes: Mistake<CapacitySweep>[] = [
  // More columns never fit the training points worse, so the lowest training error is the highest degree's.
  choose(
    "lowest-training-error",
    { ko: "훈련 오차가 가장 작은 것을 골랐다", en: "The lowest training error was chosen" },
    "degree",
    ({ options }) => String(options.at(-1)),
    {
      ko: "훈련 오차는 차수를 키우면 늘 줄어요. 잡음까지 외운 것이라 새 데이터에는 나빠요.",
      en: "The training error always falls with the degree. That is noise learned by heart, and worse on new data.",
    },
  ),
  choose(
    "simplest-chosen",
    { ko: "가장 단순한 것을 골랐다", en: "The simplest was chosen" },
    "degree",
    ({ options }) => String(options[0]),
    {
      ko: "너무 단순하면 훈련 오차도 검증 오차도 커요. 과소적합이에요.",
      en: "Too simple a model has a large error on both: it underfits.",
    },
  ),
  choose(
    "smallest-gap",
    { ko: "두 오차의 차이가 가장 작은 것을 골랐다", en: "The smallest gap was chosen" },
    "degree",
    (params) => {
      const { fits } = shownFits(params);
      const gap = ({ train = 0, validation = 0 }: Partial<Fits[number]> = {}) => Math.abs(validation - train);
      return String(least(params.options, (degree) => gap(fits[degree])));
    },
    {
      ko: "차이가 작아도 둘 다 크면 새 데이터에 나빠요. 검증 오차 자체를 견주어요.",
      en: "A small gap between two large errors is still bad on new data. Compare the validation errors themselves.",
    },
  ),
  choose(
    "train-read-alone",
    { ko: "훈련 오차만 보았다", en: "Only the training error was read" },
    "verdict",
    (_, right) => (right === "over" ? "good" : null),
    {
      ko: "훈련 오차가 작아도 검증 오차가 크면 새 데이터에는 맞지 않는 거예요.",
      en: "A small training error beside a large validation error does not suit new data.",
    },
  ),
  choose(
    "high-error-is-under",
    { ko: "검증 오차가 커서 과소적합이라고 보았다", en: "A large validation error was called underfitting" },
    "verdict",
    (_, right) => (right === "over" ? "under" : null),
    {
      ko: "과소적합이라면 훈련 오차도 커요. 훈련 오차는 작으니 모델이 모자란 것이 아니라 지나친 거예요.",
      en: "Underfitting leaves a large training error too. Here that is small: the model does too much, not too little.",
    },
  ),
  choose(
    "small-gap-is-good",
    { ko: "두 오차가 비슷해서 알맞다고 보았다", en: "Two like errors were taken for a good fit" },
    "verdict",
    (_, right) => (right === "under" ? "good" : null),
    {
      ko: "비슷해도 둘 다 크면 배운 것이 모자라요. 가장 좋은 차수의 검증 오차와 견주어요.",
      en: "Alike but large means too little was learned. Compare with the validation error of the best degree.",
    },
  ),
  choose(
    "zero-was-wanted",
    {
      ko: "훈련 오차가 0이 아니라서 과소적합이라고 보았다",
      en: "A training error above 0 was called underfitting",
    },
    "verdict",
    (_, right) => (right === "good" ? "under" : null),
    {
      ko: "잡음이 있는 점을 다 맞히지 않는 것이 알맞은 거예요.",
      en: "A good fit does not meet every noisy point.",
    },
  ),
  choose(
    "high-error-is-over",
    { ko: "오차가 커서 과대적합이라고 보았다", en: "A large error was called overfitting" },
    "verdict",
    (_, right) => (right === "under" ? "over" : null),
    {
      ko: "훈련 오차부터 크면 모델이 너무 단순한 거예요.",
      en: "Where the training error is large too, the model is too simple.",
    },
  ),
  choose(
    "any-gap-is-over",
    { ko: "두 오차가 다르면 과대적합이라고 보았다", en: "Any gap was called overfitting" },
    "verdict",
    (_, right) => (right === "good" ? "over" : null),
    {
      ko: "검증 오차는 대개 조금 더 커요. 가장 좋은 차수와 견주어 봐요.",
      en: "The validation error is usually a little larger. Compare it with that of the best degree.",
    },
  ),
  factor(
    "own-training",
    { ko: "자기 훈련 오차와 견주었다", en: "It was compared with its own training error" },
    (own) => over(own.validation, own.train),
    {
      ko: "그것은 같은 차수의 훈련 오차와 견준 거예요. 새 데이터에 가장 좋은 차수의 검증 오차와 견주어요.",
      en: "That compares it with its own training error. Compare it with the validation error of the best degree.",
    },
  ),
  factor(
    "training-compared",
    { ko: "훈련 오차끼리 견주었다", en: "The training errors were compared" },
    (own, best) => over(own.train, best.train),
    {
      ko: "새 데이터의 오차는 훈련 오차가 아니라 검증 오차예요.",
      en: "The error on new data is the validation error, not the training error.",
    },
  ),
  factor(
    "inverted",
    { ko: "거꾸로 나누었다", en: "It was divided the other way round" },
    (own, best) => over(best.validation, own.validation),
    {
      ko: "물어본 차수의 오차를 가장 좋은 차수의 오차로 나누어요.",
      en: "Divide the error of the degree that is asked about by that of the best degree.",
    },
  ),
  factor(
    "subtracted",
    { ko: "나누지 않고 뺐다", en: "It was subtracted, not divided" },
    (own, best) => [
      own.validation - best.validation,
      `${shown(own.validation, 4)} − ${shown(best.validation, 4)}`,
    ],
    { ko: "몇 배인지는 나누어서 알아요.", en: "How many times is found by dividing." },
  ),
];
