/** The errors of predictions beside their targets, and what each adds to the loss: a square, or a bar. */
import { panelOf, seriesOf } from "../panel";
import type { LinesScene, Panel, Point } from "../scenes/lines";

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
      loss === "mse"
        ? squaresPanel(errors, share, total / errors.length)
        : sizesPanel(share, total / errors.length),
    ],
    finding: {
      ko: `평균은 ${value}. 표본 ${largest + 1}의 오차 하나가 그 ${percent} %를 차지해요.`,
      en: `The mean is ${value}. The error of sample ${largest + 1} alone makes ${percent} % of it.`,
    },
  };
}

const sample = { ko: "표본", en: "Sample" };
const meanName = { ko: "평균", en: "Mean" };

/** Squares on the sides of the errors in a row, then the mean square: its area is the loss. */
function squaresPanel(errors: readonly number[], areas: readonly number[], mean: number): Panel {
  const sides = [...errors.map(Math.abs), Math.sqrt(mean)];
  const gap = 0.12 * Math.max(...sides);
  const corners = sides.map((side, at) => {
    const left = sides.slice(0, at).reduce((sum, each) => sum + each + gap, 0);
    return { from: [left, 0] as Point, to: [left + side, side] as Point };
  });
  const boxes = (id: string, label: Panel["title"], look: "target" | "asked", own: typeof corners) => ({
    ...seriesOf(
      id,
      label,
      look,
      own.map(({ to }) => to),
      "boxes",
    ),
    tails: own.map(({ from }) => from),
  });
  return panelOf({
    title: { ko: "오차를 변으로 하는 정사각형", en: "Squares on the errors" },
    xLabel: { ko: "변의 길이 |오차|", en: "Side |error|" },
    yLabel: { ko: "|오차|", en: "|Error|" },
    isEven: true,
    series: [
      boxes("squares", { ko: "오차²", en: "Error²" }, "target", corners.slice(0, -1)),
      boxes("mean", { ko: "평균 제곱", en: "Mean square" }, "asked", corners.slice(-1)),
    ],
    numbers: {
      columns: [sample, { ko: "오차", en: "Error" }, { ko: "정사각형의 넓이", en: "Area of the square" }],
      rows: [
        ...errors.map((error, at) => [at + 1, error, areas[at] ?? 0]),
        [`Σ/${errors.length}`, "–", mean],
      ],
    },
  });
}

/** Bars as long as the errors, and the mean of them. */
function sizesPanel(sizes: readonly number[], mean: number): Panel {
  const count = sizes.length;
  return panelOf({
    title: { ko: "오차마다 손실에 더하는 크기", en: "Size that each error adds" },
    xLabel: sample,
    yLabel: { ko: "|오차|", en: "|Error|" },
    series: [
      {
        ...seriesOf(
          "sizes",
          { ko: "|오차|", en: "|Error|" },
          "target",
          sizes.map((size, at) => [at + 1.3, size]),
          "boxes",
        ),
        tails: sizes.map((_, at): Point => [at + 0.7, 0]),
      },
      seriesOf("mean", meanName, "asked", [
        [1, mean],
        [count, mean],
      ]),
    ],
    numbers: {
      columns: [sample, { ko: "|오차|", en: "|Error|" }],
      rows: [...sizes.map((size, at) => [at + 1, size]), [`Σ/${count}`, mean]],
    },
  });
}
