/** What is wrongly expected of two valleys. */

import type { Surface } from "../../compute/descent-program";
import { gradientAt } from "../../compute/surfaces";
import { joined } from "../../korean";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import { numberTruth, shown } from "../descents";
import type { Mistake } from "../family";

export interface GdBasinLanding {
  /** c of the loss (w² − 1)² + cw: above 0 the left valley is the deeper one. */
  tilt: number;
  start: number;
  rate: number;
  /** 0 for plain descent. */
  beta: number;
  asks: "valley" | "place";
  /** How far the list of options is turned. */
  turn: number;
}
export const decimals = 2;
export const steps = 120;
export const optionIds = ["left", "right", "top", "none"] as const;

export const surfaceOf = (tilt: number): Surface => ({
  name: "polynomial",
  coefficients: [1, tilt, -2, 0, 1],
});

/** Bottoms of the two valleys and the top between them, by Newton's method on the slope 4w³ − 4w + c. */
export function restsOf(tilt: number): { left: number; right: number; top: number } {
  const find = (from: number) => {
    let w = from;
    for (let turn = 0; turn < 30; turn += 1)
      w -= (gradientAt(surfaceOf(tilt), [w], 1)[0] ?? 0) / (12 * w * w - 4);
    return w;
  };
  return { left: find(-1), right: find(1), top: find(0) };
}
export const sideOf = (rest: number, tilt: number): "left" | "right" =>
  rest < restsOf(tilt).top ? "left" : "right";

/** Where a start comes to rest by the rule of the question, step by step; null where it is still moving at the end. */
export function landingOf(
  { tilt, rate }: GdBasinLanding,
  beta: number,
  start: number,
): "left" | "right" | null {
  let [w, velocity, moved] = [start, 0, 0];
  for (let step = 0; step < steps; step += 1) {
    velocity = beta * velocity + 4 * w ** 3 - 4 * w + tilt;
    moved = -rate * velocity;
    w += moved;
  }
  return Math.abs(moved) < 5e-5 ? sideOf(w, tilt) : null;
}
const plainSide = (params: GdBasinLanding) => landingOf(params, 0, params.start);
const deepSide = ({ tilt }: GdBasinLanding): "left" | "right" => (tilt > 0 ? "left" : "right");

const choose = (
  slip: string,
  name: Text,
  id: (params: GdBasinLanding) => (typeof optionIds)[number] | null,
  say: (params: GdBasinLanding) => Text,
): Mistake<GdBasinLanding> => ({
  slip,
  name,
  gives(params): Truth | null {
    const side = id(params);
    if (side === null || side === "none")
      return params.asks === "valley" && side ? { kind: "choice", id: side } : null;
    return params.asks === "valley"
      ? { kind: "choice", id: side }
      : numberTruth(restsOf(params.tilt)[side], decimals);
  },
  work: (params) => {
    const side = id(params);
    return side === null || side === "none" ? "w → …" : `w = ${shown(restsOf(params.tilt)[side], 3)}`;
  },
  say,
});

export const mistakes: Mistake<GdBasinLanding>[] = [
  choose(
    "always-deepest",
    { ko: "늘 가장 깊은 곳으로 간다고 보았다", en: "It was taken to always find the deepest place" },
    deepSide,
    ({ start }) => ({
      ko: `경사하강법은 자기가 선 자리의 기울기만 알아요. w₀ = ${shown(start)}에서 보이지 않는 더 깊은 골짜기는 알 수 없어요.`,
      en: `Descent knows only the slope where it stands. From w₀ = ${shown(start)} it cannot see a deeper valley.`,
    }),
  ),
  choose(
    "momentum-ignored",
    { ko: "속도가 언덕을 넘기는 것을 놓쳤다", en: "The velocity over the hill was overlooked" },
    (params) => (params.beta === 0 ? null : plainSide(params)),
    ({ beta }) => ({
      ko: `속도 없이 가면 거기서 멎지만, β = ${joined(beta, "으로로")} 속도가 쌓이면 언덕을 넘기도 해요.`,
      en: `Without velocity it would rest there, but with β = ${beta} enough builds up to cross the hill.`,
    }),
  ),
  choose(
    "momentum-always-crosses",
    { ko: "Momentum은 늘 언덕을 넘는다고 보았다", en: "Momentum was taken to always cross the hill" },
    (params) => {
      const plain = params.beta === 0 ? null : plainSide(params);
      return plain === null ? null : plain === "left" ? "right" : "left";
    },
    ({ beta, start }) => ({
      ko: `w₀ = ${shown(start)}에서 모은 속도로는 언덕을 넘지 못하거나 넘었다가 되돌아와요. β = ${beta}라도 늘 넘지는 않아요.`,
      en: `The velocity gathered from w₀ = ${shown(start)} does not carry it over, or it rolls back. β = ${beta} does not always cross.`,
    }),
  ),
  choose(
    "never-rests",
    { ko: "멎지 않는다고 보았다", en: "It was taken never to rest" },
    () => "none",
    ({ rate }) => ({
      ko: `η = ${rate}이면 걸음이 충분히 작아서 바닥에 가까울수록 줄어들어요.`,
      en: `With η = ${rate} the steps are small enough to fade near the bottom.`,
    }),
  ),
  choose(
    "top-for-rest",
    { ko: "언덕 위에서 멎는다고 보았다", en: "It was taken to rest on the hill" },
    () => "top",
    () => ({
      ko: "언덕 꼭대기도 기울기가 0이지만, 조금만 벗어나도 더 멀어지는 쪽으로 밀려요.",
      en: "The top has slope 0 too, but the least step off it is pushed further away.",
    }),
  ),
  {
    slip: "start-kept",
    name: { ko: "출발점을 적었다", en: "The start was given" },
    gives: ({ asks, start }) => (asks === "place" ? numberTruth(start, decimals) : null),
    work: ({ start }) => `w₀ = ${shown(start)}`,
    say: () => ({
      ko: "기울기가 0이 될 때까지 걸음마다 움직여요.",
      en: "It moves step by step until the slope is 0.",
    }),
  },
];
