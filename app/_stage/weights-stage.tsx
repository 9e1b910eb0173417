"use client";
import { scaleLog } from "d3-scale";
import { useWords } from "@/app/_i18n/words-provider";
import type { WeightsScene } from "@/lib/core/questions/scenes/network";
import type { Locale } from "@/lib/core/text";
import "./maps.css";

/** Counts of weights as bars on a log scale, each with how it is reckoned. */
export function WeightsStage({ scene, locale }: { scene: WeightsScene; locale: Locale }) {
  const t = useWords("stage");
  const most = Math.max(10, ...scene.bars.map(({ count }) => count));
  const width = scaleLog().domain([1, most]).range([2, 100]).clamp(true);
  return (
    <>
      <dl className="bars">
        {scene.bars.map(({ label, formula, count }) => (
          <div key={label.en}>
            <dt>{label[locale]}</dt>
            <dd>
              <span className="num small">
                {formula} = <b>{t("count", { count })}</b>
              </span>
              <div className="bar" style={{ width: count > 0 ? `${width(count)}%` : 0 }} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="say small muted">{t("logScale")}</p>
    </>
  );
}
