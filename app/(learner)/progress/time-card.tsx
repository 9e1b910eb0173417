import { dayName } from "@/app/_i18n/day-name";
import { getWords } from "@/app/_i18n/get-words";
import { weekdayOf } from "@/lib/core/study/progress/heat-map";
import { dayMs, type StudyDay } from "@/lib/core/study-day";
import { Bars } from "./bars";
import { type CardProps, ChartCard } from "./chart-card";

const minutes = (ms: number): string => (ms / 60_000).toFixed(ms < 600_000 ? 1 : 0);

/** Minutes a day as bars; Mondays carry their date. */
export async function TimeCard({ progress, locale }: CardProps) {
  const t = await getWords("progress");
  const { days, takenMs, perReview, fullest } = progress.time;
  const shared = { days: days.length };
  if (perReview === null || fullest === null)
    return (
      <ChartCard chart="time" progress={progress} locale={locale} hasNumbers={false}>
        <p className="soft">{t("timeNone", shared)}</p>
      </ChartCard>
    );
  const finding = t("timeFinding", {
    ...shared,
    minutes: minutes(takenMs),
    seconds: (perReview / 1_000).toFixed(1),
    day: dayName(fullest.day, locale),
    most: minutes(fullest.takenMs),
  });
  const dateOf = (day: number) => {
    const date = new Date(day * dayMs);
    return `${date.getUTCMonth() + 1}/${date.getUTCDate()}`;
  };
  // A date just before today would run into its name.
  const hasDate = (day: StudyDay) => weekdayOf(day) === 0 && day < progress.today - 4;
  const bars = days.map(({ day, takenMs: value }) => ({
    key: day,
    value,
    top: day === fullest.day ? minutes(value) : undefined,
    tick: day === progress.today ? t("today") : hasDate(day) ? dateOf(day) : undefined,
    isNow: day === progress.today,
  }));
  return (
    <ChartCard chart="time" progress={progress} locale={locale} unit={t("timeUnit", shared)} hasNumbers>
      <Bars bars={bars} finding={finding} gap={3} />
      <p className="told">{finding}</p>
      <p className="cap">{t("timeNote")}</p>
    </ChartCard>
  );
}
