import { scaleLinear } from "d3-scale";
import { getWords } from "@/app/_i18n/get-words";
import { percentOf } from "@/lib/core/study/mastery";
import type { CardKind } from "@/lib/core/study/progress/progress";
import type { ReliabilityBin } from "@/lib/core/study/progress/reliability";

/** As wide as a phone leaves it: there the words keep their size. */
const width = 316;
const height = 256;
const margin = { top: 26, right: 16, bottom: 44, left: 46 };
/** The axes reach at least so far down. */
const usualFloor = 0.5;

interface PlotProps {
  series: readonly { kind: CardKind; bins: readonly ReliabilityBin[] }[];
  finding: string;
}

/** Share recalled over chance promised, a point a bin with its range and its number of reviews. */
export async function ReliabilityPlot({ series, finding }: PlotProps) {
  const t = await getWords("progress");
  const bins = series.flatMap((each) => each.bins);
  const low = Math.min(usualFloor, ...bins.map(({ promised, range }) => Math.min(promised, range.low)));
  const floor = Math.floor(low * 10) / 10;
  const x = scaleLinear([floor, 1], [margin.left, width - margin.right]);
  const y = scaleLinear([floor, 1], [height - margin.bottom, margin.top]);
  const at = (value: number): number => Number(value.toFixed(1));
  const bottom = height - margin.bottom;
  const right = width - margin.right;
  return (
    <svg className="plot reliability" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={finding}>
      {y.ticks(5).map((tick) => (
        <g key={tick}>
          <path className="gl" d={`M${margin.left} ${at(y(tick))}H${right}`} />
          <text x={margin.left - 8} y={at(y(tick)) + 4} textAnchor="end">
            {percentOf(tick)}
          </text>
          <text x={at(x(tick))} y={bottom + 18} textAnchor="middle">
            {percentOf(tick)}
          </text>
        </g>
      ))}
      <path className="ax" d={`M${margin.left} ${bottom}H${right}`} />
      <text className="lab" x={4} y={12}>
        {t("axisSeen")} (%)
      </text>
      <text className="lab" x={right} y={height - 6} textAnchor="end">
        {t("axisPromised")} (%)
      </text>
      <path className="as-promised" d={`M${x(floor)} ${y(floor)}L${x(1)} ${y(1)}`} />
      <text className="lab halo" x={at(x(floor)) + 34} y={at(y(floor)) - 7}>
        {t("asPromised")}
      </text>
      {series.map(({ kind, bins: some }) =>
        some.map(({ from, promised, seen, range }) => (
          <g key={`${kind} ${from}`}>
            <path
              className={`promise-range ${kind}`}
              d={`M${at(x(promised))} ${at(y(range.low))}V${at(y(range.high))}`}
            />
            <circle className={`promise-dot ${kind}`} cx={at(x(promised))} cy={at(y(seen))} r="5" />
          </g>
        )),
      )}
      {series.map(({ kind, bins: some }) =>
        some.map(({ from, promised, seen, reviews }) => (
          <text
            key={`${kind} ${from}`}
            className="halo"
            x={at(x(promised)) + (kind === "notes" ? 9 : -9)}
            y={at(y(seen)) + 4}
            textAnchor={kind === "notes" ? "start" : "end"}
          >
            {reviews}
          </text>
        )),
      )}
    </svg>
  );
}
