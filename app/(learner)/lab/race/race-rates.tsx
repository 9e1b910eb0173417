"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { LinePlot } from "@/app/_stage/line-plot";
import { LineTable } from "@/app/_stage/line-table";
import { Marker } from "@/app/_stage/markers";
import type { RaceLane } from "@/lib/core/compute/race-program";
import type { RaceLab } from "@/lib/core/lab/race-lab";
import { findingOfRates, methodOf, nameOf, panelOfRates, ratesOfRace } from "@/lib/core/lab/race-outcome";
import type { Locale } from "@/lib/core/text";

/** What each optimizer really multiplies the gradient by, step by step on two logarithmic axes, and what is left of it. */
export function RaceRates({ lab, lanes, locale }: { lab: RaceLab; lanes: RaceLane[]; locale: Locale }) {
  const t = useWords("lab");
  const rates = ratesOfRace(lab, lanes);
  const panel = panelOfRates(lab, rates);
  const from = Math.max(1, Math.round(lab.steps / 10));
  return (
    <div className="race-rates-grid">
      <div>
        <h2>{panel.title[locale]}</h2>
        <LinePlot panel={panel} locale={locale} />
        <p className="finding">{findingOfRates(lab, rates)[locale]}</p>
        <LineTable panel={panel} locale={locale} />
      </div>
      <table className="table">
        <caption className="small muted">{t("keptAbout", { from, to: lab.steps })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("optimizer")}</th>
            <th scope="col" className="r">
              {t("kept")}
            </th>
            <th scope="col">{t("judged")}</th>
          </tr>
        </thead>
        <tbody>
          {rates.map(({ rule, kept, isKept }) => (
            <tr key={rule}>
              <th scope="row">
                <span className="race-name">
                  <svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true">
                    <Marker method={methodOf(rule)} x={0} y={0} />
                  </svg>
                  {nameOf[rule][locale]}
                </span>
              </th>
              <td className="r num">{kept === null ? "–" : `×${kept.toFixed(2)}`}</td>
              <td>
                {kept === null ? null : isKept ? (
                  <span className="tag tag-pine">{t("keeps")}</span>
                ) : (
                  <span className="tag tag-red">{t("decays")}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
