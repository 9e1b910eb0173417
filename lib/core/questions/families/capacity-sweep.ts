/** Polynomials of every degree through the same points: which degree serves new data, and what is wrong with another? */

import type { Output } from "../../compute/program";
import type { FitOutput } from "../../compute/training-program";
import { copula } from "../../korean";
import type { Rng } from "../../rng";
import type { Text } from "../../text";
import type { AnswerForm, Truth } from "../answer-form";
import { numberTruth, shown } from "../descents";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level } from "../family";
import { fieldsOf, isBetween, isWhole } from "../params";
import { takeOutput } from "../take-output";
import {
  type CapacitySweep,
  decimals,
  highest,
  judgeOf,
  mistakes,
  ratioOf,
  readingOf,
  shownFits,
  solve,
  verdictIds,
  worse,
} from "./capacity-sweep-rules";
import { degreesScene } from "./capacity-sweep-scene";

const verdictFor: Record<string, (typeof verdictIds)[number]> = {
  "train-read-alone": "over",
  "high-error-is-under": "over",
  "high-error-is-over": "under",
  "small-gap-is-good": "under",
  "any-gap-is-over": "good",
  "zero-was-wanted": "good",
};
const ratioSlips = ["own-training", "inverted", "subtracted", "training-compared"];
const degreeSlips = ["lowest-training-error", "simplest-chosen", "smallest-gap"];

/** Clear of ties, and of the limit between good and bad. */
function isDecided(params: CapacitySweep, wanted: (typeof verdictIds)[number] | null): boolean {
  const { fits } = shownFits(params);
  const offered = params.options.map((degree) => fits[degree]);
  const validation = offered.map((fit) => fit?.validation ?? 0).sort((one, other) => one - other);
  const [best = 0, next = 0] = validation;
  // Float32 keeps about four digits of an error where eight columns are all but parallel.
  if (next < 1.15 * best || fits.some((fit) => fit.validation > 1e3 || fit.train < 1e-4)) return false;
  if (params.asks === "degree") return true;
  if (params.asks === "ratio") return ratioOf(fits, params) > 1.2;
  const { verdict, ratio } = judgeOf(fits, params);
  return Math.abs(ratio / worse - 1) > 0.12 && (wanted === null || verdict === wanted);
}

function asksOf(rng: Rng, level: Level, separating: string): CapacitySweep["asks"] {
  if (separating in verdictFor) return "verdict";
  if (ratioSlips.includes(separating)) return "ratio";
  if (level === 1 || degreeSlips.includes(separating)) return "degree";
  return rng.pick(level === 2 ? ["degree", "ratio"] : ["degree", "ratio", "verdict", "verdict"]);
}

function propose(rng: Rng, level: Level, separating = ""): CapacitySweep {
  const asks = asksOf(rng, level, separating);
  const wanted = asks === "verdict" ? (verdictFor[separating] ?? rng.pick(verdictIds)) : null;
  for (;;) {
    const options = level === 1 ? [0, 2, highest] : [0, rng.pick([1, 2]), rng.pick([3, 4]), highest];
    const params: CapacitySweep = {
      seed: rng.int(0, 2 ** 31 - 1),
      frequency: rng.pick([2, 3, 4]),
      points: rng.pick([11, 12, 13]),
      noise: rng.pick([0.2, 0.3, 0.5]),
      options,
      degree: wanted === "under" ? 0 : wanted === "over" ? highest : rng.pick(options),
      asks,
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
    ["degree", "verdict", "ratio"].includes(String(asks)) &&
    isWhole(turn, 0, 3)
  );
}

function read(output: Output, params: CapacitySweep): Truth {
  const { fits } = takeOutput(output, "fit");
  if (params.asks === "ratio") return numberTruth(ratioOf(fits, params), decimals);
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
  const { options, degree, asks, points } = params;
  const { fits } = shownFits(params);
  const errors = (part: "train" | "validation") =>
    options.map((each) => shown(fits[each]?.[part] ?? 0, asks === "ratio" ? 4 : 3));
  return {
    prompt: {
      degree: {
        ko: "새 데이터에 쓰기에 가장 좋은 다항식은 몇 차인가요?",
        en: "Which degree of polynomial is best for new data?",
      },
      verdict: {
        ko: `${degree}차 다항식은 이 데이터에 어떤가요?`,
        en: `How does a polynomial of degree ${degree} suit these data?`,
      },
      ratio: {
        ko: `새 데이터에서 ${degree}차의 오차는 새 데이터에 가장 좋은 차수의 몇 배인가요?`,
        en: `On new data, how many times the error of the degree that is best there is that of degree ${degree}?`,
      },
    }[asks],
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
          [{ ko: "훈련", en: "Training" }, ...errors("train")],
          [{ ko: "검증", en: "Validation" }, ...errors("validation")],
        ],
      },
    ],
    answer: answerOf(params),
  };
}

function answerOf({ options, asks, turn }: CapacitySweep): AnswerForm {
  if (asks === "ratio") return { kind: "number", label: { ko: "몇 배", en: "Times" }, decimals };
  const choices =
    asks === "degree"
      ? options.map((each) => ({ id: String(each), text: { ko: `${each}차`, en: `Degree ${each}` } }))
      : verdictIds.map((id) => ({ id: String(id), text: verdicts[id] }));
  const from = turn % choices.length;
  return { kind: "choice", options: [...choices.slice(from), ...choices.slice(0, from)] };
}

function explain(params: CapacitySweep, output: Output): Explanation {
  const { fits } = takeOutput(output, "fit");
  const { best, simplest, largest } = readingOf(fits, params);
  const { train, validation, grid } = solve(params);
  const errorOf = (degree: number) => ({
    train: shown(fits[degree]?.train ?? 0, 3),
    validation: shown(fits[degree]?.validation ?? 0, 3),
  });
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
      ...(params.asks === "ratio" ? [ratioStep(fits, params)] : []),
    ],
    scene: degreesScene({
      fits,
      train,
      validation,
      grid,
      drawn: params.asks === "degree" ? best : params.degree,
      best,
      finding: {
        ko: `${largest}차는 훈련 오차가 ${errorOf(largest).train}인데 검증 오차는 ${errorOf(largest).validation}이고, ${best}차의 검증 오차는 ${errorOf(best).validation}${copula(errorOf(best).validation)}.`,
        en: `Degree ${largest} has a training error of ${errorOf(largest).train} but a validation error of ${errorOf(largest).validation}; degree ${best} has ${errorOf(best).validation}.`,
      },
    }),
  };
}

function ratioStep(fits: FitOutput["fits"], params: CapacitySweep): Text {
  const { best } = readingOf(fits, params);
  const [own, lowest] = [params.degree, best].map((degree) => shown(fits[degree]?.validation ?? 0, 4));
  const work = `${own} / ${lowest} = ${shown(ratioOf(fits, params), 4)}`;
  return { ko: work, en: work };
}

const judging = { id: "capacity-sweep", solve, read, mistakes, legal };

export const capacitySweep: Family<CapacitySweep> = {
  ...judging,
  version: 2,
  title: { ko: "모델의 크기와 새 데이터", en: "Capacity and new data" },
  concepts: ["overfitting", "underfitting"],
  answer: "choice",
  levels: [1, 2, 3],
  // A verdict, and a choice of three, are misread in two ways.
  draw: (rng, level, separating) =>
    drawTelling(judging, rng, (drawing) => propose(drawing, level, separating), { separating, least: 2 }),
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
