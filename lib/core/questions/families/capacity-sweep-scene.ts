/** The fit of every degree through the same points, one at a time by a slider, and the errors of all. */
import type { FitOutput, Points } from "../../compute/training-program";
import type { Text } from "../../text";
import { shown } from "../descents";
import { fittedPanel, held, trainingWord, validationWord } from "../fitted-panel";
import { panelOf, seriesOf } from "../panel";
import type { LinesScene, Panel } from "../scenes/lines";

interface Sweep {
  fits: FitOutput["fits"];
  train: Points;
  validation: Points;
  grid: number[];
  /** The degree at which the slider starts, and the one with the lowest validation error of those asked. */
  drawn: number;
  best: number;
  finding: Text;
}

const nameOf = (degree: number): Text => ({ ko: `${degree}차`, en: `Degree ${degree}` });
const degreeAxis: Text = { ko: "차수", en: "Degree" };

export function degreesScene({ fits, train, validation, grid, drawn, best, finding }: Sweep): LinesScene {
  return {
    kind: "lines",
    stops: fits.map((_, degree) => degree),
    stopOf: { label: degreeAxis, first: drawn },
    captions: fits.map((fit, degree) => ({
      ko: `${degree}차: 훈련 오차 ${shown(fit.train, 3)}, 검증 오차 ${shown(fit.validation, 3)}`,
      en: `Degree ${degree}: training error ${shown(fit.train, 3)}, validation error ${shown(fit.validation, 3)}`,
    })),
    panels: [
      fittedPanel({
        title: { ko: "맞춘 곡선과 점", en: "Fitted curves and points" },
        curves: fits.map(({ curve }, degree) => ({
          ...seriesOf(
            `degree-${degree}`,
            nameOf(degree),
            "asked",
            grid.map((x, at) => [x, held(curve[at])]),
          ),
          seen: [degree, degree] as [number, number],
        })),
        train,
        validation,
      }),
      panelOf({
        title: { ko: "차수마다의 오차, 로그 눈금", en: "Error by degree, log scale" },
        xLabel: degreeAxis,
        yLabel: { ko: "오차", en: "Error" },
        yScale: "log",
        isStill: true,
        series: [
          seriesOf(
            "train",
            trainingWord,
            "asked",
            fits.map((fit, degree) => [degree, fit.train]),
          ),
          seriesOf(
            "validation",
            validationWord,
            "compared",
            fits.map((fit, degree) => [degree, fit.validation]),
          ),
        ],
        marks: fits.flatMap((fit, degree): Panel["marks"] =>
          [fit.train, fit.validation].map((y) => ({
            x: degree,
            y,
            label: { ko: shown(y, 3), en: shown(y, 3) },
            pen: "mark",
            seen: [degree, degree],
          })),
        ),
        rules: [{ x: best, label: nameOf(best) }],
      }),
    ],
    finding,
  };
}
