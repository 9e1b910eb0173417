"use client";
import { scaleLog } from "d3-scale";
import type { CSSProperties } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { findingOfWeights } from "@/lib/core/questions/findings";
import type { WeightsScene } from "@/lib/core/questions/scenes/network";
import type { Locale } from "@/lib/core/text";
import { OneNeuron } from "./one-neuron";
import { TensorStacks } from "./tensor-stacks";
import "./maps.css";
import "./weights.css";

/** Counts of weights as bars on a log scale, each with how it is reckoned, and what one filter or unit of the layer holds. */
export function WeightsStage({ scene, locale }: { scene: WeightsScene; locale: Locale }) {
  const t = useWords("stage");
  const { bars, layer, stacks } = scene;
  const decades = Math.ceil(Math.log10(Math.max(10, ...bars.map(({ count }) => count))));
  const width = scaleLog([1, 10 ** decades], [0, 100]).clamp(true);
  const isCompared = bars.some(({ isAsked }) => isAsked) && bars.some(({ isAsked }) => !isAsked);
  return (
    <>
      <div className="bars" style={{ "--decades": decades } as CSSProperties}>
        <dl>
          {bars.map(({ label, formula, count, isAsked }) => (
            <div key={label.en}>
              <dt>
                {label[locale]}
                {isCompared && isAsked ? <span className="tag">{t("asked")}</span> : null}
              </dt>
              <dd>
                <span className="num small">
                  {formula} = <b>{t("count", { count })}</b>
                </span>
                <div className="bar">
                  {count > 0 ? (
                    <i
                      className={isCompared && !isAsked ? "beside" : undefined}
                      style={{ width: `${width(count)}%` }}
                    />
                  ) : null}
                </div>
              </dd>
            </div>
          ))}
        </dl>
        <ol className="axis" aria-hidden="true">
          {Array.from({ length: decades }, (_, power) => power).map((power) => (
            <li key={power}>
              {power < 4 ? (
                10 ** power
              ) : (
                <>
                  10<sup>{power}</sup>
                </>
              )}
            </li>
          ))}
        </ol>
      </div>
      {layer ? (
        <OneNeuron layer={layer} name={bars.length > 1 ? (bars[0]?.label[locale] ?? null) : null} />
      ) : null}
      {stacks ? <TensorStacks stacks={stacks} /> : null}
      <p className="say finding">{findingOfWeights(scene)[locale]}</p>
      <p className="say small muted">{t("logScale")}</p>
    </>
  );
}
