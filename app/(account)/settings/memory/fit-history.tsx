import { formatDay } from "@/app/_i18n/format-day";
import { getWords } from "@/app/_i18n/get-words";
import type { Locale } from "@/lib/core/text";
import type { PastFit } from "@/lib/server/fit/open-memory";
import { lossText } from "./figures";

/** Every fit so far with what became of it, newest first. */
export async function FitHistory({ fits, locale, zone }: { fits: PastFit[]; locale: Locale; zone: string }) {
  const t = await getWords("memory");
  if (fits.length === 0) return null;
  return (
    <div className="card pad">
      <h3>{t("history")}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by key */}
      <section className="numbers-table" aria-label={t("history")} tabIndex={0}>
        <table className="table fit-history">
          <thead>
            <tr>
              <th scope="col">{t("when")}</th>
              <th scope="col">{t("which")}</th>
              <th scope="col" className="r">
                {t("reviews")}
              </th>
              <th scope="col" className="r">
                {t("change")}
              </th>
              <th scope="col">{t("outcome")}</th>
            </tr>
          </thead>
          <tbody>
            {fits.map(({ id, at, kind, reviews, lossBefore, lossAfter, outcome }) => (
              <tr key={id}>
                <td>{formatDay(at, locale, zone)}</td>
                <td>{t(`kind-${kind}`)}</td>
                <td className="r num">{reviews.toLocaleString(locale)}</td>
                <td className="r num">
                  {lossText(lossBefore)} → {lossText(lossAfter)}
                </td>
                <td>{t(`outcome-${outcome}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="cap">{t("lossNote")}</p>
    </div>
  );
}
