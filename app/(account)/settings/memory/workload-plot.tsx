"use client";
import { scaleLinear } from "d3-scale";
import { curveMonotoneX, line } from "d3-shape";
import { useWords } from "@/app/_i18n/words-provider";
import { minutesText, percentText } from "./figures";
import type { WorkloadPoint } from "./workload-at";

const width = 344;
const height = 190;
const margin = { top: 26, right: 22, bottom: 26, left: 40 };

/** Minutes a day by desired recall, with the chosen one marked. */
export function WorkloadPlot({ points, chosen }: { points: WorkloadPoint[]; chosen: WorkloadPoint }) {
  const t = useWords("memory");
  const minutes = points.map(({ minutesPerDay }) => minutesPerDay);
  const x = scaleLinear([0.7, 0.99], [margin.left, width - margin.right]);
  const y = scaleLinear([0, Math.max(1, ...minutes)], [height - margin.bottom, margin.top]).nice(4);
  const draw = line<WorkloadPoint>()
    .x(({ retention }) => Number(x(retention).toFixed(1)))
    .y(({ minutesPerDay }) => Number(y(minutesPerDay).toFixed(1)))
    .curve(curveMonotoneX);
  const finding = t("plot", { least: minutesText(minutes[0] ?? 0), most: minutesText(minutes.at(-1) ?? 0) });
  const at = [x(chosen.retention), y(chosen.minutesPerDay)] as const;
  const isRight = chosen.retention > 0.9;
  return (
    <svg className="plot workload" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={finding}>
      <text className="lab" x={4} y={12}>
        {t("axisMinutes")}
      </text>
      {y.ticks(4).map((tick) => (
        <g key={tick}>
          <path className="gl" d={`M${margin.left} ${y(tick)}H${width - margin.right}`} />
          <text x={margin.left - 8} y={y(tick) + 4} textAnchor="end">
            {tick}
          </text>
        </g>
      ))}
      <path className="ax" d={`M${margin.left} ${height - margin.bottom}H${width - margin.right}`} />
      {[0.7, 0.8, 0.9, 0.99].map((tick) => (
        <text key={tick} x={x(tick)} y={height - 8} textAnchor="middle">
          {percentText(tick)}
        </text>
      ))}
      <path className="line" d={draw(points) ?? ""} />
      <path className="due-line" d={`M${at[0]} ${at[1]}V${height - margin.bottom}`} />
      <circle className="due-point" cx={at[0]} cy={at[1]} r="5" />
      <text
        className="lab halo"
        x={at[0] + (isRight ? -9 : 9)}
        y={at[1] - 9}
        textAnchor={isRight ? "end" : "start"}
      >
        {minutesText(chosen.minutesPerDay)}
      </text>
    </svg>
  );
}
