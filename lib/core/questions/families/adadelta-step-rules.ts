/** How Adadelta's ratio of two averages is mistaken. */
import { joined } from "../../korean";
import type { Text } from "../../text";
import { gathered, numberSlip, shown, squares, type Wrong } from "../descents";
import type { Mistake } from "../family";

export interface AdadeltaStep {
  rho: number;
  gradients: number[];
  asks: "average" | "ratio" | "move";
}
export const eps = 1e-6;
/** The rate of the other methods, which Adadelta has none of. */
export const ratesOfOthers = 0.1;
export const decimals = ({ asks }: Pick<AdadeltaStep, "asks">): number => (asks === "average" ? 4 : 6);

interface Rule {
  average(gradients: number[]): number;
  /** Factor on the gradient out of the two averages. */
  ratio(updates: number, average: number): number;
}
const rightly = ({ rho }: AdadeltaStep): Rule => ({
  average: (gradients) => gathered(squares(gradients), rho, 1 - rho),
  ratio: (updates, average) => Math.sqrt(updates + eps) / Math.sqrt(average + eps),
});

/** The asked number where one part of the rule is replaced. */
function worked(params: AdadeltaStep, changed: Partial<Rule>): Wrong {
  const { gradients, rho, asks } = params;
  const rule = { ...rightly(params), ...changed };
  const average = rule.average(gradients);
  if (asks === "average") return { value: average, work: shown(average) };
  let [updates, factor] = [0, 0];
  gradients.forEach((gradient, at) => {
    factor = rule.ratio(updates, rule.average(gradients.slice(0, at + 1)));
    updates = rho * updates + (1 - rho) * (factor * gradient) ** 2;
  });
  const last = Math.abs(gradients.at(-1) ?? 0);
  return asks === "ratio"
    ? { value: factor, work: shown(factor) }
    : { value: factor * last, work: `${shown(factor)} × ${last} = ${shown(factor * last)}` };
}

const slip = (
  name: string,
  label: Text,
  wrong: (params: AdadeltaStep) => Wrong,
  say: (params: AdadeltaStep) => Text,
) => numberSlip(decimals, name, label, wrong, say);
const unlessAverage = (wrong: (params: AdadeltaStep) => Wrong) => (params: AdadeltaStep) =>
  params.asks === "average" ? null : wrong(params);

export const mistakes: Mistake<AdadeltaStep>[] = [
  slip(
    "sum-for-average",
    { ko: "제곱을 평균 내지 않고 모두 더했다", en: "The squares were added up, not averaged" },
    (params) => worked(params, { average: (gradients) => gathered(squares(gradients), 1, 1) }),
    ({ rho }) => ({
      ko: `모두 더하는 것은 Adagrad예요. Adadelta는 앞의 값의 ${rho}배만 남겨서 분모가 끝없이 자라지 않아요.`,
      en: `Adding all up is Adagrad. Adadelta keeps ${rho} of the earlier value, so the divisor does not grow for ever.`,
    }),
  ),
  slip(
    "shares-swapped",
    { ko: "ρ와 1 − ρ를 바꾸어 곱했다", en: "ρ and 1 − ρ were swapped" },
    (params) =>
      worked(params, { average: (gradients) => gathered(squares(gradients), 1 - params.rho, params.rho) }),
    ({ rho }) => ({
      ko: `앞의 평균에 ρ = ${joined(rho, "을를")}, 새 제곱에 ${joined(shown(1 - rho, 3), "을를")} 곱해요.`,
      en: `ρ = ${rho} goes on the earlier average and ${shown(1 - rho, 3)} on the new square.`,
    }),
  ),
  slip(
    "not-squared",
    { ko: "기울기를 제곱하지 않았다", en: "The gradients were not squared" },
    (params) =>
      worked(params, {
        average: (gradients) => gathered(gradients.map(Math.abs), params.rho, 1 - params.rho),
      }),
    () => ({
      ko: "E[g²]은 기울기의 제곱을 평균 낸 거예요.",
      en: "E[g²] averages the squares of the gradients.",
    }),
  ),
  slip(
    "ratio-upside-down",
    { ko: "분자와 분모를 바꾸었다", en: "The ratio was turned upside down" },
    unlessAverage((params) =>
      worked(params, { ratio: (updates, average) => Math.sqrt(average + eps) / Math.sqrt(updates + eps) }),
    ),
    () => ({
      ko: "지난 걸음의 크기가 위, 기울기의 크기가 아래예요. 그래야 기울기가 클수록 작게 곱해요.",
      en: "The size of past steps is on top and that of gradients below, so that larger gradients are scaled down.",
    }),
  ),
  slip(
    "rate-inserted",
    { ko: "학습률을 넣었다", en: "A learning rate was put in" },
    unlessAverage((params) =>
      worked(params, { ratio: (_, average) => ratesOfOthers / Math.sqrt(average + eps) }),
    ),
    () => ({
      ko: `Adadelta에는 학습률이 없어요. η = ${ratesOfOthers}의 자리에 지난 걸음의 크기 √(E[Δ²] + ε)이 들어가요.`,
      en: `Adadelta has no learning rate. The size of past steps, √(E[Δ²] + ε), stands where η = ${ratesOfOthers} would.`,
    }),
  ),
  slip(
    "roots-missed",
    { ko: "제곱근을 씌우지 않았다", en: "The square roots were left out" },
    unlessAverage((params) =>
      worked(params, { ratio: (updates, average) => (updates + eps) / (average + eps) }),
    ),
    () => ({
      ko: "두 평균은 모두 제곱의 크기라서, 비를 내기 전에 제곱근을 씌워요.",
      en: "Both averages have the size of squares, so the roots are taken before the ratio.",
    }),
  ),
];
