/** What is wrongly believed about the rate: larger is faster, swinging is diverging, one step is the limit. */
import { plural } from "../../english";
import { joined } from "../../korean";
import type { Text } from "../../text";
import { numberTruth, shown } from "../descents";
import type { Mistake } from "../family";

export interface GdStabilityVerdict {
  /** a of the loss ½aw². */
  curvature: number;
  rate: number;
  start: number;
  /** Where a counted run ends. */
  tolerance: number;
  asks: "verdict" | "factor" | "critical" | "steps";
  /** How far the list of options is turned. */
  turn: number;
}
export const decimals = 3;
export const optionIds = ["creeps", "at-once", "swings", "stays", "diverges"] as const;
/** A factor this near to 0, or a width this near to the first one, is called 0 or the same. */
export const near = 1e-3;

const factorOf = ({ rate, curvature }: GdStabilityVerdict): number => 1 - rate * curvature;

const choose = (
  slip: string,
  name: Text,
  id: (params: GdStabilityVerdict) => (typeof optionIds)[number] | null,
  say: (params: GdStabilityVerdict) => Text,
): Mistake<GdStabilityVerdict> => ({
  slip,
  name,
  gives(params) {
    const chosen = params.asks === "verdict" ? id(params) : null;
    return chosen === null ? null : { kind: "choice", id: chosen };
  },
  say,
});
const number = (
  asks: "factor" | "critical",
  slip: string,
  name: Text,
  wrong: (params: GdStabilityVerdict) => [value: number, work: string],
  say: (params: GdStabilityVerdict) => Text,
): Mistake<GdStabilityVerdict> => ({
  slip,
  name,
  gives: (params) => (params.asks === asks ? numberTruth(wrong(params)[0], decimals) : null),
  work: (params) => `${wrong(params)[1]} = ${shown(wrong(params)[0])}`,
  say,
});
const count = (
  slip: string,
  name: Text,
  wrong: (params: GdStabilityVerdict) => [value: number, work: string],
  say: (params: GdStabilityVerdict) => Text,
): Mistake<GdStabilityVerdict> => ({
  slip,
  name,
  gives: (params) => (params.asks === "steps" ? { kind: "integer", value: wrong(params)[0] } : null),
  work: (params) => wrong(params)[1],
  say,
});

/** Steps until |w| is below the tolerance, by the factor of a step. */
const stepsBy = ({ start, tolerance }: GdStabilityVerdict, factor: number): number =>
  Math.floor(Math.log(tolerance / Math.abs(start)) / Math.log(Math.abs(factor))) + 1;

