/** Polynomials of every degree through the same points: which degree serves new data, and what is wrong with another? */

import type { Output } from "../../compute/program";
import { runReference } from "../../compute/reference";
import type { FitOutput, FitProgram } from "../../compute/training-program";
import { copula } from "../../korean";
import { createRng, type Rng } from "../../rng";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import { shown } from "../descents";
import { drawTelling } from "../draw-telling";
import { drawPoints, gridOf } from "../drawn-points";
import type { Ask, Explanation, Family, Level } from "../family";
import { panelOf, seriesOf } from "../panel";
import { fieldsOf, isBetween, isWhole } from "../params";
import { takeOutput } from "../take-output";
import { type CapacitySweep, judgeOf, mistakes, readingOf, verdictIds, worse } from "./capacity-sweep-rules";

const highest = 8;
const validationPoints = 20;

const programs = new WeakMap<CapacitySweep, FitProgram>();
/** The fits of these params: one object for each of them, so that the reference runs it once. */
function solve(params: CapacitySweep): FitProgram {
  const known = programs.get(params);
  if (known) return known;
  const { seed, frequency, points, noise } = params;
  const rng = createRng(seed);
  const program: FitProgram = {
    kind: "fit",
    train: drawPoints(rng, points, frequency, noise),
    validation: drawPoints(rng, validationPoints, frequency, noise),
    degree: highest,
    grid: gridOf(60),
  };
  programs.set(params, program);
  return program;
}

/** The fits by the reference: the errors that a question shows. */
function shownFits(params: CapacitySweep): FitOutput {
  const run = runReference(solve(params));
  if (!run.ok || run.value.kind !== "fit") throw new Error("capacity-sweep: the fits cannot be run");
  return run.value;
}

const verdictFor: Record<string, (typeof verdictIds)[number]> = {
  "train-read-alone": "over",
  "high-error-is-over": "under",
  "any-gap-is-over": "good",
};

/** Clear of ties, and of the limit between good and bad. */
function isDecided(params: CapacitySweep, wanted: (typeof verdictIds)[number] | null): boolean {
  const { fits } = shownFits(params);
  const offered = params.options.map((degree) => fits[degree]);
  const validation = offered.map((fit) => fit?.validation ?? 0).sort((one, other) => one - other);
  const [best = 0, next = 0] = validation;
  // Float32 keeps about four digits of an error where eight columns are all but parallel.
  if (next < 1.15 * best || fits.some((fit) => fit.validation > 1e3 || fit.train < 1e-4)) return false;
  if (params.asks === "degree") return true;
  const { verdict, ratio } = judgeOf(fits, params);
  return Math.abs(ratio / worse - 1) > 0.12 && (wanted === null || verdict === wanted);
}

function propose(rng: Rng, level: Level, separating = ""): CapacitySweep {
  const isVerdict = separating in verdictFor || (level === 3 && separating === "" && rng.int(0, 1) === 0);
  const wanted = isVerdict ? (verdictFor[separating] ?? rng.pick(verdictIds)) : null;
  for (;;) {
    const options = level === 1 ? [0, 2, highest] : [0, rng.pick([1, 2]), rng.pick([3, 4]), highest];
    const params: CapacitySweep = {
      seed: rng.int(0, 2 ** 31 - 1),
      frequency: rng.pick([2, 3, 4]),
      points: rng.pick([11, 12, 13]),
      noise: rng.pick([0.2, 0.3, 0.5]),
      options,
      degree: wanted === "under" ? 0 : wanted === "over" ? highest : rng.pick(options),
      asks: isVerdict ? "verdict" : "degree",
      turn: rng.int(0, 3),
    };
    if (isDecided(params, wanted)) return params;
  }
}

