/** The overfitting playground: polynomials or a small network through the same noisy points; state in the address. */
import type { Output } from "../compute/program";
import type { FitOutput, FitProgram, TrainOutput, TrainProgram } from "../compute/training-program";
import { drawPoints, gridOf } from "../questions/drawn-points";
import { byStep, panelOf, seriesOf } from "../questions/panel";
import type { LinesScene, Panel } from "../questions/scenes/lines";
import { createRng } from "../rng";
import type { Text } from "../text";
import { readWhole } from "./numbers-in-address";

export interface FitLab {
  mode: "polynomial" | "network";
  /** Of the points and of the network's first weights. */
  seed: number;
  points: number;
  noise: number;
  degree: number;
  units: number;
  rate: number;
  epochs: number;
}
export const firstFit: FitLab = {
  mode: "polynomial",
  seed: 7,
  points: 12,
  noise: 0.3,
  degree: 4,
  units: 8,
  rate: 0.05,
  epochs: 200,
};
export const modes = ["polynomial", "network"] as const;
export const noises = [0, 0.1, 0.2, 0.3, 0.5, 0.8];
export const rates = [0.005, 0.01, 0.02, 0.05, 0.1];
export const bounds = {
  seed: [0, 9999],
  points: [6, 30],
  degree: [0, 10],
  units: [1, 16],
  epochs: [10, 1000],
} as const;

const frequency = 3;
const validationPoints = 20;
const pieces = 80;

const among = (text: string | null, values: readonly number[], otherwise: number): number =>
  values.find((value) => String(value) === text) ?? otherwise;

export function readFitLab(search: URLSearchParams): FitLab {
  const whole = (name: keyof typeof bounds, key: string) =>
    readWhole(search.get(key), bounds[name], firstFit[name]);
  return {
    mode: modes.find((each) => each === search.get("by")) ?? firstFit.mode,
    seed: whole("seed", "seed"),
    points: whole("points", "n"),
    noise: among(search.get("z"), noises, firstFit.noise),
    degree: whole("degree", "d"),
    units: whole("units", "u"),
    rate: among(search.get("lr"), rates, firstFit.rate),
    epochs: whole("epochs", "e"),
  };
}

export const writeFitLab = ({ mode, seed, points, noise, degree, units, rate, epochs }: FitLab): string =>
  `by=${mode}&seed=${seed}&n=${points}&z=${noise}&d=${degree}&u=${units}&lr=${rate}&e=${epochs}`;

function pointsOf({ seed, points, noise }: FitLab) {
  const rng = createRng(seed);
  return {
    train: drawPoints(rng, points, frequency, noise),
    validation: drawPoints(rng, validationPoints, frequency, noise),
  };
}

/** Every degree that the points allow: one more point than the degree is needed. */
export const programOfFit = (lab: FitLab): FitProgram => {
  const { train, validation } = pointsOf(lab);
  const degree = Math.min(bounds.degree[1], new Set(train.x).size - 1);
  return { kind: "fit", train, validation, degree, grid: gridOf(pieces) };
};

export function programOfTraining(lab: FitLab): TrainProgram {
  const { train, validation } = pointsOf(lab);
  const rng = createRng(lab.seed + 1);
  const around = (width: number) => Array.from({ length: lab.units }, () => width * (2 * rng.real() - 1));
  return {
    kind: "train",
    train,
    validation,
    first: { input: around(5), bias: around(2.5), output: around(0.5), outputBias: 0 },
    rate: lab.rate,
    epochs: lab.epochs,
    grid: gridOf(pieces),
  };
}

/** What leaves the picture is not drawn. */
const held = (y: number): number | null => (Math.abs(y) <= 3 ? y : null);
const shown = (value: number): string => String(Number(value.toPrecision(3)));

