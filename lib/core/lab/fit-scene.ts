/** What the overfitting playground draws of its runs, and the numbers of them for a spreadsheet. */
import type { Output } from "../compute/program";
import type { FitOutput, TrainOutput } from "../compute/training-program";
import { joined } from "../korean";
import { fittedPanel, held } from "../questions/fitted-panel";
import { byStep, panelOf, seriesOf } from "../questions/panel";
import type { LinesScene, Panel } from "../questions/scenes/lines";
import type { Text } from "../text";
import { type FitLab, fitGrid, pointsOf } from "./fit-lab";

const shown = (value: number): string => String(Number(value.toPrecision(3)));

function curvePanel(lab: FitLab, curve: readonly number[], name: Text): Panel {
  const { train, validation } = pointsOf(lab);
  const grid = fitGrid();
  const points = curve.map((y, at): [number, number | null] => [grid[at] ?? 0, held(y)]);
  return fittedPanel({
    title: { ko: "맞춘 곡선과 점", en: "The fitted curve and the points" },
    curves: [seriesOf("curve", name, "asked", points)],
    train,
    validation,
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

/** Beyond this a training has flown apart. */
const farthest = 1e6;
const epochAxis: Text = { ko: "에폭", en: "Epoch" };
export type Losses = Pick<TrainOutput, "train" | "validation">;

/** The losses so far, on the axis of all epochs that are meant to come. */
function lossPanel({ epochs }: FitLab, { train, validation }: Losses): Panel {
  const panel = panelOf({
    title: { ko: "에폭마다의 손실, 로그 눈금", en: "Loss by epoch, log scale" },
    xLabel: epochAxis,
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

/** Loss and rate by epoch, the rate only where a schedule changes it. */
function sceneOfNetwork(lab: FitLab, output: TrainOutput): LinesScene {
  const { rates, curve } = output;
  const changes = lab.schedule !== "constant";
  return {
    kind: "lines",
    stops: [],
    panels: [
      lossPanel(lab, output),
      ...(changes ? [ratePanel(rates)] : []),
      curvePanel(lab, curve, { ko: "네트워크", en: "Network" }),
    ],
    finding: findingOfLosses(output),
  };
}

const ratePanel = (rates: readonly number[]): Panel =>
  panelOf({
    title: { ko: "에폭마다의 학습률", en: "Learning rate by epoch" },
    xLabel: epochAxis,
    yLabel: { ko: "η", en: "η" },
    series: [seriesOf("rate", { ko: "학습률", en: "Learning rate" }, "asked", byStep(rates, 1), "steps")],
  });

/** A training that goes on, or was stopped: what it has told so far. */
export function sceneOfLosses(lab: FitLab, losses: Losses): LinesScene {
  const epoch = losses.train.length - 1;
  const [train, validation] = [shown(losses.train.at(-1) ?? 0), shown(losses.validation.at(-1) ?? 0)];
  return {
    kind: "lines",
    stops: [],
    panels: [lossPanel(lab, losses)],
    finding: {
      ko: `에폭 ${epoch}까지 훈련 손실은 ${shown(losses.train[0] ?? 0)}에서 ${joined(train, "으로로")}, 검증 손실은 ${shown(losses.validation[0] ?? 0)}에서 ${joined(validation, "으로로")} 바뀌었어요.`,
      en: `By epoch ${epoch} the training loss went from ${shown(losses.train[0] ?? 0)} to ${train}, the validation loss from ${shown(losses.validation[0] ?? 0)} to ${validation}.`,
    },
  };
}

function findingOfLosses({ train, validation }: Losses): Text {
  const apart = train.findIndex((loss) => !(loss < farthest));
  if (apart >= 0)
    return {
      ko: `에폭 ${apart}에서 발산했어요. 더 작은 학습률로 다시 해 보세요.`,
      en: `It diverged at epoch ${apart}. Try again with a smaller rate.`,
    };
  const lowest = Math.min(...validation);
  const best = validation.indexOf(lowest);
  const last = validation.at(-1) ?? 0;
  return last > 1.1 * lowest
    ? {
        ko: `검증 손실은 에폭 ${best}에서 ${shown(lowest)}까지 내려갔다가 ${shown(last)}까지 올랐어요. 훈련 손실은 ${shown(train.at(-1) ?? 0)}.`,
        en: `The validation loss fell to ${shown(lowest)} at epoch ${best} and rose to ${shown(last)}; the training loss ended at ${shown(train.at(-1) ?? 0)}.`,
      }
    : {
        ko: `검증 손실은 ${shown(last)}로 끝까지 오르지 않았어요. 훈련 손실은 ${shown(train.at(-1) ?? 0)}.`,
        en: `The validation loss ended at ${shown(last)} without turning up; the training loss at ${shown(train.at(-1) ?? 0)}.`,
      };
}

/** What a run draws; null for a run of another program. */
export function sceneOfFit(lab: FitLab, output: Output): LinesScene | null {
  if (output.kind === "fit" && lab.mode === "polynomial") return sceneOfPolynomial(lab, output);
  return output.kind === "train" && lab.mode === "network" ? sceneOfNetwork(lab, output) : null;
}

/** Numbers of a file: errors by degree, or losses and rate by epoch. */
export function numbersOfFit(output: Output): Numbers | null {
  if (output.kind === "fit")
    return {
      names: ["degree", "train", "validation"],
      rows: output.fits.map(({ train, validation }, at) => [at, train, validation]),
    };
  return output.kind === "train" ? numbersOfLosses(output) : null;
}
interface Numbers {
  names: string[];
  rows: (number | null)[][];
}
/** Also of a training that was stopped, which does not tell its rates. */
export const numbersOfLosses = ({ train, validation, rates }: Losses & { rates?: number[] }): Numbers => ({
  names: ["epoch", "train", "validation", ...(rates ? ["rate"] : [])],
  rows: train.map((loss, at) => [
    at,
    loss,
    validation[at] ?? null,
    ...(rates ? [rates[at - 1] ?? null] : []),
  ]),
});
