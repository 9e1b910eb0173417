"use client";
import { scaleLinear, scaleLog } from "d3-scale";
import { curveStepAfter, line } from "d3-shape";
import type { Look, Panel, Series } from "@/lib/core/questions/scenes/lines";
import type { Locale } from "@/lib/core/text";
import { placeLabels } from "./label-places";
import { colourOf, dashOf, Marker } from "./markers";
import { useWidth } from "./use-width";
import "./lines.css";

type Point = [x: number, y: number];
const height = 280;
/** Narrower than this the names stand under the plot instead of at the ends of the lines. */
const roomForNames = 520;
const looks = ["asked", "compared", "faint", "target"] as const;

const isMethod = (look: Look): look is Exclude<Look, (typeof looks)[number]> =>
  !looks.some((each) => each === look);
const strokeOf = (look: Look) =>
  isMethod(look) ? { stroke: colourOf(look), strokeDasharray: dashOf(look) } : undefined;
const classOf = (look: Look) => (isMethod(look) ? "series" : `series look-${look}`);
const isShown = (point: [number, number | null]): point is Point =>
  point[1] !== null && Number.isFinite(point[1]);
const short = (value: number) =>
  value !== 0 && (Math.abs(value) >= 1e5 || Math.abs(value) < 1e-3)
    ? value.toExponential(0)
    : String(Number(value.toPrecision(3)));

/** From the least to the largest, with a little room; a logarithmic axis passes over what is not above 0. */
function domainOf(values: number[], scale: "linear" | "log"): Point {
  const all = scale === "log" ? values.filter((value) => value > 0) : values;
  const [least, most] = all.length === 0 ? [0, 1] : [Math.min(...all), Math.max(...all)];
  if (scale === "log") return [least / 1.2, most * 1.2];
  const room = (most - least || Math.abs(most) || 1) * 0.06;
  return [least === 0 ? 0 : least - room, most + room];
}

const scaleOf = (kind: "linear" | "log", domain: Point, range: Point) =>
  kind === "log" ? scaleLog(domain, range) : scaleLinear(domain, range);

interface LinePlotProps {
  panel: Panel;
  /** Only points up to this x are drawn; the axes stay those of the whole. */
  upTo?: number;
  locale: Locale;
}

