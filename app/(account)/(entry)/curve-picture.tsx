import { getWords } from "@/app/_i18n/get-words";
import { forgettingCurve, frame, x, y } from "./forgetting-curve";

export async function CurvePicture() {
  const t = await getWords("account");
  const { meetings, never } = forgettingCurve();
  const days = meetings
    .slice(1)
    .map(({ day }) => day)
    .join(", ");
  const last = meetings.length - 1;
  return (
    <figure className="curve">
      <svg className="plot" viewBox="0 -10 648 322" role="img" aria-label={t("curve", { days })}>
        <path className="gl" d={`M0 ${y(0.9)}H640`} />
        <text x="0" y={y(0.9) - 6}>
          90%
        </text>
        <path className="never" d={never.path} />
        {meetings.map(({ day, path, end }, index) => (
          <g key={day}>
            <path className="met" d={path} />
            {index < last && (
              <path className="again" d={`M${x(meetings[index + 1]?.day ?? 0)} ${y(end)}V24`} />
            )}
            <rect
              className={index === last ? "here" : "cell-met"}
              x={x(day) - 8}
              y="16"
              width="16"
              height="16"
              rx="3"
            />
            <text
              className="lab"
              x={index === 0 ? 0 : x(day)}
              y="4"
              textAnchor={index === 0 ? "start" : "middle"}
            >
              {index === 0 ? t("curveFirst") : t("curveDay", { day })}
            </text>
          </g>
        ))}
        <text className="lab" x={frame.width} y={y(never.end) + 22} textAnchor="end">
          {t("curveNever")} <tspan className="num">{Math.round(never.end * 100)}%</tspan>
        </text>
        <text className="lab lab-met" x={frame.width} y={y(0.9) + 20} textAnchor="end">
          {t("curveAfter")}
        </text>
        <path className="ax" d="M0 300H640" />
      </svg>
      <figcaption className="cap">{t("curveNote")}</figcaption>
    </figure>
  );
}
