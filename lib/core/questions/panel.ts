/** Plots of a scene with what most of them leave empty. */
import type { Text } from "../text";
import type { Look, Panel, Point, Series } from "./scenes/lines";

export const stepAxis: Text = { ko: "걸음", en: "Step" };

export const panelOf = (
  panel: Pick<Panel, "title" | "xLabel" | "yLabel" | "series"> & Partial<Panel>,
): Panel => ({ xScale: "linear", yScale: "linear", marks: [], segments: [], rules: [], ...panel });

export const seriesOf = (
  id: string,
  label: Text,
  look: Look,
  points: [x: number, y: number | null][],
  drawn: Series["drawn"] = "line",
): Series => ({ id, label, look, drawn, points });

/** Values at steps `from`, `from` + 1, …; a value that is not finite leaves a gap. */
export const byStep = (values: readonly (number | null)[], from = 0): [number, number | null][] =>
  values.map((value, at) => [from + at, value !== null && Number.isFinite(value) ? value : null]);

/** Arrows from their tails to their heads. */
export const arrowsOf = (
  id: string,
  label: Text,
  look: Look,
  arrows: readonly { from: Point; to: Point }[],
): Series => ({
  ...seriesOf(
    id,
    label,
    look,
    arrows.map(({ to }) => to),
    "arrows",
  ),
  tails: arrows.map(({ from }) => from),
});

const mostStops = 60;
/** Stops of a player: every step of a short run, every n-th of a long one; the last step is always one. */
export function stopsOf(steps: number): number[] {
  const every = Math.max(1, Math.ceil(steps / mostStops));
  const stops = Array.from({ length: Math.floor(steps / every) + 1 }, (_, at) => at * every);
  return stops.at(-1) === steps ? stops : [...stops, steps];
}

/** A function at even distances between two places. */
export const curveOf = (
  from: number,
  to: number,
  value: (x: number) => number,
  pieces = 80,
): [number, number][] =>
  Array.from({ length: pieces + 1 }, (_, at) => {
    const x = from + ((to - from) * at) / pieces;
    return [x, value(x)];
  });
