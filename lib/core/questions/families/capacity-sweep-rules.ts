/** How the errors of a sweep are read, rightly and wrongly. */
import type { FitOutput } from "../../compute/training-program";
import type { Text } from "../../text";
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
  asks: "degree" | "verdict";
  turn: number;
}
export const verdictIds = ["under", "good", "over"] as const;
/** A validation error above this many times the best one is too much. */
export const worse = 1.5;

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

/** Its validation error over the best one, and what that says of its degree. */
export function judgeOf(
  fits: Fits,
  params: CapacitySweep,
): { verdict: (typeof verdictIds)[number]; ratio: number } {
  const { best } = readingOf(fits, params);
  const ratio = (fits[params.degree]?.validation ?? Number.NaN) / (fits[best]?.validation ?? Number.NaN);
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
];
