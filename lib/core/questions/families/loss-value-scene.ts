/** The errors of predictions beside their targets, and what each adds to the loss. */
import { curveOf, panelOf, seriesOf } from "../panel";
import type { LinesScene } from "../scenes/lines";

interface Errors {
  loss: "mse" | "mae" | "probabilities" | "logits";
  target: number[];
  prediction: number[];
}

/** `value` is the loss as it is written in the working. */
export function errorsScene(
  { loss, target, prediction }: Errors,
  errors: number[],
  value: string,
): LinesScene {
  const share = errors.map((error) => (loss === "mse" ? error ** 2 : Math.abs(error)));
  const largest = share.indexOf(Math.max(...share));
  const total = share.reduce((sum, each) => sum + each, 0);
  const percent = total === 0 ? 0 : Math.round(((share[largest] ?? 0) / total) * 100);
  return {
    kind: "lines",
    stops: [],
    panels: [
      panelOf({
        title: { ko: "정답과 예측의 사이", en: "Between target and prediction" },
        xLabel: { ko: "표본", en: "Sample" },
        yLabel: { ko: "값", en: "Value" },
        series: [
          seriesOf(
            "target",
            { ko: "정답 y", en: "Target y" },
            "asked",
            target.map((each, at) => [at + 1, each]),
            "dots",
          ),
          seriesOf(
            "prediction",
            { ko: "예측 ŷ", en: "Prediction ŷ" },
            "target",
            prediction.map((each, at) => [at + 1, each]),
            "dots",
          ),
        ],
        segments: errors.map((_, at) => ({
          from: [at + 1, target[at] ?? 0] as [number, number],
          to: [at + 1, prediction[at] ?? 0] as [number, number],
          pen: "red" as const,
        })),
      }),
      panelOf({
        title:
          loss === "mse"
            ? { ko: "오차마다 손실에 더하는 제곱", en: "Square that each error adds" }
            : { ko: "오차마다 손실에 더하는 크기", en: "Size that each error adds" },
        xLabel: { ko: "오차", en: "Error" },
        yLabel: loss === "mse" ? { ko: "오차²", en: "Error²" } : { ko: "|오차|", en: "|Error|" },
        series: [
          seriesOf(
            "rule",
            loss === "mse" ? { ko: "오차²", en: "Error²" } : { ko: "|오차|", en: "|Error|" },
            "faint",
            curveOf(-2.2, 2.2, (error) => (loss === "mse" ? error ** 2 : Math.abs(error))),
          ),
          seriesOf(
            "own",
            { ko: "이 표본들", en: "These samples" },
            "asked",
            errors.map((error, at) => [error, share[at] ?? 0]),
            "dots",
          ),
        ],
      }),
    ],
    finding: {
      ko: `평균은 ${value}. 표본 ${largest + 1}의 오차 하나가 그 ${percent} %를 차지해요.`,
      en: `The mean is ${value}. The error of sample ${largest + 1} alone makes ${percent} % of it.`,
    },
  };
}
