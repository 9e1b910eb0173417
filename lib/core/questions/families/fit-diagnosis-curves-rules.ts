/** What the curves of a training are judged by, and what is wrongly read from them. */
import { runReference } from "../../compute/reference";
import type { TrainOutput, TrainProgram } from "../../compute/training-program";
import { createRng } from "../../rng";
import type { Text } from "../../text";
import { drawPoints, gridOf } from "../drawn-points";
import type { Mistake } from "../family";

export interface FitDiagnosisCurves {
  /** Of the points and of the first weights. */
  seed: number;
  /** ω of the curve cos(ωx) behind the points. */
  frequency: number;
  points: number;
  noise: number;
  /** Hidden units, and how far their first weights spread. */
  units: number;
  spread: number;
  rate: number;
  epochs: number;
  asks: "verdict" | "stop" | "remedy";
  /** How far the list of options is turned. */
  turn: number;
}
export const verdictIds = ["under", "good", "over"] as const;
export const verdicts: Record<(typeof verdictIds)[number], Text> = {
  under: { ko: "과소적합", en: "Underfitting" },
  good: { ko: "알맞음", en: "A good fit" },
  over: { ko: "과대적합", en: "Overfitting" },
};
export const trainName: Text = { ko: "훈련 손실", en: "Training loss" };
export const validationName: Text = { ko: "검증 손실", en: "Validation loss" };
export const plainName: Text = { ko: "평균만 말할 때", en: "Always the mean" };
/** Above this share of the loss of always saying the mean, a training has learned too little. */
export const learnedBelow = 0.4;
/** Above its own lowest value by this factor, the validation loss has turned. */
export const turnedAbove = 1.25;
const validationPoints = 10;

const programs = new WeakMap<FitDiagnosisCurves, TrainProgram>();
/** The training of these params: one object for each of them, so that the reference runs it once. */
export function trainingOf(params: FitDiagnosisCurves): TrainProgram {
  const known = programs.get(params);
  if (known) return known;
  const { seed, frequency, points, noise, units, spread, rate, epochs } = params;
  const rng = createRng(seed);
  const around = (width: number) => Array.from({ length: units }, () => width * (2 * rng.real() - 1));
  const program: TrainProgram = {
    kind: "train",
    train: drawPoints(rng, points, frequency, noise),
    validation: drawPoints(rng, validationPoints, frequency, noise),
    first: { input: around(spread), bias: around(spread / 2), output: around(0.5), outputBias: 0 },
    rate,
    epochs,
    grid: gridOf(40),
  };
  programs.set(params, program);
  return program;
}

/** The training by the reference: what a question shows before anything is computed in the browser. */
export function shownTraining(params: FitDiagnosisCurves): TrainOutput {
  const run = runReference(trainingOf(params));
  if (!run.ok || run.value.kind !== "train")
    throw new Error("fit-diagnosis-curves: the training cannot be run");
  return run.value;
}

/** The loss of always saying the mean of the training targets. */
export function plainLoss(params: FitDiagnosisCurves): number {
  const { y } = trainingOf(params).train;
  const mean = y.reduce((sum, each) => sum + each, 0) / y.length;
  return y.reduce((sum, each) => sum + (each - mean) ** 2, 0) / y.length;
}

export interface Reading {
  /** Last training loss over the loss of the mean, and last validation loss over its lowest. */
  learned: number;
  turned: number;
  best: number;
  verdict: (typeof verdictIds)[number];
}
export function readingOf({ train, validation }: TrainOutput, params: FitDiagnosisCurves): Reading {
  const lowest = Math.min(...validation);
  const learned = (train.at(-1) ?? Number.NaN) / plainLoss(params);
  const turned = (validation.at(-1) ?? Number.NaN) / lowest;
  return {
    learned,
    turned,
    best: validation.indexOf(lowest),
    verdict: learned > learnedBelow ? "under" : turned > turnedAbove ? "over" : "good",
  };
}

/** Epochs to choose from: the best one, a too early one, one between it and the end, and the end. */
export function stopOptions(params: FitDiagnosisCurves): {
  early: number;
  best: number;
  late: number;
  end: number;
} {
  const { best } = readingOf(shownTraining(params), params);
  return {
    early: Math.round(best / 3),
    best,
    late: Math.round((best + params.epochs) / 2),
    end: params.epochs,
  };
}

