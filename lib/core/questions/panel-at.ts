/** What of a plot is seen at a stop of its player. */
import type { Panel, Series, Span } from "./scenes/lines";

const isWithin = ([from, to = Number.POSITIVE_INFINITY]: Span, stop: number): boolean =>
  from <= stop && stop <= to;

/** The plot with only what has come by this stop. */
export function panelAt(panel: Panel, stop: number): Panel {
  const hasCome = (seen: Span | undefined, x: number): boolean =>
    seen ? isWithin(seen, stop) : panel.isStill === true || x <= stop;
  return {
    ...panel,
    series: panel.series.map((series) => seriesAt(series, stop, panel.isStill === true)),
    marks: panel.marks.filter(({ seen, x }) => hasCome(seen, x)),
    segments: panel.segments.filter(({ seen, from, to }) => hasCome(seen, Math.max(from[0], to[0]))),
  };
}

function seriesAt(series: Series, stop: number, isStill: boolean): Series {
  const { points, tails, stops, seen } = series;
  const isHere = !seen || isWithin(seen, stop);
  const kept = points.map(([x], at) => isHere && (stops ? (stops[at] ?? 0) <= stop : isStill || x <= stop));
  return {
    ...series,
    points: points.filter((_, at) => kept[at]),
    ...(tails && { tails: tails.filter((_, at) => kept[at]) }),
  };
}
