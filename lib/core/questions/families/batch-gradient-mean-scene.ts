/** The gradients of a batch as arrows, and how their shares laid tip to tail lead to the mean. */
import type { Text } from "../../text";
import { inTerm, shown } from "../descents";
import { arrowsOf, panelOf, seriesOf } from "../panel";
import type { LinesScene } from "../scenes/lines";

/** `means` are the sum of the shares g/B after 0, 1, 2, … samples, as the run went. */
export function averagingScene(gradients: number[], means: number[], finding: Text): LinesScene {
  const count = gradients.length;
  const mean = means.at(-1) ?? 0;
  // Beside the samples: it is none of them.
  const besideLast = count + 0.6;
  const sample = { ko: "표본", en: "Sample" };
  const samples = gradients.map((_, at) => at + 1);
  return {
    kind: "lines",
    stops: [0, ...samples, count + 1],
    captions: [
      {
        ko: `표본마다 기울기의 ${count}분의 1이 평균에 들어가요.`,
        en: `Each sample adds 1/${count} of its gradient.`,
      },
      ...gradients.map((gradient, at) => {
        const text = `${shown(means[at] ?? 0, 4)} + ${inTerm(gradient)} / ${count} = ${shown(means[at + 1] ?? 0, 4)}`;
        return { ko: `표본 ${at + 1}: ${text}`, en: `Sample ${at + 1}: ${text}` };
      }),
      {
        ko: `이 평균 ${shown(mean, 4)} 하나로 한 번 움직여요.`,
        en: `The one move is by this mean, ${shown(mean, 4)}.`,
      },
    ],
    panels: [
      panelOf({
        title: { ko: "표본마다의 기울기와 그 평균", en: "Gradients of the samples and their mean" },
        xLabel: sample,
        yLabel: { ko: "기울기", en: "Gradient" },
        isStill: true,
        series: [
          {
            ...arrowsOf(
              "gradients",
              { ko: "표본", en: "Samples" },
              "compared",
              gradients.map((each, at) => ({ from: [at + 1, 0], to: [at + 1, each] })),
            ),
            stops: samples,
          },
          seriesOf("zero", { ko: "0", en: "0" }, "faint", [
            [1, 0],
            [count, 0],
          ]),
          {
            ...arrowsOf("mean", { ko: "평균", en: "Mean" }, "asked", [
              { from: [besideLast, 0], to: [besideLast, mean] },
            ]),
            stops: [count + 1],
          },
        ],
        numbers: {
          columns: [sample, { ko: "기울기", en: "Gradient" }, { ko: "평균까지", en: "Towards the mean" }],
          rows: gradients.map((each, at) => [at + 1, each, means[at + 1] ?? 0]),
        },
      }),
      panelOf({
        title: { ko: "1/B씩 이어 붙인 화살표", en: "Shares of 1/B, tip to tail" },
        xLabel: sample,
        yLabel: { ko: "기울기", en: "Gradient" },
        isStill: true,
        series: [
          {
            ...arrowsOf(
              "shares",
              { ko: "g/B", en: "g/B" },
              "compared",
              gradients.map((_, at) => ({
                from: [at + 1, means[at] ?? 0],
                to: [at + 1, means[at + 1] ?? 0],
              })),
            ),
            stops: samples,
          },
          {
            ...arrowsOf("mean", { ko: "평균", en: "Mean" }, "asked", [
              { from: [besideLast, 0], to: [besideLast, mean] },
            ]),
            stops: [count + 1],
          },
        ],
        numbers: {
          columns: [sample, { ko: "g/B", en: "g/B" }, { ko: "여기까지의 합", en: "Sum so far" }],
          rows: gradients.map((_, at) => [
            at + 1,
            (means[at + 1] ?? 0) - (means[at] ?? 0),
            means[at + 1] ?? 0,
          ]),
        },
      }),
    ],
    finding,
  };
}
