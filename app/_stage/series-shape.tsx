import { curveStepAfter, line } from "d3-shape";
import type { Look, Point, Series } from "@/lib/core/questions/scenes/lines";
import { colourOf, dashOf, Marker } from "./markers";
import { isShown, type PlotFrame } from "./plot-frame";

const looks = ["asked", "compared", "faint", "target"] as const;

export const isMethod = (look: Look): look is Exclude<Look, (typeof looks)[number]> =>
  !looks.some((each) => each === look);
const strokeOf = (look: Look) =>
  isMethod(look)
    ? { stroke: colourOf(look), color: colourOf(look), strokeDasharray: dashOf(look) }
    : undefined;
const classOf = (look: Look) => (isMethod(look) ? "series" : `series look-${look}`);

/** A series as it lies in the frame of its plot. */
export function SeriesShape({ series, frame }: { series: Series; frame: PlotFrame }) {
  const places = series.points.flatMap((point, at): { from: Point; to: Point }[] => {
    if (!isShown(point) || !frame.canShow(point)) return [];
    const to: Point = [frame.x(point[0]), frame.y(point[1])];
    const tail = series.tails?.[at];
    return [{ from: tail ? [frame.x(tail[0]), frame.y(tail[1])] : to, to }];
  });
  return <Drawn series={series} places={places} />;
}

/** A short piece of a series, for its legend. */
export function SeriesSample({ series }: { series: Series }) {
  const isPoint = series.drawn === "dots" || series.drawn === "trail";
  const from: Point = series.drawn === "boxes" ? [6, 13] : [1, 7];
  const to: Point = series.drawn === "boxes" ? [22, 1] : isPoint ? [14, 7] : [27, 7];
  const ends =
    series.drawn === "line" || series.drawn === "steps"
      ? [
          { from, to: from },
          { from, to },
        ]
      : [{ from, to }];
  return (
    <svg width="28" height="14" aria-hidden="true">
      <Drawn series={{ ...series, drawn: series.drawn === "steps" ? "line" : series.drawn }} places={ends} />
      {isMethod(series.look) && !isPoint ? <Marker method={series.look} x={14} y={7} /> : null}
    </svg>
  );
}

function Drawn({ series, places }: { series: Series; places: { from: Point; to: Point }[] }) {
  const { look, drawn } = series;
  const points = places.map(({ to }) => to);
  if (drawn === "line" || drawn === "steps") {
    const path = line<Point>();
    const d = (drawn === "steps" ? path.curve(curveStepAfter) : path)(points);
    return <path className={classOf(look)} style={strokeOf(look)} d={d ?? ""} fill="none" />;
  }
  const last = points.at(-1);
  return (
    <g className={`${classOf(look)} drawn-${drawn}`} style={strokeOf(look)}>
      {places.map((place, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the series
        <Piece key={at} drawn={drawn} {...place} />
      ))}
      {drawn === "trail" && last ? (
        <g className="ball" style={{ transform: `translate(${last[0]}px, ${last[1]}px)` }}>
          {isMethod(look) ? <Marker method={look} x={0} y={0} /> : <circle r={7} />}
        </g>
      ) : null}
    </g>
  );
}

const headLength = 9;

function Piece({ drawn, from, to }: { drawn: Series["drawn"]; from: Point; to: Point }) {
  const [x, y] = to;
  if (drawn === "boxes")
    return (
      <rect
        x={Math.min(from[0], x)}
        y={Math.min(from[1], y)}
        width={Math.abs(x - from[0])}
        height={Math.abs(y - from[1])}
      />
    );
  if (drawn !== "arrows") return <circle cx={x} cy={y} r={drawn === "trail" ? 2.5 : 4} />;
  const length = Math.hypot(x - from[0], y - from[1]);
  if (length < 1) return <circle cx={x} cy={y} r={2.5} />;
  const head = Math.min(headLength, length);
  const [across, up] = [(x - from[0]) / length, (y - from[1]) / length];
  const [backX, backY] = [x - across * head, y - up * head];
  const half = head * 0.45;
  return (
    <>
      <path d={`M${from[0]} ${from[1]}L${backX} ${backY}`} fill="none" />
      <path
        className="head"
        d={`M${x} ${y}L${backX - up * half} ${backY + across * half}L${backX + up * half} ${backY - across * half}Z`}
      />
    </>
  );
}
