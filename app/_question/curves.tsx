"use client";
import { scaleLinear, scaleLog } from "d3-scale";
import { line } from "d3-shape";
import type { Figure } from "@/lib/core/questions/figure";
import type { Locale } from "@/lib/core/text";

const [width, height] = [340, 210];
const margin = { top: 12, right: 16, bottom: 34, left: 52 };
const dashes = ["", "6 4", "2 4", "8 3 2 3", "1 3"];

/** Curves that a question asks about, with their numbers as a table on request. */
export function Curves({ figure, locale }: { figure: Extract<Figure, { kind: "curves" }>; locale: Locale }) {
  const all = figure.series.flatMap(({ points }) => points);
  const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)];
  const x = scaleLinear([Math.min(...xs), Math.max(...xs)], [margin.left, width - margin.right]);
  const range = [height - margin.bottom, margin.top];
  const y =
    figure.yScale === "log"
      ? scaleLog([Math.min(...ys), Math.max(...ys)], range)
      : scaleLinear([Math.min(0, ...ys), Math.max(...ys) * 1.05], range);
  const path = line<[number, number]>()
    .x(([at]) => x(at))
    .y(([, value]) => y(value));
  const shown = (value: number) => String(Number(value.toPrecision(2)));
  return (
    <>
      <svg
        className="plot curves"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={figure.label[locale]}
      >
        {y.ticks(4).map((tick) => (
          <g key={tick}>
            <path className="gl" d={`M${margin.left} ${y(tick)}H${width - margin.right}`} />
            <text x={margin.left - 8} y={y(tick) + 4} textAnchor="end">
              {shown(tick)}
            </text>
          </g>
        ))}
        {x.ticks(5).map((tick) => (
          <text key={tick} x={x(tick)} y={height - margin.bottom + 18} textAnchor="middle">
            {tick}
          </text>
        ))}
        <path className="ax" d={`M${margin.left} ${height - margin.bottom}H${width - margin.right}`} />
        {figure.series.map(({ label, points }, at) => (
          <path
            key={label.en}
            d={path(points) ?? ""}
            fill="none"
            stroke="var(--c-pine)"
            strokeWidth={2}
            strokeDasharray={dashes[at % dashes.length]}
          />
        ))}
      </svg>
      <ul className="small muted legend">
        {figure.series.map(({ label }, at) => (
          <li key={label.en}>
            <svg width="26" height="8" aria-hidden="true">
              <path
                d="M0 4H26"
                stroke="var(--c-pine)"
                strokeWidth={2}
                strokeDasharray={dashes[at % dashes.length]}
              />
            </svg>
            {label[locale]}
          </li>
        ))}
      </ul>
      <details className="small">
        <summary>
          {figure.xLabel[locale]} · {figure.yLabel[locale]}
        </summary>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{figure.xLabel[locale]}</th>
              {figure.series.map(({ label }) => (
                <th scope="col" key={label.en}>
                  {label[locale]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(figure.series[0]?.points ?? []).map(([at], index) => (
              <tr key={at}>
                <th scope="row">{at}</th>
                {figure.series.map(({ label, points }) => (
                  <td className="num" key={label.en}>
                    {String(Number((points[index]?.[1] ?? Number.NaN).toPrecision(4)))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
