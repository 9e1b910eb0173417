import { formatDay } from "@/app/_i18n/format-day";
import { getWords } from "@/app/_i18n/get-words";
import { LinkButton } from "@/app/_ui/link-button";
import type { Locale } from "@/lib/core/text";
import type { Today } from "@/lib/server/study/open-today";
import { StartButton } from "./start-button";

/** A session for whoever has little time. */
const shortMinutes = 5;
/** More cells than this say nothing more; the rest is a number. */
const mostCells = 60;

export interface When {
  locale: Locale;
  zone: string;
}

/** The one job of the day: how many, which kinds, how long, and the button that starts. */
export async function DueCards({ today, when, dayAt }: { today: Today; when: When; dayAt: number }) {
  const t = await getWords("today");
  const { review, learning, new: fresh } = today.counts;
  const kinds = [
    { kind: "k-rev", count: review, label: t("review") },
    { kind: "k-re", count: learning, label: t("learning") },
    { kind: "k-new", count: fresh, label: t("fresh") },
  ].filter(({ count }) => count > 0);
  const cells = kinds.flatMap(({ kind, count }) =>
    Array.from({ length: count }, (_, index) => ({ kind, index })),
  );
  const total = today.dueTotal;
  return (
    <section className="hero graph" aria-labelledby="due">
      <div className="hero-top">
        <div className="due" aria-hidden="true">
          {total}
        </div>
        <div>
          <p className="small soft">{formatDay(dayAt, when.locale, when.zone, "long")}</p>
          <h1 id="due">
            <span className="vh">{t("dueSpoken", { count: total })}</span>
            <span aria-hidden="true">{t("due", { count: total })}</span>
          </h1>
          <p className="soft small">{t("minutes", { minutes: today.estimatedMinutes })}</p>
        </div>
      </div>
      <div className="sheet" role="img" aria-label={t("sheet", { review, learning, fresh })}>
        {cells.slice(0, mostCells).map(({ kind, index }) => (
          <i key={`${kind} ${index}`} className={kind} />
        ))}
      </div>
      <p className="legend">
        {kinds.map(({ kind, count, label }) => (
          <span key={kind}>
            <i className={kind} />
            {label} <b className="num">{count}</b>
          </span>
        ))}
      </p>
      {total > mostCells && (
        <p className="cap">{t("beyond", { shown: mostCells, rest: total - mostCells })}</p>
      )}
      <div className="hero-act">
        <StartButton label={t("start")} />
        {today.estimatedMinutes > shortMinutes ? (
          // Fetched ahead, its end would be counted from then.
          <LinkButton look="quiet" size="large" href={`/review?minutes=${shortMinutes}`} prefetch={false}>
            {t("short", { minutes: shortMinutes })}
          </LinkButton>
        ) : null}
      </div>
    </section>
  );
}
