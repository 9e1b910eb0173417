"use client";
import { panelAt } from "@/lib/core/questions/panel-at";
import type { Panel } from "@/lib/core/questions/scenes/lines";
import type { Locale } from "@/lib/core/text";
import { frameOf, type PlotFrame } from "./plot-frame";
import { fitBeside, Legend, PlotNames } from "./plot-names";
import { SeriesShape } from "./series-shape";
import { useWidth } from "./use-width";
import "./lines.css";

/** Narrower than this the names stand under the plot instead of at the ends of the lines. */
const roomForNames = 520;

const short = (value: number) =>
  value !== 0 && (Math.abs(value) >= 1e5 || Math.abs(value) < 1e-3)
    ? value.toExponential(0)
    : String(Number(value.toPrecision(3)));

interface LinePlotProps {
  panel: Panel;
  /** Only what has come by this stop is drawn; the axes stay those of the whole. */
  stop?: number;
  /** What the picture shows, in words; its title where nothing else is said. */
  label?: string;
  /** A thumbnail among others. */
  isSmall?: boolean;
  locale: Locale;
}

/** One plot on two axes with its marks, segments and rules. */
export function LinePlot({ panel, stop, label, isSmall = false, locale }: LinePlotProps) {
  const { ref, width } = useWidth(isSmall ? 204 : 686, isSmall ? 180 : 300);
  const hasNames = panel.series.length > 1;
  const isNamed = width >= roomForNames && hasNames && fitBeside(panel.series, locale);
  const frame = frameOf(panel, { width, isNamed, isSmall });
  const seen = stop === undefined ? panel : panelAt(panel, stop);
  const { height } = frame;
  return (
    <div ref={ref} className="line-plot">
      <svg
        className="plot"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={label ?? panel.title[locale]}
      >
        <Axes panel={panel} frame={frame} locale={locale} />
        {seen.series.map((series) => (
          <SeriesShape key={series.id} series={series} frame={frame} />
        ))}
        {seen.segments.map(({ from, to, pen }) => (
          <path
            key={`${from} ${to} ${pen}`}
            className={`segment pen-${pen}`}
            d={`M${frame.x(from[0])} ${frame.y(from[1])}L${frame.x(to[0])} ${frame.y(to[1])}`}
          />
        ))}
        {seen.marks
          .filter(({ x, y }) => frame.canShow([x, y]))
          .map((mark) => (
            <Mark key={`${mark.label.en} ${mark.x}`} mark={mark} frame={frame} locale={locale} />
          ))}
        {isNamed ? <PlotNames series={seen.series} frame={frame} locale={locale} /> : null}
      </svg>
      {isNamed || !hasNames ? null : (
        <Legend
          series={panel.series.filter((each, at) => !each.seen || seen.series[at]?.points.length)}
          locale={locale}
        />
      )}
    </div>
  );
}

function Axes({ panel, frame, locale }: { panel: Panel; frame: PlotFrame; locale: Locale }) {
  const { x, y, left, right, top, floor } = frame;
  return (
    <>
      {frame.yTicks.map((tick) => (
        <g key={tick}>
          <path className="gl" d={`M${left} ${y(tick)}H${right}`} />
          <text x={left - 8} y={y(tick) + 4} textAnchor="end">
            {short(tick)}
          </text>
        </g>
      ))}
      {frame.xTicks.map((tick) => (
        <text key={tick} x={x(tick)} y={floor + 18} textAnchor="middle">
          {short(tick)}
        </text>
      ))}
      <path className="ax" d={`M${left} ${floor}H${right}`} />
      <text className="lab" x={right} y={floor + 35} textAnchor="end">
        {panel.xLabel[locale]}
      </text>
      <text className="lab" x={4} y={11}>
        {panel.yLabel[locale]}
      </text>
      {panel.rules.map((rule, at) => {
        const isAtEnd = x(rule.x) > right - 90;
        return (
          <g key={rule.label.en}>
            <path className="rule" d={`M${x(rule.x)} ${top}V${floor}`} />
            <text
              className="lab"
              x={x(rule.x) + (isAtEnd ? -4 : 4)}
              y={top + 12 + (at % 2) * 16}
              textAnchor={isAtEnd ? "end" : "start"}
            >
              {rule.label[locale]}
            </text>
          </g>
        );
      })}
    </>
  );
}

function Mark({ mark, frame, locale }: { mark: Panel["marks"][number]; frame: PlotFrame; locale: Locale }) {
  const [x, y] = [frame.x(mark.x), frame.y(mark.y)];
  const isAtEnd = x > frame.right - 80;
  return (
    <g>
      <circle className={`mark pen-${mark.pen}`} cx={x} cy={y} r={6} />
      <text
        className="lab halo"
        x={x + (isAtEnd ? -10 : 10)}
        y={Math.max(frame.top + 4, y - 9)}
        textAnchor={isAtEnd ? "end" : "start"}
      >
        {mark.label[locale]}
      </text>
    </g>
  );
}
