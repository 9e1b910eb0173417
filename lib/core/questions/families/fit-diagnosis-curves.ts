/** Training and validation curves of a small network that is really trained: too little, well, or too much? */
import type { BatchProgram, Output } from "../../compute/program";
import type { TrainProgram } from "../../compute/training-program";
import { plural } from "../../english";
import type { Rng } from "../../rng";
import type { Option, Truth } from "../answer-form";
import { drawTelling } from "../draw-telling";
import type { Ask, Family, Level } from "../family";
import { fieldsOf, isBetween, isWhole } from "../params";
import { takeOutput } from "../take-output";
import {
  isRemedyDecided,
  rankedRemedies,
  remediesOf,
  remedyIds,
  remedyMistakes,
  remedyText,
} from "./fit-diagnosis-curves-remedies";
import {
  type FitDiagnosisCurves,
  learnedBelow,
  mistakes,
  plainLoss,
  plainName,
  readingOf,
  shownTraining,
  stopOptions,
  trainingOf,
  trainName,
  turnedAbove,
  validationName,
  verdictIds,
  verdicts,
} from "./fit-diagnosis-curves-rules";
import { explain } from "./fit-diagnosis-curves-scene";

type Wanted = (typeof verdictIds)[number];
type Setting = Pick<FitDiagnosisCurves, "frequency" | "points" | "noise" | "units" | "spread" | "rate">;

/** Settings that mostly end as wanted: too small a net or too small a rate; enough of both; too much for few noisy points. */
const settings: Record<Wanted, (rng: Rng) => Setting> = {
  under: (rng) =>
    rng.int(0, 1) === 0
      ? { frequency: 4, points: 12, noise: 0.2, units: 1, spread: 2, rate: 0.02 }
      : { frequency: 4, points: 12, noise: 0.2, units: 4, spread: 2, rate: 0.003 },
  good: (rng) => ({
    frequency: 3,
    points: 16,
    noise: rng.pick([0.1, 0.15]),
    units: 4,
    spread: 2,
    rate: 0.05,
  }),
  over: (rng) => ({
    frequency: 3,
    points: rng.pick([7, 8]),
    noise: 0.5,
    units: rng.pick([8, 10]),
    spread: 5,
    rate: 0.08,
  }),
};
const epochs = 60;

const wantedFor: Record<string, Wanted> = {
  "train-read-alone": "over",
  "any-gap-is-over": "good",
  "good-called-under": "good",
  "high-loss-is-over": "under",
  "flat-is-done": "under",
  "data-for-under": "under",
  "shorter-for-under": "under",
  "bigger-for-over": "over",
  "other-remedy": "over",
};
const remedySlips = remedyMistakes.map(({ slip }) => slip);
const asksAt: Record<Level, FitDiagnosisCurves["asks"][]> = {
  1: ["verdict"],
  2: ["verdict", "verdict", "stop"],
  3: ["verdict", "stop", "remedy"],
};

/** Clear of both limits, and for a question about the epoch with four different ones. */
function isDecided(params: FitDiagnosisCurves, wanted: Wanted): boolean {
  const { learned, turned, verdict } = readingOf(shownTraining(params), params);
  const isClear = Math.abs(learned / learnedBelow - 1) > 0.1 && Math.abs(turned / turnedAbove - 1) > 0.08;
  if (!isClear || verdict !== wanted) return false;
  if (params.asks === "verdict") return true;
  if (params.asks === "remedy") return isRemedyDecided(params, verdict);
  const { early, best, late, end } = stopOptions(params);
  const { validation } = shownTraining(params);
  const at = (epoch: number) => validation[epoch] ?? 0;
  return best >= 9 && best <= 40 && [early, late, end].every((epoch) => at(epoch) > 1.1 * at(best));
}

function askedFor(slip: string): FitDiagnosisCurves["asks"] {
  if (slip.startsWith("stopped-")) return "stop";
  return remedySlips.includes(slip) ? "remedy" : "verdict";
}

/** Tries seeds until a training ends as wanted: chance decides what noise does. */
function propose(rng: Rng, level: Level, separating = ""): FitDiagnosisCurves {
  const asks = separating === "" ? rng.pick(asksAt[level]) : askedFor(separating);
  const broken: Wanted[] = ["under", "over"];
  const wanted =
    asks === "stop" ? "over" : (wantedFor[separating] ?? rng.pick(asks === "remedy" ? broken : verdictIds));
  for (;;) {
    const params: FitDiagnosisCurves = {
      seed: rng.int(0, 2 ** 31 - 1),
      ...settings[wanted](rng),
      epochs,
      asks,
      turn: rng.int(0, 3),
    };
    if (isDecided(params, wanted)) return params;
  }
}

function legal(params: unknown): params is FitDiagnosisCurves {
  const {
    seed,
    frequency,
    points,
    noise,
    units,
    spread,
    rate,
    epochs: count,
    asks,
    turn,
  } = fieldsOf(params) ?? {};
  return (
    isWhole(seed, 0, 2 ** 31 - 1) &&
    isBetween(frequency, 1, 6) &&
    isWhole(points, 4, 30) &&
    isBetween(noise, 0, 1) &&
    isWhole(units, 1, 12) &&
    isBetween(spread, 0.1, 8) &&
    isBetween(rate, 1e-4, 0.2) &&
    isWhole(count, 10, 200) &&
    ["verdict", "stop", "remedy"].includes(String(asks)) &&
    isWhole(turn, 0, 3)
  );
}