function legal(params: unknown): params is CapacitySweep {
  const { seed, frequency, points, noise, options, degree, asks, turn } = fieldsOf(params) ?? {};
  return (
    isWhole(seed, 0, 2 ** 31 - 1) &&
    isBetween(frequency, 1, 6) &&
    isWhole(points, 11, 30) &&
    isBetween(noise, 0, 1) &&
    Array.isArray(options) &&
    isWhole(options.length, 2, 6) &&
    options.every((each, at) => isWhole(each, at === 0 ? 0 : (options[at - 1] ?? 0) + 1, highest)) &&
    options.includes(degree) &&
    (asks === "degree" || asks === "verdict") &&
    isWhole(turn, 0, 3)
  );
}

function read(output: Output, params: CapacitySweep): Truth {
  const { fits } = takeOutput(output, "fit");
  return {
    kind: "choice",
    id: params.asks === "verdict" ? judgeOf(fits, params).verdict : String(readingOf(fits, params).best),
  };
}

const verdicts: Record<(typeof verdictIds)[number], Text> = {
  under: { ko: "과소적합", en: "Underfitting" },
  good: { ko: "알맞음", en: "A good fit" },
  over: { ko: "과대적합", en: "Overfitting" },
};

function ask(params: CapacitySweep): Ask {
  const { options, degree, asks, turn, points } = params;
  const { fits } = shownFits(params);
  const choices =
    asks === "degree"
      ? options.map((each) => ({ id: String(each), text: { ko: `${each}차`, en: `Degree ${each}` } }))
      : verdictIds.map((id) => ({ id: String(id), text: verdicts[id] }));
  const from = turn % choices.length;
  return {
    prompt:
      asks === "degree"
        ? {
            ko: "새 데이터에 쓰기에 가장 좋은 다항식은 몇 차인가요?",
            en: "Which degree of polynomial is best for new data?",
          }
        : {
            ko: `${degree}차 다항식은 이 데이터에 어떤가요?`,
            en: `How does a polynomial of degree ${degree} suit these data?`,
          },
    given: [
      {
        ko: `잡음이 있는 점 ${points}개에 최소제곱으로 맞추고, 따로 둔 점으로 검증했어요.`,
        en: `Fitted to ${points} noisy points by least squares, and tested on points kept apart.`,
      },
      ...(asks === "verdict"
        ? [
            {
              ko: `검증 오차가 가장 좋은 차수의 ${worse}배를 넘으면 그보다 낮은 차수는 과소적합, 높은 차수는 과대적합이에요.`,
              en: `Where the validation error is above ${worse} times that of the best degree, a lower degree underfits and a higher one overfits.`,
            },
          ]
        : []),
    ],
    figures: [
      {
        kind: "table",
        label: { ko: "차수마다의 평균 제곱 오차", en: "Mean squared error by degree" },
        columns: [
          { ko: "차수", en: "Degree" },
          ...options.map((each) => ({ ko: String(each), en: String(each) })),
        ],
        rows: [
          [{ ko: "훈련", en: "Training" }, ...options.map((each) => shown(fits[each]?.train ?? 0, 3))],
          [{ ko: "검증", en: "Validation" }, ...options.map((each) => shown(fits[each]?.validation ?? 0, 3))],
        ],
      },
    ],
    answer: { kind: "choice", options: [...choices.slice(from), ...choices.slice(0, from)] },
  };
}

