"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { LinePlot } from "@/app/_stage/line-plot";
import { LineTable } from "@/app/_stage/line-table";
import { Marker } from "@/app/_stage/markers";
import type { RaceLane } from "@/lib/core/compute/race-program";
import { methodOf, nameOf, type RaceLab, ratesOfRace } from "@/lib/core/lab/race-lab";
import { panelOf, seriesOf, stepAxis } from "@/lib/core/questions/panel";
import type { Locale } from "@/lib/core/text";

/** Below this share of a tenth of the run, a step has decayed; the same limit decides the question about Adagrad. */
const keptFrom = 0.8;

/** What each optimizer really multiplies the gradient by, step by step on two logarithmic axes, and what is left of it. */
export function RaceRates({ lab, lanes, locale }: { lab: RaceLab; lanes: RaceLane[]; locale: Locale }) {
  const t = useWords("lab");
  const rates = ratesOfRace(lab, lanes);
  const panel = panelOf({
    title: {
      ko: "실효 보폭: 기울기에 실제로 곱해진 값",
      en: "Effective step: what really multiplied the gradient",
    },
    xLabel: stepAxis,
    yLabel: { ko: "로그–로그", en: "Log–log" },
    xScale: "log",
    yScale: "log",
    series: rates.map(({ rule, points }) => seriesOf(rule, nameOf[rule], methodOf(rule), points)),
  });
  const from = Math.max(1, Math.round(lab.steps / 10));
  return (
    <div className="race-rates-grid">
      <div>
        <h2>{panel.title[locale]}</h2>
        <LinePlot panel={panel} locale={locale} />
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
          {rates.map(({ rule, kept }) => (
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
                {kept === null ? null : kept < keptFrom ? (
                  <span className="tag tag-red">{t("decays")}</span>
                ) : (
                  <span className="tag tag-pine">{t("keeps")}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
