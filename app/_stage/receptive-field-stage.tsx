"use client";
import { useWords } from "@/app/_i18n/words-provider";
import type { ReceptiveFieldScene } from "@/lib/core/questions/scenes/influence";
import { ReceptiveCone } from "./receptive-cone";
import "./maps.css";

/** The cone from one output cell back to the input, along one axis, and its numbers as a table. */
export function ReceptiveFieldStage({ scene: { levels, layers } }: { scene: ReceptiveFieldScene }) {
  const t = useWords("stage");
  const names = levels.map((_, at) => (at === 0 ? t("input") : t("afterLayer", { at })));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reachable by key
    <section className="wide" aria-label={t("cone")} tabIndex={0}>
      <ReceptiveCone levels={levels} names={names} />
      <table className="table">
        <caption className="small muted">{t("coneAbout")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("layer")}</th>
            <th scope="col">{t("window")}</th>
            <th scope="col" className="r">
              {t("seen")}
            </th>
            <th scope="col" className="r">
              {t("field")}
            </th>
            <th scope="col" className="r">
              {t("jump")}
            </th>
          </tr>
        </thead>
        <tbody>
          {levels.map(({ span: [from, to], field, jump }, level) => {
            const layer = layers[level - 1];
            return (
              <tr key={names[level]}>
                <th scope="row">{names[level]}</th>
                <td>
                  {layer
                    ? t("windowOf", { op: layer.op, kernel: layer.kernel[0], stride: layer.stride[0] })
                    : "–"}
                </td>
                <td className="r num">{from === to ? from : `${from}–${to}`}</td>
                <td className="r num">{field}</td>
                <td className="r num">{jump}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
