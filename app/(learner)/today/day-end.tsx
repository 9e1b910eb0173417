import { formatDay, formatTime } from "@/app/_i18n/format-day";
import { getWords } from "@/app/_i18n/get-words";
import { Button } from "@/app/_ui/button";
import { LinkButton } from "@/app/_ui/link-button";
import type { Today } from "@/lib/server/study/open-today";
import { studyMore } from "./actions";
import type { When } from "./due-cards";
import type { ForecastDay } from "./forecast";

const soonMs = 3 * 60 * 60 * 1_000;

function More({ kind, label }: { kind: "new" | "reviews"; label: string }) {
  return (
    <form action={studyMore}>
      <input type="hidden" name="kind" value={kind} />
      <Button type="submit">{label}</Button>
    </form>
  );
}

/** Nothing is due: one sentence, and what waits. */
export async function DayEnd(props: { today: Today; when: When; now: number; days: readonly ForecastDay[] }) {
  const { today, now, days } = props;
  const { locale, zone } = props.when;
  const t = await getWords("today");
  const next = days.findIndex(({ cards }, ahead) => ahead > 0 && cards > 0);
  const nextDay = days[next];
  const waits = (): string => {
    if (today.nextAt !== null && today.nextAt - now < soonMs && today.nextAt < (days[1]?.at ?? 0)) {
      return t("endSoon", { time: formatTime(today.nextAt, zone) });
    }
    if (next === 1 && nextDay) return t("endTomorrow", { count: nextDay.cards });
    if (today.nextAt !== null && today.nextAt === days[1]?.at) return t("endFresh");
    if (nextDay) return t("endNext", { count: nextDay.cards, day: formatDay(nextDay.at, locale, zone) });
    return t("endNothing", { days: days.length });
  };
  return (
    <section className="hero graph" aria-labelledby="end">
      <p className="small soft">{formatDay(days[0]?.at ?? now, locale, zone, "long")}</p>
      <h1 id="end">{t("endTitle")}</h1>
      <p className="end">{waits()}</p>
      <div className="hero-act">
        {today.backlog.left > 0 ? <More kind="reviews" label={t("moreReviews")} /> : null}
        {today.hasMoreNew ? <More kind="new" label={t("moreNew")} /> : null}
        <LinkButton href="/settings">{t("endSettings")}</LinkButton>
      </div>
    </section>
  );
}
