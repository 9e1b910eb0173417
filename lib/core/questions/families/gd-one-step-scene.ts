/** Gradient descent on one weight, drawn on its loss: at each place the tangent, then the step that it asks for. */
import type { Surface } from "../../compute/descent-program";
import { gradientAt, valueAt } from "../../compute/surfaces";
import type { Text } from "../../text";
import { inTerm, shown, sub } from "../descents";
import { arrowsOf, curveOf, panelOf, seriesOf } from "../panel";
import type { LinesScene, Panel } from "../scenes/lines";

interface Descent {
  surface: Surface;
  rate: number;
  /** w at steps 0, 1, 2, …. */
  places: number[];
  finding: Text;
}

/** Stops 2k and 2k + 1 are the place w at step k, and its tangent. */
export function besideLoss({ surface, rate, places, finding }: Descent): LinesScene {
  const loss = (w: number) => valueAt(surface, [w]);
  const slope = (w: number) => gradientAt(surface, [w], 1)[0] ?? 0;
  const steps = places.slice(0, -1).map((w, at) => ({ at, w, next: places[at + 1] ?? w }));
  const arrows = steps.map(({ w, next }) => ({
    from: [w, loss(w)] as [number, number],
    to: [next, loss(w)] as [number, number],
  }));
  return {
    kind: "lines",
    stops: places.flatMap((_, at) => (at < steps.length ? [2 * at, 2 * at + 1] : [2 * at])),
    captions: [
      {
        ko: `w₀ = ${shown(places[0] ?? 0)}에서 출발해요.`,
        en: `It starts at w₀ = ${shown(places[0] ?? 0)}.`,
      },
      ...steps.flatMap(({ at, w, next }): Text[] => {
        const moved = `w${sub(at + 1)} = ${shown(w)} − ${rate} × ${inTerm(slope(w))} = ${shown(next)}`;
        return [
          {
            ko: `w${sub(at)}에서 접선의 기울기: f′(${shown(w)}) = ${shown(slope(w))}`,
            en: `Slope of the tangent at w${sub(at)}: f′(${shown(w)}) = ${shown(slope(w))}`,
          },
          { ko: moved, en: moved },
        ];
      }),
    ],
    panels: [
      panelOf({
        title: { ko: "손실 곡선 위의 걸음", en: "Steps on the loss" },
        xLabel: { ko: "w", en: "w" },
        yLabel: { ko: "f(w)", en: "f(w)" },
        isStill: true,
        series: [
          seriesOf("loss", { ko: "f(w)", en: "f(w)" }, "faint", aroundOf(places, loss)),
          {
            ...arrowsOf("steps", { ko: "걸음 −ηf′", en: "Step −ηf′" }, "asked", arrows),
            stops: steps.map(({ at }) => 2 * at + 2),
          },
        ],
        marks: places.map((w, at) => ({
          x: w,
          y: loss(w),
          label: { ko: `w${sub(at)}`, en: `w${sub(at)}` },
          pen: at === 0 ? ("mark" as const) : ("pine" as const),
          seen: [2 * at],
        })),
        segments: steps.flatMap(({ at, w, next }): Panel["segments"] => {
          const half = reachOf(places) / 5;
          return [
            {
              from: [w - half, loss(w) - slope(w) * half],
              to: [w + half, loss(w) + slope(w) * half],
              pen: "red",
              seen: [2 * at + 1],
            },
            { from: [next, loss(w)], to: [next, loss(next)], pen: "faint", seen: [2 * at + 2] },
          ];
        }),
        numbers: {
          columns: [
            { ko: "걸음", en: "Step" },
            { ko: "w", en: "w" },
            { ko: "f(w)", en: "f(w)" },
            { ko: "f′(w)", en: "f′(w)" },
            { ko: "−ηf′(w)", en: "−ηf′(w)" },
          ],
          rows: places.map((w, at) => [at, w, loss(w), slope(w), at < steps.length ? -rate * slope(w) : "–"]),
        },
      }),
    ],
    finding,
  };
}

/** How much of the curve is drawn to both sides: enough of it to see its bend, little enough to see a small step. */
function reachOf(places: readonly number[]): number {
  const way = Math.max(...places) - Math.min(...places);
  return Math.max(0.9 * way, Math.min(1.5, Math.max(0.4, 2.5 * way)));
}

function aroundOf(places: readonly number[], loss: (w: number) => number): [number, number][] {
  const middle = (Math.min(...places) + Math.max(...places)) / 2;
  const reach = reachOf(places);
  return curveOf(middle - reach, middle + reach, loss);
}
