/** Plots of a scene with what most of them leave empty. */
import type { Text } from "../text";
import type { Look, Panel, Series } from "./scenes/lines";

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
