/** A descent on a bowl as a cobweb between w and the next w, and as hops on the bowl itself, step by step. */
import type { Text } from "../../text";
import { inTerm, shown, sub } from "../descents";
import { arrowsOf, curveOf, panelOf, seriesOf, stopsOf } from "../panel";
import type { LinesScene, Panel, Point } from "../scenes/lines";

interface Swing {
  curvature: number;
  /** What a step multiplies w by. */
  factor: number;
  /** w at steps 0, 1, 2, … as far as it is drawn. */
  path: number[];
  finding: Text;
}

export function cobwebScene({ curvature, factor, path, finding }: Swing): LinesScene {
  const reach = Math.max(...path.map(Math.abs)) * 1.1;
  const loss = (w: number) => 0.5 * curvature * w * w;
  const steps = path.slice(0, -1).map((w, at) => ({ at, w, next: path[at + 1] ?? w }));
  const onBowl = (w: number): Point => [w, loss(w)];
  const stops = stopsOf(steps.length);
  const said: Text[] = [
    { ko: `w₀ = ${shown(path[0] ?? 0)}에서 출발해요.`, en: `It starts at w₀ = ${shown(path[0] ?? 0)}.` },
    ...steps.map(({ at, w, next }) => {
      const text = `w${sub(at + 1)} = ${shown(factor, 4)} × ${inTerm(Number(w.toPrecision(4)))} = ${shown(next, 4)}`;
      return { ko: text, en: text };
    }),
  ];
  const numbers: Panel["numbers"] = {
    columns: [
      { ko: "걸음", en: "Step" },
      { ko: "w", en: "w" },
      { ko: "손실", en: "Loss" },
    ],
    rows: path.map((w, at) => [at, w, loss(w)]),
  };
  return {
    kind: "lines",
    stops,
    captions: stops.map((stop) => said[stop] ?? { ko: "", en: "" }),
    panels: [
      panelOf({
        title: { ko: "w가 다음 w로 가는 거미집", en: "From w to the next w: a cobweb" },
        xLabel: { ko: "지금 w", en: "w now" },
        yLabel: { ko: "다음 w", en: "Next w" },
        isStill: true,
        series: [
          seriesOf("next", { ko: `${shown(factor)}w`, en: `${shown(factor)}w` }, "asked", [
            [-reach, -reach * factor],
            [reach, reach * factor],
          ]),
          seriesOf("same", { ko: "그대로", en: "Unchanged" }, "faint", [
            [-reach, -reach],
            [reach, reach],
          ]),
        ],
        segments: steps.flatMap(({ at, w, next }): Panel["segments"] => [
          { from: [w, at === 0 ? 0 : w], to: [w, next], pen: "red", seen: [at + 1] },
          { from: [w, next], to: [next, next], pen: "red", seen: [at + 1] },
        ]),
        marks: [{ x: path[0] ?? 0, y: 0, label: { ko: "w₀", en: "w₀" }, pen: "mark" }],
        numbers,
      }),
      panelOf({
        title: { ko: "그릇 위의 걸음", en: "Steps on the bowl" },
        xLabel: { ko: "w", en: "w" },
        yLabel: { ko: "손실", en: "Loss" },
        isStill: true,
        series: [
          seriesOf("loss", { ko: "손실", en: "Loss" }, "faint", curveOf(-reach, reach, loss)),
          {
            ...arrowsOf(
              "steps",
              { ko: "걸음", en: "Steps" },
              "compared",
              steps.map(({ w, next }) => ({ from: onBowl(w), to: onBowl(next) })),
            ),
            stops: steps.map(({ at }) => at + 1),
          },
          {
            ...seriesOf("w", { ko: "w", en: "w" }, "sgd", path.map(onBowl), "trail"),
            stops: path.map((_, at) => at),
          },
        ],
        numbers,
      }),
    ],
    finding,
  };
}
