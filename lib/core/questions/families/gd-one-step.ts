/** Gradient descent by hand: one to three steps on a formula of one or two weights. */
import type { DescentProgram, Surface } from "../../compute/descent-program";
import type { Output } from "../../compute/program";
import { gradientAt } from "../../compute/surfaces";
import type { Rng } from "../../rng";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import { descendOn, inTerm, numberTruth, shown, sub } from "../descents";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level } from "../family";
import { fieldsOf, isBetween, isWhole } from "../params";
import type { Scene } from "../scene";
import { takeOutput } from "../take-output";
import { decimals, type GdOneStep, lossText, mistakes, slopeText, surfaceOf } from "./gd-one-step-rules";
import { besideLoss } from "./gd-one-step-scene";

/** Formulas: a(w − c)², aw⁴ + bw², and ½(ax² + by²). */
function proposeLoss(rng: Rng, level: Level): GdOneStep["loss"] {
  const kind =
    level === 1
      ? "square"
      : rng.pick(level === 2 ? (["square", "quartic"] as const) : (["quartic", "two"] as const));
  if (kind === "square")
    return { kind, a: rng.pick([0.5, 1, 2]), b: rng.pick(level === 1 ? [0, 1, 2, 3] : [-2, -1, 1, 2, 3, 4]) };
  if (kind === "quartic") return { kind, a: rng.pick([0.25, 0.5, 1]), b: rng.pick([-2, -1, 1, 2]) };
  return { kind, a: rng.pick([1, 2, 3]), b: rng.pick([4, 5, 6, 8]) };
}

function propose(rng: Rng, level: Level, separating = ""): GdOneStep {
  const loss = proposeLoss(rng, level);
  const draw = () => rng.pick([-2, -1.5, -1, 0.5, 1, 1.5, 2, 4]);
  return {
    loss,
    start: loss.kind === "two" ? [draw(), draw()] : [draw()],
    rate: rng.pick([0.01, 0.05, 0.1, 0.2]),
    steps:
      separating === "first-slope-reused" ? 2 : level === 1 ? rng.int(1, 2) : level === 2 ? 2 : rng.int(2, 3),
  };
}

function legal(params: unknown): params is GdOneStep {
  const { loss, start, rate, steps } = fieldsOf(params) ?? {};
  const { kind, a, b } = fieldsOf(loss) ?? {};
  return (
    ["square", "quartic", "two"].includes(String(kind)) &&
    isBetween(a, 0.1, 10) &&
    isBetween(b, -10, 10) &&
    Array.isArray(start) &&
    start.length === (kind === "two" ? 2 : 1) &&
    start.every((value) => isBetween(value, -10, 10)) &&
    isBetween(rate, 1e-3, 1) &&
    isWhole(steps, 1, 5)
  );
}

const solve = ({ loss, start, rate, steps }: GdOneStep): DescentProgram =>
  descendOn("sgd", { lr: rate }, surfaceOf(loss), start, steps);

/** One weight is a number, two are a row. */
function read(output: Output): Truth {
  const last = takeOutput(output, "descent").theta.at(-1) ?? [];
  return last.length === 1
    ? numberTruth(last[0] ?? Number.NaN, decimals)
    : { kind: "grid", rows: [[...last]], decimals };
}

const place = (start: readonly number[]): string =>
  start.length === 1
    ? `w₀ = ${shown(start[0] ?? 0)}`
    : `(x₀, y₀) = (${start.map((each) => shown(each)).join(", ")})`;

function ask({ loss, start, rate, steps }: GdOneStep): Ask {
  const f = lossText(loss);
  const name = loss.kind === "two" ? `(x${sub(steps)}, y${sub(steps)})` : `w${sub(steps)}`;
  return {
    prompt: {
      ko: `${f}에서 경사하강법으로 ${steps}걸음 가면 ${name}의 값은 얼마인가요?`,
      en: `What is ${name} after ${steps} ${steps === 1 ? "step" : "steps"} of gradient descent on ${f}?`,
    },
    given: [
      {
        ko: `w ← w − η f′(w), η = ${rate}, ${place(start)}`,
        en: `w ← w − η f′(w), η = ${rate}, ${place(start)}`,
      },
    ],
    figures: [],
    answer:
      loss.kind === "two"
        ? { kind: "grid", label: { ko: "x와 y", en: "x and y" }, rows: 1, columns: 2, decimals }
        : { kind: "number", label: { ko: name, en: name }, decimals },
  };
}

function explain(params: GdOneStep, output: Output): Explanation {
  const { loss, rate } = params;
  const surface = surfaceOf(loss);
  const { theta, losses } = takeOutput(output, "descent");
  const moves = theta.slice(0, -1).map((from, at): Text => {
    const slope = gradientAt(surface, from, at + 1);
    const to = theta[at + 1] ?? [];
    const names = from.length === 1 ? ["w"] : ["x", "y"];
    const text = names
      .map(
        (name, axis) =>
          `${name}${sub(at + 1)} = ${shown(from[axis] ?? 0)} − ${rate} × ${inTerm(slope[axis] ?? 0)} = ${shown(to[axis] ?? 0)}`,
      )
      .join(", ");
    return { ko: text, en: text };
  });
  const [first = 0, last = 0] = [losses[0], losses.at(-1)];
  const finding: Text = {
    ko: `손실은 ${shown(first, 4)}에서 ${shown(last, 4)}${last < first ? "까지 내려갔어요" : "까지 올라갔어요"}.`,
    en: `The loss ${last < first ? "fell" : "rose"} from ${shown(first, 4)} to ${shown(last, 4)}.`,
  };
  const slopes = slopeText(loss);
  return {
    steps: [{ ko: `기울기: ${slopes}`, en: `Slope: ${slopes}` }, ...moves],
    scene:
      loss.kind === "two"
        ? fromAbove(surface, theta, losses, finding)
        : besideLoss({ surface, rate, places: theta.map(([w = 0]) => w), finding }),
  };
}

/** The way of two weights over their loss. */
function fromAbove(surface: Surface, theta: number[][], losses: number[], finding: Text): Scene {
  const reach = Math.max(1, ...theta.flat().map(Math.abs)) * 1.25;
  return {
    kind: "paths",
    surface,
    view: { x: [-reach, reach], y: [-reach, reach] },
    paths: [
      {
        id: "sgd",
        label: { ko: "경사하강법", en: "Gradient descent" },
        method: "sgd",
        isBold: true,
        points: theta.map(([x = 0, y = 0]): [number, number] => [x, y]),
        losses,
      },
    ],
    lowest: [0, 0],
    finding,
  };
}

const judging = { id: "gd-one-step", solve, read, mistakes, legal };

export const gdOneStep: Family<GdOneStep> = {
  ...judging,
  version: 1,
  title: { ko: "경사하강법의 걸음", en: "Steps of gradient descent" },
  concepts: ["gradient-descent", "learning-rate", "loss-function"],
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
      values: () => [0.01, 0.05, 0.1, 0.2, 0.4, 0.5],
      get: ({ rate }) => rate,
      set: (params, rate) => ({ ...params, rate }),
    },
    {
      id: "steps",
      label: { ko: "걸음 수", en: "Steps" },
      values: () => [1, 2, 3, 4, 5],
      get: ({ steps }) => steps,
      set: (params, steps) => ({ ...params, steps }),
    },
  ],
};
