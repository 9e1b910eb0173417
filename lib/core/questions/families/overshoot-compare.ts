/** The same bowl, η and β for Momentum and for NAG: which runs further past the bottom, and how far. */
import type { BatchProgram, Output } from "../../compute/program";
import { joined } from "../../korean";
import type { Rng } from "../../rng";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import { descendOn, numberTruth, shown } from "../descents";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level } from "../family";
import { byStep, panelOf, seriesOf, stepAxis, stopsOf } from "../panel";
import { fieldsOf, isBetween } from "../params";
import { takeBatch } from "../take-output";
import {
  decimals,
  farthestPast,
  mistakes,
  type OvershootCompare,
  optionIds,
  steps,
} from "./overshoot-compare-rules";

/** A path past the bottom by less than this share of its start is not called an overshoot. */
const least = 0.01;

const plans: Record<Level, { beta: number[]; asks: OvershootCompare["asks"][] }> = {
  1: { beta: [0.3, 0.8, 0.9], asks: ["which"] },
  2: { beta: [0.2, 0.5, 0.8, 0.9], asks: ["which", "momentum", "nag"] },
  3: { beta: [0.7, 0.8, 0.9, 0.95], asks: ["momentum", "nag"] },
};
const asksFor: Record<string, OvershootCompare["asks"][]> = {
  "nag-further": ["which"],
  "momentum-always": ["which"],
  "both-alike": ["which"],
  "none-past": ["which"],
  "other-method": ["momentum", "nag"],
  "whole-start": ["momentum", "nag"],
  "stops-at-bottom": ["momentum", "nag"],
};

function propose(rng: Rng, level: Level, separating = ""): OvershootCompare {
  return {
    curvature: rng.pick([0.5, 1, 2, 4]),
    rate: rng.pick([0.02, 0.05, 0.1, 0.2, 0.3]),
    beta: rng.pick(plans[level].beta),
    start: rng.pick([1, 2, 3, -2]),
    asks: rng.pick(asksFor[separating] ?? plans[level].asks),
    turn: rng.int(0, 3),
  };
}

function legal(params: unknown): params is OvershootCompare {
  const { curvature, rate, beta, start, asks, turn } = fieldsOf(params) ?? {};
  if (
    !isBetween(curvature, 0.1, 10) ||
    !isBetween(rate, 1e-3, 0.5) ||
    !isBetween(beta, 0, 0.99) ||
    !isBetween(start, -10, 10) ||
    !isBetween(turn, 0, 3) ||
    !["which", "momentum", "nag"].includes(String(asks))
  )
    return false;
  // A step longer than the bowl is wide would be asked about by another family.
  return Math.abs(Number(start)) >= 0.5 && Number(rate) * Number(curvature) < 1;
}

const solve = ({ curvature, rate: lr, beta: momentum, start }: OvershootCompare): BatchProgram => ({
  kind: "batch",
  programs: (["momentum", "nag-lookahead"] as const).map((rule) =>
    descendOn(rule, { lr, momentum }, { name: "quadratic", curvature: [curvature] }, [start], steps),
  ),
});

function pathsOf(output: Output) {
  const [momentum, nag] = takeBatch(output, "descent").map((run) => run?.theta.map(([w = Number.NaN]) => w));
  if (!momentum || !nag) throw new Error("overshoot-compare: a descent of the variant cannot be run");
  return { momentum, nag };
}

function read(output: Output, { start, asks }: OvershootCompare): Truth {
  const { momentum, nag } = pathsOf(output);
  const [one, other] = [farthestPast(momentum, start), farthestPast(nag, start)];
  if (asks !== "which") return numberTruth(asks === "momentum" ? one : other, decimals);
  const isPast = (value: number) => value > least * Math.abs(start);
  if (!isPast(one) && !isPast(other)) return { kind: "choice", id: "neither" };
  const share = Math.abs(one - other) / Math.max(one, other);
  return { kind: "choice", id: share < 0.02 ? "same" : one > other ? "momentum" : "nag" };
}

/** A distance is asked for only where so many steps by hand reach it. */
const byHand = 4;

/** Whether the two paths are far enough apart, or near enough to the bottom, for both engines to say the same. */
function isDecided(params: OvershootCompare): boolean {
  if (params.asks !== "which") {
    const path = walk(params, params.asks === "nag");
    return path.findIndex((w) => -Math.sign(params.start) * w === farthestPast(path, params.start)) <= byHand;
  }
  const { start } = params;
  const [one = 0, other = 0] = (["momentum", "nag-lookahead"] as const).map((rule) =>
    farthestPast(walk(params, rule === "nag-lookahead"), start),
  );
  const [small, large] = [Math.min(one, other) / Math.abs(start), Math.max(one, other) / Math.abs(start)];
  return large < least / 2 || (large > 0.03 && (large - small) / large > 0.1);
}

/** The path by its recurrence, to reject a draw before anything is run. */
function walk({ curvature, rate, beta, start }: OvershootCompare, isAhead: boolean): number[] {
  const path = [start];
  let [w, v] = [start, 0];
  for (let step = 0; step < steps; step += 1) {
    v = beta * v + curvature * (isAhead ? w - rate * beta * v : w);
    w -= rate * v;
    path.push(w);
  }
  return path;
}