/** One plot on two axes with its marks, segments and rules. */
export function LinePlot({ panel, upTo = Number.POSITIVE_INFINITY, locale }: LinePlotProps) {
  const { ref, width } = useWidth(686);
  const isNamed = width >= roomForNames && panel.series.length > 1;
  const margin = { top: 18, right: isNamed ? 132 : 18, bottom: 40, left: 58 };
  const points = panel.series.flatMap((series) => series.points.filter(isShown));
  const ends = panel.segments.flatMap(({ from, to }) => [from, to]);
  const xs = [...points, ...ends].map(([x]) => x).concat(panel.marks.map((mark) => mark.x));
  const ys = [...points, ...ends].map(([, y]) => y).concat(panel.marks.map((mark) => mark.y));
  const right = width - margin.right;
  const floor = height - margin.bottom;
  const across = domainOf([...xs, ...panel.rules.map((rule) => rule.x)], panel.xScale);
  const x = scaleOf(panel.xScale, across, [margin.left, right]);
  const y = scaleOf(panel.yScale, domainOf(ys, panel.yScale), [floor, margin.top]);
  // Half a step, or half an epoch, is nothing that could be read off.
  const isCounted = panel.xScale === "linear" && xs.every(Number.isInteger);
  const canShow = ([at, value]: Point) =>
    (panel.xScale === "linear" || at > 0) && (panel.yScale === "linear" || value > 0);
  const drawn = panel.series.map((series) => ({
    series,
    points: series.points.filter(isShown).filter(([at]) => at <= upTo),
  }));
  const named = drawn.flatMap(({ series, points: some }) => {
    const last = some.filter(canShow).at(-1);
    return last ? [{ series, last }] : [];
  });
  const places = placeLabels(
    named.map(({ last }) => y(last[1])),
    18,
    margin.top,
    floor,
  );
  return (
    <div ref={ref} className="line-plot">
      <svg
        className="plot"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={panel.title[locale]}
      >
        {ticksOf(y, panel.yScale, 5).map((tick) => (
          <g key={tick}>
            <path className="gl" d={`M${margin.left} ${y(tick)}H${right}`} />
            <text x={margin.left - 8} y={y(tick) + 4} textAnchor="end">
              {short(tick)}
            </text>
          </g>
        ))}
        {ticksOf(x, panel.xScale, Math.max(3, Math.round(width / 110)))
          .filter((tick) => !isCounted || Number.isInteger(tick))
          .map((tick) => (
            <text key={tick} x={x(tick)} y={floor + 18} textAnchor="middle">
              {short(tick)}
            </text>
          ))}
        <path className="ax" d={`M${margin.left} ${floor}H${right}`} />
        <text className="lab" x={right} y={floor + 35} textAnchor="end">
          {panel.xLabel[locale]}
        </text>
        <text className="lab" x={4} y={11}>
          {panel.yLabel[locale]}
        </text>
        {panel.rules.map((rule, at) => (
          <g key={rule.label.en}>
            <path className="rule" d={`M${x(rule.x)} ${margin.top}V${floor}`} />
            <text
              className="lab"
              x={x(rule.x) + (x(rule.x) > right - 90 ? -4 : 4)}
              y={margin.top + 12 + (at % 2) * 16}
              textAnchor={x(rule.x) > right - 90 ? "end" : "start"}
            >
              {rule.label[locale]}
            </text>
          </g>
        ))}
        {drawn.map(({ series, points: some }) => (
          <SeriesPath
            key={series.id}
            series={series}
            points={some.filter(canShow).map(([at, value]) => [x(at), y(value)])}
          />
        ))}
        {panel.segments
          .filter(({ from, to }) => Math.max(from[0], to[0]) <= upTo || upTo === Number.POSITIVE_INFINITY)
          .map(({ from, to, pen }) => (
            <path
              key={`${from} ${to} ${pen}`}
              className={`segment pen-${pen}`}
              d={`M${x(from[0])} ${y(from[1])}L${x(to[0])} ${y(to[1])}`}
            />
          ))}
        {panel.marks
          .filter((mark) => mark.x <= upTo && canShow([mark.x, mark.y]))
          .map((mark) => (
            <g key={`${mark.label.en} ${mark.x}`}>
              <circle className={`mark pen-${mark.pen}`} cx={x(mark.x)} cy={y(mark.y)} r={6} />
              <text
                className="lab halo"
                x={x(mark.x) + (x(mark.x) > right - 80 ? -10 : 10)}
                y={Math.max(margin.top + 4, y(mark.y) - 9)}
                textAnchor={x(mark.x) > right - 80 ? "end" : "start"}
              >
                {mark.label[locale]}
              </text>
            </g>
          ))}
        {isNamed
          ? named.map(({ series, last }, at) => (
              <g key={series.id}>
                <path
                  className="ax"
                  d={`M${x(last[0])} ${y(last[1])}L${right + 10} ${places[at] ?? 0}`}
                  fill="none"
                  strokeDasharray="1 3"
                />
                {isMethod(series.look) ? (
                  <Marker method={series.look} x={right + 18} y={places[at] ?? 0} />
                ) : null}
                <text className="lab" x={right + (isMethod(series.look) ? 30 : 14)} y={(places[at] ?? 0) + 4}>
                  {series.label[locale]}
                </text>
              </g>
            ))
          : null}
      </svg>
      {isNamed || panel.series.length < 2 ? null : <Legend series={panel.series} locale={locale} />}
    </div>
  );
}

/** A few round numbers; whole powers of ten where the axis has two decades or more. */
function ticksOf(
  scale: { ticks(count: number): number[]; domain(): number[] },
  kind: "linear" | "log",
  count: number,
): number[] {
  if (kind === "linear") return scale.ticks(count);
  const [from = 1, to = 1] = scale.domain();
  const ticks = scale.ticks(count);
  const isWide = to / from >= 100;
  const round = isWide ? ticks.filter((tick) => Math.abs(Math.log10(tick) % 1) < 1e-9) : ticks;
  const every = Math.ceil(round.length / (count + 2));
  return round.filter((_, at) => at % every === 0);
}

function SeriesPath({ series, points }: { series: Series; points: Point[] }) {
  if (series.drawn === "dots") {
    return (
      <g className={classOf(series.look)} style={strokeOf(series.look)}>
        {points.map(([x, y], at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a dot is its place in the series
          <circle key={at} cx={x} cy={y} r={4} />
        ))}
      </g>
    );
  }
  const path = line<Point>();
  const d = (series.drawn === "steps" ? path.curve(curveStepAfter) : path)(points);
  return <path className={classOf(series.look)} style={strokeOf(series.look)} d={d ?? ""} fill="none" />;
}

function Legend({ series, locale }: { series: readonly Series[]; locale: Locale }) {
  return (
    <ul className="legend small muted">
      {series.map((each) => (
        <li key={each.id}>
          <svg width="28" height="14" aria-hidden="true">
            {each.drawn === "dots" ? (
              <SeriesPath series={each} points={[[14, 7]]} />
            ) : (
              <SeriesPath
                series={{ ...each, drawn: "line" }}
                points={[
                  [0, 7],
                  [28, 7],
                ]}
              />
            )}
            {isMethod(each.look) ? <Marker method={each.look} x={14} y={7} /> : null}
          </svg>
          {each.label[locale]}
        </li>
      ))}
    </ul>
  );
}