const solve = (params: FitDiagnosisCurves): TrainProgram | BatchProgram =>
  params.asks === "remedy" ? remediesOf(params) : trainingOf(params);

function read(output: Output, params: FitDiagnosisCurves): Truth {
  if (params.asks === "remedy") return { kind: "choice", id: rankedRemedies(output)[0]?.id ?? "" };
  const training = takeOutput(output, "train");
  if (params.asks === "verdict") return { kind: "choice", id: readingOf(training, params).verdict };
  const offered = Object.values(stopOptions(params));
  const losses = offered.map((epoch) => training.validation[epoch] ?? Number.POSITIVE_INFINITY);
  return { kind: "choice", id: String(offered[losses.indexOf(Math.min(...losses))]) };
}

function ask(params: FitDiagnosisCurves): Ask {
  const { asks, turn } = params;
  const { train, validation } = shownTraining(params);
  const plain = plainLoss(params);
  const ends: [number, number][] = [
    [0, plain],
    [params.epochs, plain],
  ];
  const points = (losses: number[]): [number, number][] =>
    losses.map((loss, at) => [at, Number(loss.toPrecision(5))]);
  const options = optionsOf(params);
  const from = turn % options.length;
  return {
    prompt: {
      verdict: { ko: "이 학습은 어떻게 되었나요?", en: "How did this training turn out?" },
      stop: { ko: "어느 에폭의 모델을 남겨야 하나요?", en: "Of which epoch should the model be kept?" },
      remedy: {
        ko: "이 학습에서 하나만 바꾼다면 무엇이 끝의 검증 손실을 가장 많이 낮추나요?",
        en: "If one thing of this training is changed, which change lowers the final validation loss the most?",
      },
    }[asks],
    given: {
      verdict: [
        {
          ko: `끝에서 훈련 손실이 평균만 말하는 예측의 ${learnedBelow * 100} %보다 높으면 과소적합, 아니면서 검증 손실이 자기의 가장 낮은 값보다 ${Math.round((turnedAbove - 1) * 100)} % 넘게 높으면 과대적합, 둘 다 아니면 알맞음이에요.`,
          en: `Underfitting: at the end the training loss is above ${learnedBelow * 100} % of always saying the mean. Otherwise overfitting, if the validation loss ends more than ${Math.round((turnedAbove - 1) * 100)} % above its lowest. Otherwise a good fit.`,
        },
      ],
      stop: [
        {
          ko: "새 데이터에 가장 좋은 모델을 남겨요.",
          en: "The model that does best on new data is to be kept.",
        },
      ],
      remedy: [
        {
          ko: `유닛 ${params.units}개, 훈련 점 ${params.points}개, ${params.epochs}에폭. 셋 다 같은 점으로 검증해요.`,
          en: `${plural(params.units, "unit")}, ${params.points} training points, ${params.epochs} epochs. All are validated on the same points.`,
        },
      ],
    }[asks],
    figures: [
      {
        kind: "curves",
        label: { ko: "에폭마다의 손실", en: "Loss by epoch" },
        xLabel: { ko: "에폭", en: "Epoch" },
        yLabel: { ko: "손실", en: "Loss" },
        yScale: "linear",
        series: [
          { label: trainName, points: points(train) },
          { label: validationName, points: points(validation) },
          ...(asks === "stop" ? [] : [{ label: plainName, points: ends }]),
        ],
      },
    ],
    answer: { kind: "choice", options: [...options.slice(from), ...options.slice(0, from)] },
  };
}

function optionsOf(params: FitDiagnosisCurves): Option[] {
  if (params.asks === "verdict") return verdictIds.map((id) => ({ id, text: verdicts[id] }));
  if (params.asks === "remedy") return remedyIds.map((id) => ({ id, text: remedyText(params)[id] }));
  return Object.values(stopOptions(params)).map((epoch) => ({
    id: String(epoch),
    text: { ko: `에폭 ${epoch}`, en: `Epoch ${epoch}` },
  }));
}

const judging = {
  id: "fit-diagnosis-curves",
  solve,
  read,
  mistakes: [...mistakes, ...remedyMistakes],
  legal,
};

export const fitDiagnosisCurves: Family<FitDiagnosisCurves> = {
  ...judging,
  version: 2,
  title: { ko: "학습 곡선 읽기", en: "Reading a training" },
  concepts: ["overfitting", "underfitting", "epoch"],
  answer: "choice",
  levels: [1, 2, 3],
  // A training that overfits is misread in one way only.
  draw: (rng, level, separating) =>
    drawTelling(judging, rng, (drawing) => propose(drawing, level, separating), { separating, least: 1 }),
  ask,
  explain,
  knobs: [
    {
      id: "units",
      label: { ko: "은닉 유닛", en: "Hidden units" },
      values: () => [1, 2, 3, 4, 6, 8, 10, 12],
      get: ({ units }) => units,
      set: (params, units) => ({ ...params, units }),
    },
    {
      id: "noise",
      label: { ko: "잡음", en: "Noise" },
      values: () => [0, 0.1, 0.15, 0.2, 0.3, 0.5, 0.8, 1],
      get: ({ noise }) => noise,
      set: (params, noise) => ({ ...params, noise }),
    },
    {
      id: "epochs",
      label: { ko: "에폭", en: "Epochs" },
      values: () => [10, 20, 40, 80, 120, 160, 200],
      get: ({ epochs: count }) => count,
      set: (params, count) => ({ ...params, epochs: count }),
    },
  ],
};
