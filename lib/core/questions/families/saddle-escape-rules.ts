/** What is wrongly expected at a saddle, and how the steps out of it are miscounted. */
import type { Text } from "../../text";
import { shown } from "../descents";
import type { Mistake } from "../family";

export interface SaddleEscape {
  x: number;
  y: number;
  rate: number;
  beta: number;
  /** Steps that are allowed. */
  steps: number;
  asks: "who" | "sgd" | "momentum";
  /** How far the list of options is turned. */
  turn: number;
}
/** Steps that a counted escape may take. */
export const longest = 120;
export const optionIds = ["both", "momentum", "sgd", "neither"] as const;

/** The first step at which y is 1 or more away, or null. */
export function stepsOut(heights: readonly number[]): number | null {
  const at = heights.findIndex((y) => Math.abs(y) >= 1);
  return at < 0 ? null : at;
}
export function optionOf(out: { sgd: number | null; momentum: number | null }): (typeof optionIds)[number] {
  if (out.sgd !== null) return out.momentum === null ? "sgd" : "both";
  return out.momentum === null ? "neither" : "momentum";
}

/** Steps out by a rule for the velocity and its move. */
function countOut({ y, rate }: SaddleEscape, next: (velocity: number, y: number) => number): number | null {
  let [height, velocity] = [y, 0];
  for (let step = 1; step <= 10_000; step += 1) {
    velocity = next(velocity, height);
    height -= rate * velocity;
    if (Math.abs(height) >= 1) return step;
  }
  return null;
}
const betaOf = ({ asks, beta }: SaddleEscape): number => (asks === "momentum" ? beta : 0);

const choose = (
  slip: string,
  name: Text,
  id: (typeof optionIds)[number],
  say: (params: SaddleEscape) => Text,
): Mistake<SaddleEscape> => ({
  slip,
  name,
  gives: ({ asks }) => (asks === "who" ? { kind: "choice", id } : null),
  say,
});
const count = (
  slip: string,
  name: Text,
  steps: (params: SaddleEscape) => number | null,
  work: (params: SaddleEscape, value: number) => string,
  say: (params: SaddleEscape) => Text,
): Mistake<SaddleEscape> => ({
  slip,
  name,
  gives(params) {
    const value = params.asks === "who" ? null : steps(params);
    return value === null ? null : { kind: "integer", value };
  },
  work: (params) => work(params, steps(params) ?? 0),
  say,
});

export const mistakes: Mistake<SaddleEscape>[] = [
  choose(
    "momentum-always-out",
    { ko: "Momentum은 늘 빠져나온다고 했다", en: "Momentum was said to get out always" },
    "momentum",
    ({ y, steps }) =>
      y === 0
        ? {
            ko: "기울기도 속도도 꼭 0이면 쌓일 것이 없어서 Momentum도 움직이지 않아요.",
            en: "With a slope and a velocity of exactly 0 nothing builds up, and Momentum does not move either.",
          }
        : {
            ko: `Momentum만이라고 볼 수는 없어요. ${steps}걸음 안에 y가 얼마나 자라는지 걸음마다 따라가 보세요.`,
            en: `It need not be Momentum alone. Follow how far y grows within ${steps} steps.`,
          },
  ),
  choose(
    "both-out",
    { ko: "둘 다 빠져나온다고 했다", en: "Both were said to get out" },
    "both",
    ({ y, steps }) =>
      y === 0
        ? {
            ko: "y = 0이면 기울기가 꼭 0이라 둘 다 그대로예요.",
            en: "At y = 0 the slope is exactly 0 and both stay.",
          }
        : {
            ko: `SGD는 나오기는 하지만 아주 느려요. 걸음마다 y가 몇 배가 되는지로 ${steps}걸음을 따져 보세요.`,
            en: `SGD does get out, but slowly. Work out ${steps} steps from the factor on y at each.`,
          },
  ),
  choose(
    "nothing-out",
    { ko: "둘 다 갇힌다고 했다", en: "Both were said to be trapped" },
    "neither",
    ({ y }) => ({
      ko: `y = ${shown(y)}에서는 기울기가 0이 아니에요. 조금씩이지만 걸음마다 몇 배로 멀어져요.`,
      en: `At y = ${shown(y)} the slope is not 0. Each step multiplies the distance, however small.`,
    }),
  ),
  choose("sgd-faster", { ko: "SGD만 빠져나온다고 했다", en: "SGD alone was said to get out" }, "sgd", () => ({
    ko: "Momentum은 같은 기울기에 앞의 속도까지 더해 가니 SGD보다 느릴 수 없어요.",
    en: "Momentum adds its velocity to the same slope, so here it cannot be slower than SGD.",
  })),
  count(
    "other-method",
    { ko: "다른 방법의 걸음을 세었다", en: "The other method's steps were counted" },
    (params) => {
      const beta = params.asks === "momentum" ? 0 : params.beta;
      return countOut(params, (velocity, y) => beta * velocity - 2 * y);
    },
    ({ asks }, value) => `${asks === "momentum" ? "SGD" : "Momentum"}: ${value}`,
    ({ asks, beta }) =>
      asks === "momentum"
        ? {
            ko: `앞의 속도의 ${beta}배를 더하는 것을 빠뜨렸어요.`,
            en: `The ${beta} of the earlier velocity was left out.`,
          }
        : { ko: "SGD에는 쌓이는 속도가 없어요.", en: "SGD gathers no velocity." },
  ),
  count(
    "one-step-more",
    { ko: "한 걸음 더 세었다", en: "One step too many was counted" },
    (params) => {
      const right = countOut(params, (velocity, y) => betaOf(params) * velocity - 2 * y);
      return right === null ? null : right + 1;
    },
    (_, value) => `${value - 1} + 1 = ${value}`,
    () => ({ ko: "출발점은 0걸음이에요.", en: "The start is step 0." }),
  ),
  count(
    "no-growth",
    { ko: "걸음마다 같은 만큼 간다고 보았다", en: "Every step was taken to be as long as the first" },
    ({ y, rate }) => Math.ceil((1 - y) / (2 * rate * y) - 1e-9),
    ({ y, rate }, value) => `(1 − ${shown(y)}) / (2 × ${rate} × ${shown(y)}) → ${value}`,
    ({ rate }) => ({
      ko: `y가 커지면 기울기 2y도 커져요. SGD라면 걸음마다 ${shown(1 + 2 * rate)}배예요.`,
      en: `As y grows so does the slope 2y. For SGD every step multiplies y by ${shown(1 + 2 * rate)}.`,
    }),
  ),
  count(
    "rate-not-doubled",
    { ko: "y²의 기울기를 y로 보았다", en: "The slope of y² was taken to be y" },
    (params) => countOut(params, (velocity, y) => betaOf(params) * velocity - y),
    (_, value) => String(value),
    () => ({ ko: "−y²의 기울기는 −2y예요.", en: "The slope of −y² is −2y." }),
  ),
];
