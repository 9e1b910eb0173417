/** Training and validation curves of a small network that is really trained: too little, well, or too much? */
import type { Output } from "../../compute/program";
import type { Rng } from "../../rng";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import { shown } from "../descents";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level } from "../family";
import { byStep, panelOf, seriesOf } from "../panel";
import { fieldsOf, isBetween, isWhole } from "../params";
import { takeOutput } from "../take-output";
import {
  type FitDiagnosisCurves,
  learnedBelow,
  mistakes,
  plainLoss,
  readingOf,
  shownTraining,
  stopOptions,
  trainingOf,
  turnedAbove,
  verdictIds,
} from "./fit-diagnosis-curves-rules";

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
};

/** Clear of both limits, and for a question about the epoch with four different ones. */
function isDecided(params: FitDiagnosisCurves, wanted: Wanted): boolean {
  const { learned, turned, verdict } = readingOf(shownTraining(params), params);
  const isClear = Math.abs(learned / learnedBelow - 1) > 0.1 && Math.abs(turned / turnedAbove - 1) > 0.08;
  if (!isClear || verdict !== wanted) return false;
  if (params.asks === "verdict") return true;
  const { early, best, late, end } = stopOptions(params);
  const { validation } = shownTraining(params);
  const at = (epoch: number) => validation[epoch] ?? 0;
  return best >= 9 && best <= 40 && [early, late, end].every((epoch) => at(epoch) > 1.1 * at(best));
}

/** Tries seeds until a training ends as wanted: chance decides what noise does. */
function propose(rng: Rng, level: Level, separating = ""): FitDiagnosisCurves {
  const isStop =
    separating.startsWith("stopped-") || (level > 1 && separating === "" && rng.int(0, 4 - level) === 0);
  const wanted = isStop ? "over" : (wantedFor[separating] ?? rng.pick(verdictIds));
  for (;;) {
    const params: FitDiagnosisCurves = {
      seed: rng.int(0, 2 ** 31 - 1),
      ...settings[wanted](rng),
      epochs,
      asks: isStop ? "stop" : "verdict",
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
    (asks === "verdict" || asks === "stop") &&
    isWhole(turn, 0, 3)
  );
}

function read(output: Output, params: FitDiagnosisCurves): Truth {
  const training = takeOutput(output, "train");
  if (params.asks === "verdict") return { kind: "choice", id: readingOf(training, params).verdict };
  const offered = Object.values(stopOptions(params));
  const losses = offered.map((epoch) => training.validation[epoch] ?? Number.POSITIVE_INFINITY);
  return { kind: "choice", id: String(offered[losses.indexOf(Math.min(...losses))]) };
}

const verdicts: Record<Wanted, Text> = {
  under: { ko: "과소적합", en: "Underfitting" },
  good: { ko: "알맞음", en: "A good fit" },
  over: { ko: "과대적합", en: "Overfitting" },
};
const trainName: Text = { ko: "훈련 손실", en: "Training loss" };
const validationName: Text = { ko: "검증 손실", en: "Validation loss" };
const plainName: Text = { ko: "평균만 말할 때", en: "Always the mean" };

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
  const options =
    asks === "verdict"
      ? verdictIds.map((id) => ({ id: String(id), text: verdicts[id] }))
      : Object.values(stopOptions(params)).map((epoch) => ({
          id: String(epoch),
          text: { ko: `에폭 ${epoch}`, en: `Epoch ${epoch}` },
        }));
  const from = turn % options.length;
  return {
    prompt:
      asks === "verdict"
        ? { ko: "이 학습은 어떻게 되었나요?", en: "How did this training turn out?" }
        : { ko: "어느 에폭의 모델을 남겨야 하나요?", en: "Of which epoch should the model be kept?" },
    given:
      asks === "verdict"
        ? [
            {
              ko: `끝에서 훈련 손실이 평균만 말하는 예측의 ${learnedBelow * 100} %보다 높으면 과소적합, 아니면서 검증 손실이 자기의 가장 낮은 값보다 ${Math.round((turnedAbove - 1) * 100)} % 넘게 높으면 과대적합, 둘 다 아니면 알맞음이에요.`,
              en: `Underfitting: at the end the training loss is above ${learnedBelow * 100} % of always saying the mean. Otherwise overfitting, if the validation loss ends more than ${Math.round((turnedAbove - 1) * 100)} % above its lowest. Otherwise a good fit.`,
            },
          ]
        : [
            {
              ko: "새 데이터에 가장 좋은 모델을 남겨요.",
              en: "The model that does best on new data is to be kept.",
            },
          ],
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
          ...(asks === "verdict" ? [{ label: plainName, points: ends }] : []),
        ],
      },
    ],
    answer: { kind: "choice", options: [...options.slice(from), ...options.slice(0, from)] },
  };
}

