import Link from "next/link";
import { getLocale } from "@/app/_i18n/get-locale";
import { getWords } from "@/app/_i18n/get-words";
import { ChartNumbers } from "@/app/_ui/chart-numbers";
import { conceptAddress } from "@/app/_ui/concept-address";
import { ConceptRows } from "@/app/_ui/concept-rows";
import { Heat } from "@/app/_ui/heat-map";
import { percentOf } from "@/lib/core/study/mastery";
import { daysTable } from "@/lib/core/study/progress/chart-table";
import { heatMap, shownWeeks } from "@/lib/core/study/progress/heat-map";
import type { StudyRecord } from "@/lib/server/study/open-record";

interface RecordProps {
  record: Promise<StudyRecord>;
}

/** Days studied, how long they go on, and what stays; silent about days missed. */
export async function StudiedDays({ record }: RecordProps) {
  const [t, locale, { days, today, streak, recent, cards }] = await Promise.all([
    getWords("today"),
    getLocale(),
    record,
  ]);
  if (days.length === 0) return null;
  const heat = (weeks: number) => <Heat heat={heatMap(days, today, weeks)} today={today} locale={locale} />;
  return (
    <section className="card pad studied" aria-labelledby="studied">
      <div className="head">
        <h2 id="studied">{streak.days > 1 ? t("run", { days: streak.days }) : t("noRun")}</h2>
        {streak.days > 1 ? <p className="small muted">{t("rests", { rests: streak.restsLeft })}</p> : null}
      </div>
      <div className="studied-cols">
        <div>
          <div className="only-wide">{heat(shownWeeks.wide)}</div>
          <div className="only-narrow">{heat(shownWeeks.narrow)}</div>
        </div>
        <dl className="figures">
          {recent.asked === 0 ? null : (
            <div>
              <dt>{t("recall", { days: recent.days })}</dt>
              <dd>
                <b className="num figure">{percentOf(recent.recalled / recent.asked)}</b>%
                <span className="cap">{t("recallOf", { count: recent.asked })}</span>
              </dd>
            </div>
          )}
          <div>
            <dt>{t("known")}</dt>
            <dd>
              <b className="num figure">{cards.known}</b>
              <span className="num">/{cards.all}</span>
            </dd>
          </div>
        </dl>
      </div>
      <div className="studied-end">
        <ChartNumbers chart="days" title={t("noRun")} table={daysTable({ days, today })} locale={locale} />
        <Link href="/progress">{t("toProgress")}</Link>
      </div>
    </section>
  );
}

/** The concepts that a next quarter of an hour helps most. */
export async function WeakestConcepts({ record }: RecordProps) {
  const [t, { weakest, isOneCourse }] = await Promise.all([getWords("today"), record]);
  if (weakest.length === 0) return null;
  return (
    <section className="card pad weakest" aria-labelledby="weakest">
      <h2 id="weakest">{t("weakest")}</h2>
      <ConceptRows
        concepts={weakest.map(({ courseId, id, name, mastery, family }) => ({
          name,
          mastery,
          href: family ? `/practice/${family}` : conceptAddress(id, isOneCourse ? null : courseId),
        }))}
      />
      <p className="cap">{t("weakestAbout")}</p>
    </section>
  );
}