const names: Record<(typeof optionIds)[number], Text> = {
  momentum: { ko: "Momentum", en: "Momentum" },
  nag: { ko: "NAG", en: "NAG" },
  same: { ko: "둘이 같은 만큼", en: "Both by the same" },
  neither: { ko: "둘 다 지나치지 않는다", en: "Neither runs past it" },
};

function ask({ curvature, rate, beta, start, asks, turn }: OvershootCompare): Ask {
  const loss = curvature === 2 ? "w²" : `${shown(curvature / 2)}w²`;
  const options = optionIds.map((id) => ({ id, text: names[id] }));
  const method = asks === "nag" ? "NAG" : "Momentum";
  return {
    prompt:
      asks === "which"
        ? {
            ko: `손실 ${loss}의 최솟값 0을 더 멀리 지나치는 쪽은 어느 것인가요?`,
            en: `Which runs further past the minimum 0 of the loss ${loss}?`,
          }
        : {
            ko: `손실 ${loss}에서 ${joined(method, "은는")} 최솟값 0을 얼마나 멀리까지 지나치나요?`,
            en: `How far past the minimum 0 of the loss ${loss} does ${method} run?`,
          },
    given: [
      {
        ko: "Momentum: v ← βv + L′(w), w ← w − ηv. NAG는 L′(w − ηβv)를 써요.",
        en: "Momentum: v ← βv + L′(w), w ← w − ηv. NAG uses L′(w − ηβv).",
      },
      {
        ko: `η = ${rate}, β = ${beta}, w₀ = ${shown(start)}, v₀ = 0, ${steps}걸음${asks === "which" ? `. 출발 거리의 ${least * 100} %를 넘어야 지나친 거예요.` : ""}`,
        en: `η = ${rate}, β = ${beta}, w₀ = ${shown(start)}, v₀ = 0, ${steps} steps${asks === "which" ? `. To run past it means by more than ${least * 100} % of the starting distance.` : ""}`,
      },
    ],
    figures: [],
    answer:
      asks === "which"
        ? { kind: "choice", options: [...options.slice(turn), ...options.slice(0, turn)] }
        : { kind: "number", label: { ko: "지나친 거리", en: "Distance past it" }, decimals },
  };
}

function explain({ start, beta }: OvershootCompare, output: Output): Explanation {
  const { momentum, nag } = pathsOf(output);
  const [one, other] = [farthestPast(momentum, start), farthestPast(nag, start)];
  const markOf = (path: number[], far: number) => {
    const at = path.findIndex((w) => Math.abs(-Math.sign(start) * w - far) < 1e-12);
    return far > 0 && at >= 0
      ? [{ x: at, y: path[at] ?? 0, label: { ko: shown(far, 3), en: shown(far, 3) }, pen: "red" as const }]
      : [];
  };
  return {
    steps: [
      {
        ko: `NAG는 속도의 β = ${beta}배만큼 앞선 자리에서 기울기를 재요. 최솟값을 지나치게 되면 한 걸음 먼저 되돌리는 기울기를 느껴요.`,
        en: `NAG takes its slope β = ${beta} of the velocity ahead, so it feels the slope that turns it back one step earlier.`,
      },
    ],
    scene: {
      kind: "lines",
      stops: stopsOf(steps),
      panels: [
        panelOf({
          title: { ko: "최솟값 둘레의 두 길", en: "Two ways around the minimum" },
          xLabel: stepAxis,
          yLabel: { ko: "w", en: "w" },
          series: [
            seriesOf("momentum", names.momentum, "momentum", byStep(momentum)),
            seriesOf("nag", names.nag, "nag", byStep(nag)),
            seriesOf("minimum", { ko: "최솟값", en: "Minimum" }, "faint", [
              [0, 0],
              [steps, 0],
            ]),
          ],
          marks: [...markOf(momentum, one), ...markOf(nag, other)],
        }),
      ],
      finding: {
        ko: `Momentum은 최솟값을 ${shown(one, 4)}, NAG는 ${shown(other, 4)}만큼 지나쳤어요.`,
        en: `Momentum ran ${shown(one, 4)} past the minimum, NAG ${shown(other, 4)}.`,
      },
    },
  };
}

const judging = { id: "overshoot-compare", solve, read, mistakes, legal };

export const overshootCompare: Family<OvershootCompare> = {
  ...judging,
  version: 1,
  title: { ko: "Momentum과 NAG의 지나침", en: "Overshoot of Momentum and NAG" },
  concepts: ["nag", "momentum", "local-minimum"],
  answer: "choice",
  levels: [1, 2, 3],
  draw: (rng, level, separating) =>
    drawTelling(
      { ...judging, legal: (params): params is OvershootCompare => legal(params) && isDecided(params) },
      rng,
      (drawing) => propose(drawing, level, separating),
      { separating, least: 2 },
    ),
  ask,
  explain,
  knobs: [
    {
      id: "beta",
      label: { ko: "β", en: "β" },
      values: () => [0, 0.3, 0.5, 0.8, 0.9, 0.95, 0.99],
      get: ({ beta }) => beta,
      set: (params, beta) => ({ ...params, beta }),
    },
    {
      id: "rate",
      label: { ko: "학습률 η", en: "Learning rate η" },
      values: () => [0.01, 0.02, 0.05, 0.1, 0.2, 0.5],
      get: ({ rate }) => rate,
      set: (params, rate) => ({ ...params, rate }),
    },
  ],
};