export const choose = (
  slip: string,
  name: Text,
  asks: FitDiagnosisCurves["asks"],
  id: (params: FitDiagnosisCurves, right: string) => string | null,
  say: Text,
): Mistake<FitDiagnosisCurves> => ({
  slip,
  name,
  gives(params, truth) {
    const chosen = params.asks === asks && truth.kind === "choice" ? id(params, truth.id) : null;
    return chosen === null ? null : { kind: "choice", id: chosen };
  },
  say: () => say,
});

export const mistakes: Mistake<FitDiagnosisCurves>[] = [
  choose(
    "train-read-alone",
    { ko: "훈련 손실만 보았다", en: "Only the training loss was read" },
    "verdict",
    (_, right) => (right === "over" ? "good" : null),
    {
      ko: "훈련 손실이 계속 줄어도 검증 손실이 다시 오르면 새 데이터에는 나빠지고 있는 거예요.",
      en: "The training loss keeps falling, but the validation loss has turned: on new data it is getting worse.",
    },
  ),
  choose(
    "any-gap-is-over",
    { ko: "두 곡선이 벌어지면 과대적합이라고 보았다", en: "Any gap was called overfitting" },
    "verdict",
    (_, right) => (right === "good" ? "over" : null),
    {
      ko: "검증 손실은 대개 조금 더 높아요. 다시 오르지 않았다면 과대적합이 아니에요.",
      en: "The validation loss usually lies a little higher. Unless it turns up again it is no overfitting.",
    },
  ),
  choose(
    "high-loss-is-over",
    { ko: "손실이 높아서 과대적합이라고 보았다", en: "A high loss was called overfitting" },
    "verdict",
    (_, right) => (right === "under" ? "over" : null),
    {
      ko: "훈련 손실부터 높으면 아직 배우지 못한 거예요. 과대적합이라면 훈련 손실은 낮아요.",
      en: "Where the training loss itself is high, too little was learned. Overfitting has a low training loss.",
    },
  ),
  choose(
    "flat-is-done",
    { ko: "평평하면 잘 배웠다고 보았다", en: "A flat curve was taken for a good fit" },
    "verdict",
    (_, right) => (right === "under" ? "good" : null),
    {
      ko: "높은 곳에서 평평해진 것은 다 배워서가 아니라 모델이나 학습이 모자라서예요. 데이터를 더 모아도 나아지지 않아요.",
      en: "A curve that is flat high up has not learned it all: the model or the training is too small, and more data does not help.",
    },
  ),
  choose(
    "good-called-under",
    { ko: "0이 아니라서 과소적합이라고 보았다", en: "A loss above 0 was called underfitting" },
    "verdict",
    (_, right) => (right === "good" ? "under" : null),
    {
      ko: "잡음이 있는 데이터의 손실은 0이 되지 않아요. 평균만 말하는 예측보다 훨씬 낮으면 배운 거예요.",
      en: "Noisy data leaves no loss at 0. Far below the loss of always saying the mean, it has learned.",
    },
  ),
  choose(
    "stopped-at-end",
    { ko: "훈련 손실이 가장 낮은 때를 골랐다", en: "The lowest training loss was chosen" },
    "stop",
    (params) => String(stopOptions(params).end),
    {
      ko: "훈련 손실은 끝까지 줄어요. 검증 손실이 가장 낮은 에폭의 모델을 남겨요.",
      en: "The training loss falls to the end. Keep the model of the epoch with the lowest validation loss.",
    },
  ),
  choose(
    "stopped-early",
    { ko: "너무 일찍 멈췄다", en: "It was stopped too early" },
    "stop",
    (params) => String(stopOptions(params).early),
    {
      ko: "그때는 검증 손실이 아직 내려가는 중이에요.",
      en: "At that epoch the validation loss is still on its way down.",
    },
  ),
  choose(
    "stopped-late",
    { ko: "오르기 시작한 뒤에 멈췄다", en: "It was stopped after the turn" },
    "stop",
    (params) => String(stopOptions(params).late),
    {
      ko: "그때는 검증 손실이 이미 다시 오르고 있어요.",
      en: "By then the validation loss is already rising again.",
    },
  ),
];