function curvePanel(lab: FitLab, curve: readonly number[], name: Text): Panel {
  const { train, validation } = pointsOf(lab);
  const grid = gridOf(pieces);
  return panelOf({
    title: { ko: "맞춘 곡선과 점", en: "The fitted curve and the points" },
    xLabel: { ko: "x", en: "x" },
    yLabel: { ko: "y", en: "y" },
    series: [
      seriesOf(
        "curve",
        name,
        "asked",
        curve.map((y, at) => [grid[at] ?? 0, held(y)]),
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
  });
}
const trainName: Text = { ko: "훈련 오차", en: "Training error" };
const validationName: Text = { ko: "검증 오차", en: "Validation error" };

function sceneOfPolynomial(lab: FitLab, { fits }: FitOutput): LinesScene {
  const degree = Math.min(lab.degree, fits.length - 1);
  const fit = fits[degree];
  const lowest = Math.min(...fits.map(({ validation }) => validation));
  const best = fits.findIndex(({ validation }) => validation === lowest);
  return {
    kind: "lines",
    stops: [],
    panels: [
      curvePanel(lab, fit?.curve ?? [], { ko: `${degree}차`, en: `Degree ${degree}` }),
      panelOf({
        title: { ko: "차수마다의 오차, 로그 눈금", en: "Error by degree, log scale" },
        xLabel: { ko: "차수", en: "Degree" },
        yLabel: { ko: "오차", en: "Error" },
        yScale: "log",
        series: [
          seriesOf(
            "train",
            trainName,
            "asked",
            fits.map(({ train }, at) => [at, train]),
          ),
          seriesOf(
            "validation",
            validationName,
            "compared",
            fits.map(({ validation }, at) => [at, validation]),
          ),
        ],
        rules: [{ x: degree, label: { ko: `${degree}차`, en: `Degree ${degree}` } }],
      }),
    ],
    finding: {
      ko: `${degree}차의 훈련 오차는 ${shown(fit?.train ?? 0)}, 검증 오차는 ${shown(fit?.validation ?? 0)}. 새 데이터에는 ${best}차(${shown(lowest)})가 가장 나아요.`,
      en: `Degree ${degree} has a training error of ${shown(fit?.train ?? 0)} and a validation error of ${shown(fit?.validation ?? 0)}. Degree ${best} (${shown(lowest)}) is best on new data.`,
    },
  };
}

type Losses = Pick<TrainOutput, "train" | "validation">;

/** The losses so far, on the axis of all epochs that are meant to come. */
export function lossPanel({ epochs }: FitLab, { train, validation }: Losses): Panel {
  const panel = panelOf({
    title: { ko: "에폭마다의 손실, 로그 눈금", en: "Loss by epoch, log scale" },
    xLabel: { ko: "에폭", en: "Epoch" },
    yLabel: { ko: "손실", en: "Loss" },
    yScale: "log",
    series: [
      seriesOf("train", { ko: "훈련 손실", en: "Training loss" }, "asked", byStep(train)),
      seriesOf("validation", { ko: "검증 손실", en: "Validation loss" }, "compared", byStep(validation)),
    ],
  });
  const best = validation.indexOf(Math.min(...validation));
  const end: Panel["rules"] = [{ x: epochs, label: { ko: "끝", en: "End" } }];
  return train.length <= epochs
    ? { ...panel, rules: end }
    : { ...panel, rules: [{ x: best, label: { ko: `에폭 ${best}`, en: `Epoch ${best}` } }] };
}

function sceneOfNetwork(lab: FitLab, output: TrainOutput): LinesScene {
  const { train, validation, curve } = output;
  const lowest = Math.min(...validation);
  const best = validation.indexOf(lowest);
  const last = validation.at(-1) ?? 0;
  return {
    kind: "lines",
    stops: [],
    panels: [lossPanel(lab, output), curvePanel(lab, curve, { ko: "네트워크", en: "Network" })],
    finding:
      last > 1.1 * lowest
        ? {
            ko: `검증 손실은 에폭 ${best}에서 ${shown(lowest)}까지 내려갔다가 ${shown(last)}까지 올랐어요. 훈련 손실은 ${shown(train.at(-1) ?? 0)}.`,
            en: `The validation loss fell to ${shown(lowest)} at epoch ${best} and rose to ${shown(last)}; the training loss ended at ${shown(train.at(-1) ?? 0)}.`,
          }
        : {
            ko: `검증 손실은 ${shown(last)}로 끝까지 오르지 않았어요. 훈련 손실은 ${shown(train.at(-1) ?? 0)}.`,
            en: `The validation loss ended at ${shown(last)} without turning up; the training loss at ${shown(train.at(-1) ?? 0)}.`,
          },
  };
}

/** What a run draws; null for a run of another program. */
export function sceneOfFit(lab: FitLab, output: Output): LinesScene | null {
  if (output.kind === "fit" && lab.mode === "polynomial") return sceneOfPolynomial(lab, output);
  return output.kind === "train" && lab.mode === "network" ? sceneOfNetwork(lab, output) : null;
}

/** Numbers of a file: errors by degree, or losses by epoch. */
export function numbersOfFit(output: Output): { names: string[]; rows: (number | null)[][] } | null {
  if (output.kind === "fit")
    return {
      names: ["degree", "train", "validation"],
      rows: output.fits.map(({ train, validation }, at) => [at, train, validation]),
    };
  if (output.kind !== "train") return null;
  return {
    names: ["epoch", "train", "validation"],
    rows: output.train.map((train, at) => [at, train, output.validation[at] ?? null]),
  };
}