function explain(params: CapacitySweep, output: Output): Explanation {
  const { fits } = takeOutput(output, "fit");
  const { best, simplest, largest } = readingOf(fits, params);
  const { train, validation, grid } = solve(params);
  const drawn = params.asks === "verdict" ? params.degree : best;
  const errorOf = (degree: number) => ({
    train: shown(fits[degree]?.train ?? 0, 3),
    validation: shown(fits[degree]?.validation ?? 0, 3),
  });
  // A curve of high degree may fly off between the points; what leaves the picture is not drawn.
  const held = (y: number | undefined): number | null => (y !== undefined && Math.abs(y) <= 3 ? y : null);
  const curve = (degree: number): [number, number | null][] =>
    grid.map((x, at) => [x, held(fits[degree]?.curve[at])]);
  return {
    steps: [
      {
        ko: `훈련 오차는 차수가 클수록 줄어요(${simplest}차 ${errorOf(simplest).train} → ${largest}차 ${errorOf(largest).train}). 새 데이터에는 검증 오차를 봐요.`,
        en: `The training error falls with the degree (${errorOf(simplest).train} at ${simplest}, ${errorOf(largest).train} at ${largest}). For new data read the validation error.`,
      },
      {
        ko: `검증 오차가 가장 작은 것은 ${best}차(${errorOf(best).validation})예요.`,
        en: `The validation error is lowest at degree ${best} (${errorOf(best).validation}).`,
      },
    ],
    scene: {
      kind: "lines",
      stops: [],
      panels: [
        panelOf({
          title: { ko: "맞춘 곡선과 점", en: "Fitted curves and points" },
          xLabel: { ko: "x", en: "x" },
          yLabel: { ko: "y", en: "y" },
          series: [
            seriesOf("asked", { ko: `${drawn}차`, en: `Degree ${drawn}` }, "asked", curve(drawn)),
            ...(largest === drawn
              ? []
              : [
                  seriesOf(
                    "largest",
                    { ko: `${largest}차`, en: `Degree ${largest}` },
                    "faint",
                    curve(largest),
                  ),
                ]),
            seriesOf(
              "train",
              { ko: "훈련", en: "Training" },
              "compared",
              train.x.map((x, at) => [x, train.y[at] ?? null]),
              "dots",
            ),
            seriesOf(
              "validation",
              { ko: "검증", en: "Validation" },
              "target",
              validation.x.map((x, at) => [x, validation.y[at] ?? null]),
              "dots",
            ),
          ],
        }),
        panelOf({
          title: { ko: "차수마다의 오차, 로그 눈금", en: "Error by degree, log scale" },
          xLabel: { ko: "차수", en: "Degree" },
          yLabel: { ko: "오차", en: "Error" },
          yScale: "log",
          series: [
            seriesOf(
              "train",
              { ko: "훈련", en: "Training" },
              "asked",
              fits.map((fit, degree) => [degree, fit.train]),
            ),
            seriesOf(
              "validation",
              { ko: "검증", en: "Validation" },
              "compared",
              fits.map((fit, degree) => [degree, fit.validation]),
            ),
          ],
          rules: [{ x: best, label: { ko: `${best}차`, en: `Degree ${best}` } }],
        }),
      ],
      finding: {
        ko: `${largest}차는 훈련 오차가 ${errorOf(largest).train}인데 검증 오차는 ${errorOf(largest).validation}이고, ${best}차의 검증 오차는 ${errorOf(best).validation}${copula(errorOf(best).validation)}.`,
        en: `Degree ${largest} has a training error of ${errorOf(largest).train} but a validation error of ${errorOf(largest).validation}; degree ${best} has ${errorOf(best).validation}.`,
      },
    },
  };
}

const judging = { id: "capacity-sweep", solve, read, mistakes, legal };

export const capacitySweep: Family<CapacitySweep> = {
  ...judging,
  version: 1,
  title: { ko: "모델의 크기와 새 데이터", en: "Capacity and new data" },
  concepts: ["overfitting", "underfitting"],
  answer: "choice",
  levels: [1, 2, 3],
  // A verdict is misread in one way or two.
  draw: (rng, level, separating) =>
    drawTelling(judging, rng, (drawing) => propose(drawing, level, separating), { separating, least: 1 }),
  ask,
  explain,
  knobs: [
    {
      id: "noise",
      label: { ko: "잡음", en: "Noise" },
      values: () => [0, 0.1, 0.2, 0.3, 0.5, 0.8, 1],
      get: ({ noise }) => noise,
      set: (params, noise) => ({ ...params, noise }),
    },
    {
      id: "points",
      label: { ko: "훈련 점", en: "Training points" },
      values: () => [11, 12, 13, 15, 20, 25, 30],
      get: ({ points }) => points,
      set: (params, points) => ({ ...params, points }),
    },
  ],
};
