/** The formulas that are descended, and how a step on them goes wrong. */
import type { Surface } from "../../compute/descent-program";
import { gradientAt, valueAt } from "../../compute/surfaces";
import { joined } from "../../korean";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import { inTerm, numberTruth, shown } from "../descents";
import type { Mistake } from "../family";

export interface GdOneStep {
  loss: { kind: "square" | "quartic" | "two"; a: number; b: number };
  /** One weight, or x and y. */
  start: number[];
  rate: number;
  steps: number;
}
export const decimals = 4;

export function surfaceOf({ kind, a, b }: GdOneStep["loss"]): Surface {
  if (kind === "two") return { name: "quadratic", curvature: [a, b] };
  const coefficients = kind === "square" ? [a * b * b, -2 * a * b, a] : [0, 0, b, 0, a];
  return { name: "polynomial", coefficients };
}

const factor = (value: number): string => (value === 1 ? "" : shown(value));
const signed = (value: number): string => (value < 0 ? `+ ${shown(-value)}` : `− ${shown(value)}`);
const bracket = (b: number): string => (b === 0 ? "w" : `(w ${signed(b)})`);
const added = (value: number, power: string): string =>
  `${value < 0 ? "−" : "+"} ${factor(Math.abs(value))}${power}`;

export function lossText({ kind, a, b }: GdOneStep["loss"]): string {
  if (kind === "square") return `f(w) = ${factor(a)}${bracket(b)}²`;
  return kind === "quartic"
    ? `f(w) = ${factor(a)}w⁴ ${added(b, "w²")}`
    : `f(x, y) = ½(${factor(a)}x² + ${factor(b)}y²)`;
}
export function slopeText({ kind, a, b }: GdOneStep["loss"]): string {
  if (kind === "square") return `f′(w) = ${factor(2 * a)}${bracket(b)}`;
  return kind === "quartic"
    ? `f′(w) = ${factor(4 * a)}w³ ${added(2 * b, "w")}`
    : `∂f/∂x = ${factor(a)}x, ∂f/∂y = ${factor(b)}y`;
}

type Move = (place: readonly number[], slope: readonly number[], step: number) => number[];

/** Where a wrong way of moving ends, and its last line. */
function walked({ loss, start, rate, steps }: GdOneStep, move: Move): { truth: Truth; work: string } | null {
  const surface = surfaceOf(loss);
  let place = start;
  let before = start;
  for (let step = 1; step <= steps; step += 1) {
    before = place;
    place = move(place, gradientAt(surface, place, step), step);
  }
  if (!place.every((value) => Number.isFinite(value) && Math.abs(value) < 1e6)) return null;
  const shares = place.map((value, axis) => (value - (before[axis] ?? 0)) / rate);
  const line = place.map(
    (value, axis) => `${shown(before[axis] ?? 0)} + ${rate} × ${inTerm(shares[axis] ?? 0)} = ${shown(value)}`,
  );
  return {
    truth:
      place.length === 1 ? numberTruth(place[0] ?? 0, decimals) : { kind: "grid", rows: [place], decimals },
    work: line.join(", "),
  };
}

function slip(
  name: string,
  label: Text,
  moveOf: (params: GdOneStep) => Move | null,
  say: (params: GdOneStep) => Text,
): Mistake<GdOneStep> {
  const end = (params: GdOneStep) => {
    const move = moveOf(params);
    return move && walked(params, move);
  };
  return {
    slip: name,
    name: label,
    gives: (params) => end(params)?.truth ?? null,
    work: (params) => end(params)?.work ?? "",
    say,
  };
}

export const mistakes: Mistake<GdOneStep>[] = [
  slip(
    "uphill",
    { ko: "기울기를 더했다", en: "The slope was added" },
    ({ rate }) =>
      (place, slope) =>
        place.map((w, axis) => w + rate * (slope[axis] ?? 0)),
    () => ({
      ko: "기울기는 손실이 커지는 쪽을 가리켜요. 내려가려면 빼야 해요.",
      en: "The slope points to where the loss grows. To go down it is subtracted.",
    }),
  ),
  slip(
    "rate-missed",
    { ko: "학습률을 곱하지 않았다", en: "The learning rate was left out" },
    () => (place, slope) => place.map((w, axis) => w - (slope[axis] ?? 0)),
    ({ rate }) => ({
      ko: `기울기만큼 다 가지 않고 η = ${rate}배만 가요.`,
      en: `The step is η = ${rate} times the slope, not the slope itself.`,
    }),
  ),
  slip(
    "value-for-slope",
    { ko: "기울기 대신 함숫값을 썼다", en: "The value was used for the slope" },
    ({ rate, loss }) =>
      loss.kind === "two" ? null : (place) => place.map((w) => w - rate * valueAt(surfaceOf(loss), [w])),
    ({ loss }) => ({
      ko: `f(w)의 크기가 아니라 기울기 ${joined(slopeText(loss), "을를")} 써요. 높이가 아니라 가파르기가 걸음을 정해요.`,
      en: `Not the value f(w) but its slope is used: ${slopeText(loss)}. Steepness sets the step, not height.`,
    }),
  ),
  slip(
    "power-not-brought-down",
    { ko: "미분할 때 지수를 곱하지 않았다", en: "The power was not brought down" },
    ({ rate, loss }) =>
      loss.kind === "two"
        ? (place) => place.map((w, axis) => w - (rate / 2) * (axis === 0 ? loss.a : loss.b) * w)
        : (place) =>
            place.map((w) => {
              const slope = loss.kind === "square" ? loss.a * (w - loss.b) : loss.a * w ** 3 + loss.b * w;
              return w - rate * slope;
            }),
    ({ loss }) => ({
      ko: `제곱을 미분하면 2가 앞으로 나와요: ${slopeText(loss)}`,
      en: `A square brings a 2 down when it is differentiated: ${slopeText(loss)}`,
    }),
  ),
  slip(
    "first-slope-reused",
    { ko: "첫 기울기를 다시 썼다", en: "The first slope was used again" },
    ({ rate, loss, start, steps }) => {
      if (steps < 2) return null;
      const slope = gradientAt(surfaceOf(loss), start, 1);
      return (place) => place.map((w, axis) => w - rate * (slope[axis] ?? 0));
    },
    ({ steps }) => ({
      ko: `걸음마다 새 자리에서 기울기를 다시 재요. ${steps}걸음이면 ${steps}번 재요.`,
      en: `The slope is taken anew at every place: ${steps} steps, ${steps} slopes.`,
    }),
  ),
];
