/** What is wrongly expected of Momentum and NAG near a minimum. */
import { runReference } from "../../compute/reference";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import { descendOn, numberTruth, shown } from "../descents";
import type { Mistake } from "../family";

export interface OvershootCompare {
  /** a of the loss ½aw². */
  curvature: number;
  rate: number;
  beta: number;
  start: number;
  asks: "which" | "momentum" | "nag";
  /** How far the list of options is turned. */
  turn: number;
}
export const decimals = 3;
export const steps = 200;
export const optionIds = ["momentum", "nag", "same", "neither"] as const;

/** How far a path gets to the other side of 0; 0 where it stays on its own. */
export const farthestPast = (path: readonly number[], start: number): number =>
  Math.max(0, ...path.map((w) => -Math.sign(start) * w));

const choose = (
  slip: string,
  name: Text,
  id: (typeof optionIds)[number],
  say: Text,
): Mistake<OvershootCompare> => ({
  slip,
  name,
  gives: ({ asks }): Truth | null => (asks === "which" ? { kind: "choice", id } : null),
  say: () => say,
});

/** How far the other method of the same numbers runs past 0. */
function otherMethod({ curvature, rate: lr, beta: momentum, start, asks }: OvershootCompare): number {
  const rule = asks === "momentum" ? "nag-lookahead" : "momentum";
  const run = runReference(
    descendOn(rule, { lr, momentum }, { name: "quadratic", curvature: [curvature] }, [start], steps),
  );
  return run.ok && run.value.kind === "descent"
    ? farthestPast(
        run.value.theta.map(([w = 0]) => w),
        start,
      )
    : Number.NaN;
}

export const mistakes: Mistake<OvershootCompare>[] = [
  choose("nag-further", { ko: "NAG가 더 지나친다고 보았다", en: "NAG was taken to run further" }, "nag", {
    ko: "NAG는 앞을 내다보고 되돌리는 기울기를 먼저 느껴서, 같은 η와 β라면 덜 지나쳐요.",
    en: "Looking ahead, NAG feels the slope that turns it back earlier, so with the same η and β it runs less far.",
  }),
  choose(
    "momentum-always",
    { ko: "Momentum이 늘 지나친다고 보았다", en: "Momentum was taken to always overshoot" },
    "momentum",
    {
      ko: "β와 η가 작으면 속도가 쌓이지 않아서 최솟값을 지나치지 않아요.",
      en: "With small β and η hardly any velocity gathers, and nothing runs past the minimum.",
    },
  ),
  choose("both-alike", { ko: "둘이 같다고 보았다", en: "Both were taken to be alike" }, "same", {
    ko: "속도를 모으는 것은 같지만 기울기를 재는 자리가 달라서 길이 달라져요.",
    en: "Both gather velocity, but they take their slopes at different points, so their ways differ.",
  }),
  choose("none-past", { ko: "지나치지 않는다고 보았다", en: "Nothing was taken to run past it" }, "neither", {
    ko: "바닥에서 기울기는 0이지만 속도가 남아 있어서 그대로 지나가요.",
    en: "At the bottom the slope is 0, but the velocity is not, so it goes on.",
  }),
  {
    slip: "other-method",
    name: { ko: "다른 방법의 길을 따라갔다", en: "The other method was followed" },
    gives: (params) => (params.asks === "which" ? null : numberTruth(otherMethod(params), decimals)),
    work: (params) => shown(otherMethod(params), 4),
    say: ({ asks }) =>
      asks === "momentum"
        ? {
            ko: "그것은 w − ηβv에서 기울기를 재는 NAG의 값이에요. Momentum은 지금 자리 w에서 재요.",
            en: "That is NAG, which takes its slope at w − ηβv. Momentum takes it at w.",
          }
        : {
            ko: "그것은 지금 자리에서 기울기를 재는 Momentum의 값이에요. NAG는 w − ηβv에서 재요.",
            en: "That is Momentum, which takes its slope at w. NAG takes it at w − ηβv.",
          },
  },
  {
    slip: "whole-start",
    name: { ko: "출발한 만큼 반대쪽으로 간다고 보았다", en: "It was taken to swing as far as it started" },
    gives: ({ asks, start }) => (asks === "which" ? null : numberTruth(Math.abs(start), decimals)),
    work: ({ start }) => `|${shown(start)}| = ${Math.abs(start)}`,
    say: ({ beta }) => ({
      ko: `걸음마다 속도가 β = ${beta}배로 줄어서 출발한 높이까지 오르지 못해요.`,
      en: `Every step leaves only β = ${beta} of the velocity, so it does not climb as high as it started.`,
    }),
  },
  {
    slip: "stops-at-bottom",
    name: { ko: "바닥에서 멈춘다고 보았다", en: "It was taken to stop at the bottom" },
    gives: ({ asks }) => (asks === "which" ? null : numberTruth(0, decimals)),
    work: () => "0",
    say: () => ({
      ko: "바닥에서 기울기는 0이지만 속도가 남아 있어서 그대로 지나가요.",
      en: "At the bottom the slope is 0, but the velocity is not, so it goes on.",
    }),
  },
];
