import { formatDay, formatTime } from "@/app/_i18n/format-day";
import { getWords } from "@/app/_i18n/get-words";
import { IntervalText } from "@/app/_ui/interval";
import type { Locale } from "@/lib/core/text";
import type { PastReview } from "@/lib/server/cards/open-card";

interface HistoryProps {
  history: readonly PastReview[];
  locale: Locale;
  zone: string;
}

/** The card's log, newest first; a review taken back stays in it with its mark. */
export async function CardHistory({ history, locale, zone }: HistoryProps) {
  const t = await getWords("cards");
  const parts = await getWords("parts");
  const hasVerdicts = history.some(({ verdict }) => verdict === "right" || verdict === "wrong");
  const seconds = (takenMs: number) => ({ unit: "seconds" as const, amount: Math.max(1, takenMs / 1_000) });
  return (
    <section className="card pad history" aria-labelledby="history">
      <h2 id="history">{t("history")}</h2>
      {history.length === 0 ? (
        <p className="soft">{t("noHistory")}</p>
      ) : (
        <table className="table" aria-labelledby="history">
          <thead>
            <tr>
              <th scope="col">{t("when")}</th>
              <th scope="col">{t("grade")}</th>
              <th scope="col" className="r">
                {t("interval")}
              </th>
              <th scope="col" className="r">
                {t("taken")}
              </th>
              {hasVerdicts && <th scope="col">{t("verdict")}</th>}
            </tr>
          </thead>
          <tbody>
            {history.map(({ id, at, grade, interval, takenMs, verdict, isUndone, isPractice }) => (
              <tr key={id} className={isUndone ? "undone" : undefined}>
                <td>
                  {formatDay(at, locale, zone)} <span className="num small">{formatTime(at, zone)}</span>
                </td>
                <td>
                  <span className="grade-word">{parts(grade)}</span>
                  {isPractice && <span className="tag">{t("practised")}</span>}
                  {isUndone && <span className="tag">{t("undone")}</span>}
                </td>
                <td className="r">
                  <IntervalText interval={interval} />
                </td>
                <td className="r">
                  <IntervalText interval={seconds(takenMs)} />
                </td>
                {hasVerdicts && <td>{verdict === "right" || verdict === "wrong" ? t(verdict) : "–"}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
