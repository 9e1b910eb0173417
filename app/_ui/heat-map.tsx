import { formatTick } from "@/app/_i18n/format-day";
import { getWords } from "@/app/_i18n/get-words";
import type { HeatMap } from "@/lib/core/study/progress/heat-map";
import { dayMs, type StudyDay } from "@/lib/core/study-day";
import type { Locale } from "@/lib/core/text";
import { dayName } from "../_i18n/day-name";
import "./styles/heat-map.css";

/** Every other weekday is named, so that the names have room. */
const namedRows = [0, 2, 4];

/** Days as cells, darker where more was answered; a day of rest is an empty cell and no more. */
export async function Heat({ heat, today, locale }: { heat: HeatMap; today: StudyDay; locale: Locale }) {
  const t = await getWords("progress");
  const { weeks, step, studied, reviews, fullest } = heat;
  const finding = fullest
    ? t("daysFinding", {
        weeks: weeks.length,
        studied,
        reviews,
        day: dayName(fullest.day, locale),
        most: fullest.reviews,
      })
    : t("daysNone", { weeks: weeks.length });
  const levels = [
    "0",
    span(1, step),
    span(step + 1, step * 2),
    span(step * 2 + 1, step * 3),
    `${step * 3 + 1}+`,
  ];
  const monday = (weeks[0]?.[0]?.day ?? today) as number;
  return (
    <>
      <div
        className="heat-map"
        style={{ gridTemplateColumns: `auto repeat(${weeks.length}, minmax(0, 1fr))` }}
        role="img"
        aria-label={finding}
      >
        {monthsOver(weeks, locale).map(({ column, name }) => (
          <span key={column} className="heat-month" style={{ gridColumn: column + 2 }}>
            {name}
          </span>
        ))}
        {namedRows.map((row) => (
          <span key={row} className="heat-weekday" style={{ gridRow: row + 2 }}>
            {formatTick((monday + row) * dayMs, locale, "UTC").weekday}
          </span>
        ))}
        {weeks.flatMap((week, column) =>
          week.map(({ day, reviews: count, level }, row) => (
            <i
              key={day}
              className={day === today ? `heat-${level} now` : `heat-${level}`}
              style={{ gridArea: `${row + 2} / ${column + 2}` }}
              title={t("dayReviews", { day: dayName(day, locale), count })}
            />
          )),
        )}
      </div>
      <p className="heat-legend">
        <span>{t("legend")}</span>
        {levels.map((name, level) => (
          <span key={name}>
            <i className={`heat-${level}`} />
            <b className="num">{name}</b>
          </span>
        ))}
        <span>
          <i className="now" />
          {t("today")}
        </span>
      </p>
      <p className="told">{finding}</p>
    </>
  );
}

const span = (from: number, to: number): string => (from === to ? String(from) : `${from}–${to}`);

/** The name of each month over the week that holds its first day; the name of a month cut off at the edge is left out. */
function monthsOver(weeks: HeatMap["weeks"], locale: Locale): { column: number; name: string }[] {
  const month = new Intl.DateTimeFormat(locale === "ko" ? "ko-KR" : "en-US", {
    timeZone: "UTC",
    month: "short",
  });
  return weeks.flatMap((week, column) => {
    const first = week.find(({ day }) => new Date(day * dayMs).getUTCDate() === 1);
    return first ? [{ column, name: month.format(first.day * dayMs) }] : [];
  });
}
