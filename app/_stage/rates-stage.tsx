"use client";
import { useWords } from "@/app/_i18n/words-provider";
import type { Truth } from "@/lib/core/questions/answer-form";
import type { Ask } from "@/lib/core/questions/family";
import { findingOfRates, panelOfRates } from "@/lib/core/questions/findings";
import type { EffectiveRatesScene, RateCurve } from "@/lib/core/questions/scenes/effective-rates";
import type { Locale } from "@/lib/core/text";
import { LineTable } from "./line-table";
import { Marker } from "./markers";
import { RatesPlot } from "./rates-plot";
import "./rates.css";

interface RatesStageProps {
  scene: EffectiveRatesScene;
  given: Truth | null;
  ask: Ask | null;
  locale: Locale;
}

/** What every method's run says about the question: the curves, then the two tests that decide, option by option. */
export function RatesStage({ scene, given, ask, locale }: RatesStageProps) {
  const t = useWords("question");
  const [from, to] = scene.compared;
  const chosen = given?.kind === "choices" ? given.ids : [];
  const options = ask?.answer.kind === "choices" ? ask.answer.options.map(({ id }) => id) : [];
  return (
    <div className="rates">
      <div className="rates-head">
        <h3>{t("effectiveStep")}</h3>
        <p className="small muted">{t("logLog")}</p>
      </div>
      <RatesPlot scene={scene} locale={locale} />
      <p className="finding">{findingOfRates(scene)[locale]}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled has to be reached by keys */}
      <section className="rates-table" aria-label={t("tableAbout", { from, to })} tabIndex={0}>
        <table className="table">
          <caption className="small muted">{t("tableAbout", { from, to })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("method")}</th>
              <th scope="col" className="r">
                {t("keptRatio")}
              </th>
              <th scope="col" className="r">
                {t("scaledRatio")}
              </th>
              <th scope="col">{t("judged")}</th>
              <th scope="col">{t("chosen")}</th>
            </tr>
          </thead>
          <tbody>
            {scene.curves.map((curve) => (
              <tr key={curve.id}>
                <th scope="row">
                  <svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true">
                    <Marker method={curve.method} x={0} y={0} />
                  </svg>
                  {curve.label[locale]}
                </th>
                <td className="r num">×{ratio(curve.kept)}</td>
                <td className="r num">×{ratio(curve.scaled)}</td>
                <td>
                  <Judgement curve={curve} />
                </td>
                <td>
                  {options.includes(curve.id) ? t(markOf(chosen.includes(curve.id), curve.isRight)) : "–"}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <LineTable panel={panelOfRates(scene)} locale={locale} />
    </div>
  );
}

const ratio = (value: number) => (value >= 100 ? value.toPrecision(3) : value.toFixed(2));

const markOf = (isChosen: boolean, isRight: boolean) =>
  isChosen ? (isRight ? "chosenRightly" : "chosenWrongly") : isRight ? "leftWrongly" : "leftRightly";

function Judgement({ curve }: { curve: RateCurve }) {
  const t = useWords("question");
  if (!curve.isAdaptive) return <span className="tag">{t("notAdaptive")}</span>;
  return curve.isKept ? (
    <span className="tag tag-pine">{t("kept")}</span>
  ) : (
    <span className="tag tag-red">{t("decays")}</span>
  );
}
