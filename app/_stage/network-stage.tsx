"use client";
import { useWords } from "@/app/_i18n/words-provider";
import type { NetworkScene } from "@/lib/core/questions/scenes/network";
import type { Locale } from "@/lib/core/text";
import "./maps.css";

const log = (size: number) => Math.log2(size + 1);

/** Boxes from input to output, their height by the side and their width by the channels, and the same as a table. */
export function NetworkStage({ scene, locale }: { scene: NetworkScene; locale: Locale }) {
  const t = useWords("stage");
  const shapes = [{ shape: scene.input as number[], params: 0 }].concat(
    scene.layers.map(({ output, params }) => ({ shape: output, params })),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reachable by key
    <section className="wide" aria-label={t("network")} tabIndex={0}>
      <ol className="pipe" aria-hidden="true">
        {shapes.map(({ shape, params }, at) => {
          const [height = 1, , channels = 1] = shape.length === 1 ? [shape[0] ?? 1, 1, 1] : shape;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: layers may have the same shape
            <li key={at}>
              <i
                className={params > 0 ? "has" : undefined}
                style={{ height: `${log(height) * 11}px`, width: `${8 + log(channels) * 7}px` }}
              />
              {shape.join("×")}
            </li>
          );
        })}
      </ol>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t("layer")}</th>
            <th scope="col">{t("shape")}</th>
            <th scope="col" className="r">
              {t("parameters")}
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
          <tr>
            <th scope="row">{t("input")}</th>
            <td className="num">{scene.input.join("×")}</td>
            <td className="r num">0</td>
            <td className="r num">1</td>
            <td className="r num">1</td>
          </tr>
          {scene.layers.map(({ label, output, params, receptiveField, jump }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two layers may be the same
            <tr key={at}>
              <th scope="row">{label[locale]}</th>
              <td className="num">{output.join("×")}</td>
              <td className="r num">{t("count", { count: params })}</td>
              <td className="r num">{receptiveField ?? "–"}</td>
              <td className="r num">{jump ?? "–"}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t("total")}
            </th>
            <td className="r num">
              <b>{t("count", { count: scene.totalParams })}</b>
            </td>
            <td />
            <td />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
