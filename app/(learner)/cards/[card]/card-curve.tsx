import { scaleLinear } from "d3-scale";
import { curveMonotoneX, line } from "d3-shape";
import { formatDay } from "@/app/_i18n/format-day";
import { getWords } from "@/app/_i18n/get-words";
import type { Locale } from "@/lib/core/text";
import type { Curve, CurvePoint } from "./curve-points";

const width = 344;
const height = 190;
const margin = { top: 22, right: 12, bottom: 26, left: 48 };
const rowsInTable = 6;

const percent = (chance: number): string => `${Math.round(chance * 100)}%`;

/** The curve with the day it is due on and the place of now, the finding in words, and the numbers on request. */
export async function CardCurve({ curve, locale, zone }: { curve: Curve; locale: Locale; zone: string }) {
  const t = await getWords("cards");
  const parts = await getWords("parts");
  const { points, now, due } = curve;
  const end = points.at(-1) ?? due;
  const low = Math.floor(Math.min(end.chance, now.chance) * 10) / 10;
  const floor = Math.min(0.8, low);
  const x = scaleLinear([0, end.day], [margin.left, width - margin.right]);
  const y = scaleLinear([floor, 1], [height - margin.bottom, margin.top]);
  const draw = line<CurvePoint>()
    .x(({ day }) => Number(x(day).toFixed(1)))
    .y(({ chance }) => Number(y(chance).toFixed(1)))
    .curve(curveMonotoneX);
  const dayOf = ({ at }: CurvePoint) => formatDay(at, locale, zone);
  const finding = t("curveFinding", {
    now: percent(now.chance),
    day: dayOf(due),
    due: percent(due.chance),
    end: dayOf(end),
    last: percent(end.chance),
  });
  const every = Math.max(1, Math.ceil((points.length - 1) / rowsInTable));
  const rows = points.filter((_, index) => index % every === 0);
  return (
    <>
      <svg className="plot card-curve" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={finding}>
        {[floor, 0.9, 1].map((chance) => (
          <g key={chance}>
            <path className="gl" d={`M${margin.left} ${y(chance)}H${width - margin.right}`} />
            <text x={margin.left - 10} y={y(chance) + 4} textAnchor="end">
              {percent(chance)}
            </text>
          </g>
        ))}
        <path className="ax" d={`M${margin.left} ${height - margin.bottom}H${width - margin.right}`} />
        {x.ticks(4).map((day) => (
          <text key={day} x={x(day)} y={height - 8} textAnchor="middle">
            {day}
          </text>
        ))}
        <path className="line" d={draw(points) ?? ""} />
        <path className="due-line" d={`M${x(due.day)} ${y(due.chance)}V${height - margin.bottom}`} />
        <circle className="due-point" cx={x(due.day)} cy={y(due.chance)} r="5" />
        <rect className="now-point" x={x(now.day) - 5} y={y(now.chance) - 5} width="10" height="10" rx="2" />
        <text className="lab" x={x(due.day) + 8} y={height - margin.bottom - 8}>
          {t("curveDue")}
        </text>
        <text className="lab" x={x(now.day) + 9} y={y(now.chance) - 8}>
          {t("curveNow")}
        </text>
      </svg>
      <p className="cap">{finding}</p>
      <details className="twin">
        <summary>{parts("table")}</summary>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t("day")}</th>
              <th scope="col" className="r">
                {t("recall")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((point) => (
              <tr key={point.day}>
                <td>{dayOf(point)}</td>
                <td className="r num">{percent(point.chance)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
