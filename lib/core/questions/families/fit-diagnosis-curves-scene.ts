/** What a training's curves are explained by: the shares that decide, both losses, and what the network learned. */
import type { Output } from "../../compute/program";
import type { TrainOutput } from "../../compute/training-program";
import { plural } from "../../english";
import type { Text } from "../../text";
import { shown } from "../descents";
import type { Explanation } from "../family";
import { fittedPanel } from "../fitted-panel";
import { byStep, panelOf, seriesOf, stopsOf } from "../panel";
import { takeOutput } from "../take-output";
import { rankedRemedies, remedyPanel, remedyText, trainingsOf } from "./fit-diagnosis-curves-remedies";
import {
  type FitDiagnosisCurves,
  plainLoss,
  plainName,
  readingOf,
  trainingOf,
  trainName,
  validationName,
  verdicts,
} from "./fit-diagnosis-curves-rules";

export function explain(params: FitDiagnosisCurves, output: Output): Explanation {
  const training = params.asks === "remedy" ? trainingsOf(output).base : takeOutput(output, "train");
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
      stops: stopsOf(params.epochs),
      panels: [
        ...(asks === "remedy" ? [remedyPanel(params, output)] : []),
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
        fittedPanel({
          title: { ko: "배운 곡선과 점", en: "The learned curve and the points" },
          curves: [
            seriesOf(
              "curve",
              { ko: "네트워크", en: "Network" },
              "asked",
              grid.map((x, at) => [x, training.curve[at] ?? null]),
            ),
          ],
          train,
          validation,
        }),
      ],
      finding: findingOf(params, output, training, verdicts[verdict]),
    },
  };
}

function findingOf(params: FitDiagnosisCurves, output: Output, training: TrainOutput, verdict: Text): Text {
  const { units, points, epochs: count } = params;
  if (params.asks === "verdict") {
    return {
      ko: `${verdict.ko}: 유닛 ${units}개, 훈련 점 ${points}개로 ${count}에폭 학습했어요.`,
      en: `${verdict.en}: ${plural(units, "unit")}, ${points} training points, ${count} epochs.`,
    };
  }
  const end = shown(training.validation.at(-1) ?? 0, 3);
  if (params.asks === "remedy") {
    const losses = rankedRemedies(output).map(({ id, loss }) => ({
      ...remedyText(params)[id],
      loss: shown(loss, 3),
    }));
    return {
      ko: `${verdict.ko}. 끝의 검증 손실은 ${end}, 바꾸면 ${losses.map(({ ko, loss }) => `${loss}(${ko})`).join(", ")}.`,
      en: `${verdict.en}. The validation loss ended at ${end}; changed, at ${losses.map(({ en, loss }) => `${loss} (${en})`).join(", ")}.`,
    };
  }
  const lowest = Math.min(...training.validation);
  return {
    ko: `검증 손실은 에폭 ${training.validation.indexOf(lowest)}에서 ${shown(lowest, 3)}까지 내려갔다가 ${end}까지 올랐어요.`,
    en: `The validation loss fell to ${shown(lowest, 3)} at epoch ${training.validation.indexOf(lowest)} and rose to ${end}.`,
  };
}