function explain(params: FitDiagnosisCurves, output: Output): Explanation {
  const training = takeOutput(output, "train");
  const { learned, turned, best, verdict } = readingOf(training, params);
  const { train, validation, grid } = trainingOf(params);
  const { asks } = params;
  return {
    steps: [
      {
        ko: `끝의 훈련 손실은 평균만 말하는 예측의 ${shown(learned * 100, 3)} %, 검증 손실은 가장 낮은 때(에폭 ${best})의 ${shown(turned, 3)}배예요.`,
        en: `The training loss ends at ${shown(learned * 100, 3)} % of always saying the mean, the validation loss at ${shown(turned, 3)} times its lowest (epoch ${best}).`,
      },
    ],
    scene: {
      kind: "lines",
      stops: Array.from({ length: Math.floor(params.epochs / 4) + 1 }, (_, at) => at * 4),
      panels: [
        panelOf({
          title: { ko: "에폭마다의 손실", en: "Loss by epoch" },
          xLabel: { ko: "에폭", en: "Epoch" },
          yLabel: { ko: "손실", en: "Loss" },
          series: [
            seriesOf("train", trainName, "asked", byStep(training.train)),
            seriesOf("validation", validationName, "compared", byStep(training.validation)),
            seriesOf("plain", plainName, "faint", [
              [0, plainLoss(params)],
              [params.epochs, plainLoss(params)],
            ]),
          ],
          rules: [{ x: best, label: { ko: `에폭 ${best}`, en: `Epoch ${best}` } }],
        }),
        panelOf({
          title: { ko: "배운 곡선과 점", en: "The learned curve and the points" },
          xLabel: { ko: "x", en: "x" },
          yLabel: { ko: "y", en: "y" },
          series: [
            seriesOf(
              "curve",
              { ko: "네트워크", en: "Network" },
              "asked",
              grid.map((x, at) => [x, training.curve[at] ?? null]),
            ),
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
      ],
      finding:
        asks === "verdict"
          ? {
              ko: `${verdicts[verdict].ko}: 유닛 ${params.units}개, 훈련 점 ${params.points}개로 ${params.epochs}에폭 학습했어요.`,
              en: `${verdicts[verdict].en}: ${params.units} units, ${params.points} training points, ${params.epochs} epochs.`,
            }
          : {
              ko: `검증 손실은 에폭 ${best}에서 ${shown(training.validation[best] ?? 0, 3)}까지 내려갔다가 ${shown(training.validation.at(-1) ?? 0, 3)}까지 올랐어요.`,
              en: `The validation loss fell to ${shown(training.validation[best] ?? 0, 3)} at epoch ${best} and rose to ${shown(training.validation.at(-1) ?? 0, 3)}.`,
            },
    },
  };
}

const judging = { id: "fit-diagnosis-curves", solve: trainingOf, read, mistakes, legal };

export const fitDiagnosisCurves: Family<FitDiagnosisCurves> = {
  ...judging,
  version: 1,
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