export const mistakes: Mistake<GdStabilityVerdict>[] = [
  choose(
    "larger-is-faster",
    { ko: "클수록 빠르기만 하다고 보았다", en: "A larger rate was taken to be faster only" },
    (params) => (factorOf(params) < near ? "creeps" : "at-once"),
    (params) => ({
      ko: `한 걸음에 w의 1 − ηa = ${shown(factorOf(params))}배가 돼요. 부호와 크기로 움직임을 알 수 있어요.`,
      en: `A step leaves 1 − ηa = ${shown(factorOf(params))} of w. Its sign and size tell the movement.`,
    }),
  ),
  choose(
    "swing-is-divergence",
    { ko: "오가면 발산이라고 보았다", en: "Swinging was taken for divergence" },
    (params) => (factorOf(params) < -near && factorOf(params) > -1 - near ? "diverges" : null),
    (params) => ({
      ko: `부호가 바뀌어도 크기 ${shown(Math.abs(factorOf(params)))}배가 1보다 ${Math.abs(factorOf(params)) < 1 - near ? "작으면 줄어들어요" : "크지 않으면 커지지 않아요"}.`,
      en: `The sign changes, but the size goes by ${shown(Math.abs(factorOf(params)))} a step and does not grow.`,
    }),
  ),
  choose(
    "swing-always-settles",
    { ko: "오가면 언젠가 멎는다고 보았다", en: "Swinging was taken to settle always" },
    (params) => (factorOf(params) < -1 + near ? "swings" : null),
    (params) => ({
      ko: `오가는 폭이 걸음마다 ${shown(Math.abs(factorOf(params)))}배예요. 1보다 작아야 줄어들어요.`,
      en: `The width goes by ${shown(Math.abs(factorOf(params)))} at every step. It settles only below 1.`,
    }),
  ),
  number(
    "critical",
    "one-step-for-critical",
    { ko: "한 걸음에 닿는 η를 한계로 보았다", en: "The rate of one step was taken for the limit" },
    ({ curvature }) => [1 / curvature, `1 / ${shown(curvature)}`],
    ({ curvature }) => ({
      ko: `1/a = ${joined(shown(1 / curvature), "은는")} 한 걸음에 바닥에 닿는 값이에요. 그보다 커도 2/a까지는 오가며 줄어들어요.`,
      en: `1/a = ${shown(1 / curvature)} lands at once. Beyond it, up to 2/a, the swings still shrink.`,
    }),
  ),
  number(
    "critical",
    "curvature-taken-twice",
    { ko: "기울기의 계수를 잘못 읽었다", en: "The slope's factor was misread" },
    ({ curvature }) => [4 / curvature, `2 / ${shown(curvature / 2)}`],
    ({ curvature }) => ({
      ko: `제곱을 미분하면 2가 나와서 기울기는 ${shown(curvature)}w예요. a = ${joined(shown(curvature), "으로로")} 나누어요.`,
      en: `The square brings a 2 down, so the slope is ${shown(curvature)}w. Divide by a = ${shown(curvature)}.`,
    }),
  ),
  number(
    "factor",
    "one-missed",
    { ko: "1에서 빼지 않았다", en: "It was not taken from 1" },
    ({ rate, curvature }) => [rate * curvature, `${rate} × ${shown(curvature)}`],
    ({ rate, curvature }) => ({
      ko: `ηa = ${joined(shown(rate * curvature), "은는")} 줄어드는 몫이에요. 남는 것은 1 − ηa예요.`,
      en: `ηa = ${shown(rate * curvature)} is the share that goes. What is left is 1 − ηa.`,
    }),
  ),
  number(
    "factor",
    "sign-turned",
    { ko: "뺄 것을 더했다", en: "It was added instead of taken away" },
    ({ rate, curvature }) => [1 + rate * curvature, `1 + ${rate} × ${shown(curvature)}`],
    () => ({ ko: "기울기는 빼요. 그래서 1 − ηa예요.", en: "The slope is subtracted, hence 1 − ηa." }),
  ),
  number(
    "factor",
    "curvature-halved",
    { ko: "미분할 때 2를 곱하지 않았다", en: "The 2 of the square was left out" },
    ({ rate, curvature }) => [1 - (rate * curvature) / 2, `1 − ${rate} × ${shown(curvature / 2)}`],
    ({ curvature }) => ({
      ko: `기울기는 ${shown(curvature / 2)}w가 아니라 ${shown(curvature)}w예요.`,
      en: `The slope is ${shown(curvature)}w, not ${shown(curvature / 2)}w.`,
    }),
  ),
  count(
    "step-more",
    { ko: "한 걸음 더 세었다", en: "One step too many was counted" },
    (params) => {
      const right = stepsBy(params, factorOf(params));
      return [right + 1, `${right} + 1 = ${right + 1}`];
    },
    () => ({ ko: "출발점은 0걸음이에요.", en: "The start is step 0." }),
  ),
  count(
    "step-less",
    { ko: "한 걸음 덜 세었다", en: "One step too few was counted" },
    (params) => {
      const right = stepsBy(params, factorOf(params));
      return [right - 1, `${right} − 1 = ${right - 1}`];
    },
    (params) => {
      const before = stepsBy(params, factorOf(params)) - 1;
      return {
        ko: `${before}걸음 뒤에는 아직 |w|가 ${params.tolerance}보다 커요.`,
        en: `After ${plural(before, "step")} |w| is still above ${params.tolerance}.`,
      };
    },
  ),
  count(
    "same-amount",
    { ko: "걸음마다 같은 만큼 준다고 보았다", en: "Every step was taken to be as long as the first" },
    ({ start, rate, curvature, tolerance }) => {
      const first = Math.abs(start) * rate * curvature;
      const steps = Math.ceil((Math.abs(start) - tolerance) / first);
      return [steps, `(${Math.abs(start)} − ${tolerance}) / ${shown(first)} → ${steps}`];
    },
    (params) => ({
      ko: `바닥에 가까울수록 기울기도 작아져요. 같은 만큼이 아니라 같은 비(${shown(Math.abs(factorOf(params)))}배)로 줄어요.`,
      en: `Near the bottom the slope is small too. |w| falls by a ratio (${shown(Math.abs(factorOf(params)))}), not by an amount.`,
    }),
  ),
];
