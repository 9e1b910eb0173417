/** How the average of squares is mistaken, and what it then does to the rate and the weight. */
import { joined } from "../../korean";
import type { Text } from "../../text";
import { gathered, numberSlip, shown, squares, type Wrong } from "../descents";
import type { Mistake } from "../family";

export interface RmspropStep {
  rate: number;
  rho: number;
  start: number;
  gradients: number[];
  asks: "average" | "rate" | "weight";
}
export const decimals = ({ asks }: Pick<RmspropStep, "asks">): number => (asks === "rate" ? 5 : 4);

/** The asked number where the average comes from one rule and the rate from another. */
function worked(
  params: RmspropStep,
  averageOf: (gradients: number[]) => number,
  line: (gradients: number[]) => string,
  divide: (rate: number, average: number) => number = (rate, average) => rate / Math.sqrt(average),
): Wrong {
  const { gradients, rate, start, asks } = params;
  const average = averageOf(gradients);
  const work = `${line(gradients)} = ${shown(average)}`;
  if (asks === "average") return { value: average, work };
  const factor = divide(rate, average);
  if (asks === "rate") return { value: factor, work: `${work}, ${shown(factor)}` };
  const weight = gradients.reduce(
    (w, gradient, at) => w - divide(rate, averageOf(gradients.slice(0, at + 1))) * gradient,
    start,
  );
  return { value: weight, work: `${work}, … w = ${shown(weight)}` };
}
const rightly =
  ({ rho }: RmspropStep) =>
  (gradients: number[]) =>
    gathered(squares(gradients), rho, 1 - rho);
const lineOf = (kept: string, fresh: string) => (gradients: number[]) =>
  `… ${kept} × s + ${fresh} × ${shown((gradients.at(-1) ?? 0) ** 2)}`;

const slip = (
  name: string,
  label: Text,
  wrong: (params: RmspropStep) => Wrong,
  say: (params: RmspropStep) => Text,
) => numberSlip(decimals, name, label, wrong, say);

export const mistakes: Mistake<RmspropStep>[] = [
  slip(
    "sum-for-average",
    { ko: "제곱을 평균 내지 않고 모두 더했다", en: "The squares were added up, not averaged" },
    (params) =>
      worked(
        params,
        (gradients) => gathered(squares(gradients), 1, 1),
        (gradients) => gradients.map((gradient) => `${shown(gradient)}²`.replace(/^−/, "")).join(" + "),
      ),
    ({ rho }) => ({
      ko: `모두 더하는 것은 Adagrad예요. RMSprop은 걸음마다 앞의 값의 ${rho}배만 남겨요.`,
      en: `Adding all up is Adagrad. RMSprop keeps only ${rho} of the earlier value at every step.`,
    }),
  ),
  slip(
    "shares-swapped",
    { ko: "ρ와 1 − ρ를 바꾸어 곱했다", en: "ρ and 1 − ρ were swapped" },
    (params) =>
      worked(
        params,
        (gradients) => gathered(squares(gradients), 1 - params.rho, params.rho),
        lineOf(shown(1 - params.rho, 3), String(params.rho)),
      ),
    ({ rho }) => ({
      ko: `앞의 평균에 ρ = ${joined(rho, "을를")}, 새 제곱에 ${joined(shown(1 - rho, 3), "을를")} 곱해요.`,
      en: `ρ = ${rho} goes on the earlier average and ${shown(1 - rho, 3)} on the new square.`,
    }),
  ),
  slip(
    "not-squared",
    { ko: "기울기를 제곱하지 않았다", en: "The gradients were not squared" },
    (params) =>
      worked(
        params,
        (gradients) => gathered(gradients.map(Math.abs), params.rho, 1 - params.rho),
        (gradients) =>
          `… ${params.rho} × s + ${shown(1 - params.rho, 3)} × ${Math.abs(gradients.at(-1) ?? 0)}`,
      ),
    () => ({
      ko: "s는 기울기 크기의 평균이 아니라 제곱의 평균이에요.",
      en: "s averages the squares of the gradients, not their sizes.",
    }),
  ),
  slip(
    "nothing-kept",
    { ko: "앞의 평균을 잊었다", en: "The earlier average was forgotten" },
    (params) =>
      worked(
        params,
        (gradients) => (1 - params.rho) * (gradients.at(-1) ?? 0) ** 2,
        (gradients) => `${shown(1 - params.rho, 3)} × ${shown((gradients.at(-1) ?? 0) ** 2)}`,
      ),
    ({ rho }) => ({
      ko: `새 제곱만 남기지 않고 앞의 평균의 ${rho}배를 더해요.`,
      en: `Besides the new square, ${rho} of the earlier average stays.`,
    }),
  ),
  slip(
    "root-missed",
    { ko: "제곱근을 씌우지 않았다", en: "The square root was left out" },
    (params) =>
      params.asks === "average"
        ? null
        : worked(
            params,
            rightly(params),
            lineOf(String(params.rho), shown(1 - params.rho, 3)),
            (rate, average) => rate / average,
          ),
    () => ({
      ko: "s는 제곱의 크기라서, 나눌 때는 √s로 기울기의 크기로 되돌려요.",
      en: "s has the size of a square, so the division uses √s, which has the size of a gradient.",
    }),
  ),
  slip(
    "no-division",
    { ko: "√s로 나누지 않았다", en: "The division by √s was left out" },
    (params) =>
      params.asks === "weight"
        ? worked(
            params,
            rightly(params),
            () => "s",
            (rate) => rate,
          )
        : null,
    ({ rate }) => ({
      ko: `η = ${joined(rate, "을를")} 그대로 쓰면 SGD예요. RMSprop은 √s로 나누어 기울기의 크기를 맞춰요.`,
      en: `Using η = ${rate} as it is would be SGD. RMSprop divides by √s to even out the gradients.`,
    }),
  ),
];
