"use client";
import { useRef } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { LinePlot } from "@/app/_stage/line-plot";
import { LineTable } from "@/app/_stage/line-table";
import { Marker } from "@/app/_stage/markers";
import type { RaceLane } from "@/lib/core/compute/race-program";
import { comparedFrom, type RaceLab } from "@/lib/core/lab/race-lab";
import {
  findingOfRates,
  methodOf,
  nameOf,
  numbersOfRates,
  panelOfRates,
  ratesOfRace,
} from "@/lib/core/lab/race-outcome";
import { rowsAsCsv } from "@/lib/core/rows-as-csv";
import type { Locale } from "@/lib/core/text";
import { LabExports } from "../lab-exports";

/** What each optimizer really multiplies the gradient by, step by step on two logarithmic axes, and what is left of it. */
export function RaceRates({ lab, lanes, locale }: { lab: RaceLab; lanes: RaceLane[]; locale: Locale }) {
  const t = useWords("lab");
  const picture = useRef<HTMLDivElement>(null);
  const rates = ratesOfRace(lab, lanes);
  const panel = panelOfRates(lab, rates);
  return (
    <div className="race-rates-grid">
      <div>
        <div ref={picture}>
          <div className="race-rates-head">
            <h2>{panel.title[locale]}</h2>
            <p className="small muted">{t("logLogNoise", { noise: lab.longNoise })}</p>
          </div>
          <LinePlot panel={panel} locale={locale} />
          <p className="finding">{findingOfRates(lab, rates)[locale]}</p>
        </div>
        <LineTable panel={panel} locale={locale} />
        <LabExports
          name="epoch-race-rates"
          csv={() => {
            const { names, rows } = numbersOfRates(rates);
            return rowsAsCsv(names, rows);
          }}
          picture={picture}
          search={null}
        />
      </div>
      <div>
        <h2>{t("whoFixed")}</h2>
        <p className="small soft">{t("whoFixedAbout")}</p>
        <table className="table">
          <caption className="small muted">
            {t("keptAbout", { from: comparedFrom(lab.longSteps), to: lab.longSteps })}
          </caption>
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
    </div>
  );
}
