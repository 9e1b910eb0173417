"use client";
import { useWords } from "@/app/_i18n/words-provider";
import type { Panel } from "@/lib/core/questions/scenes/lines";
import type { Locale } from "@/lib/core/text";
import "./lines.css";

/** Rows beyond this are thinned out: the first, the last and every n-th stay. */
const most = 60;
const written = (value: number) => String(Number(value.toPrecision(6)));

/** The numbers of a plot, x by x. */
export function LineTable({ panel, locale }: { panel: Panel; locale: Locale }) {
  const t = useWords("stage");
  const { series, title, xLabel } = panel;
  const all = [...new Set(series.flatMap(({ points }) => points.map(([x]) => x)))].sort((a, b) => a - b);
  const every = Math.ceil(all.length / most);
  const xs = all.filter((_, at) => at % every === 0 || at === all.length - 1);
  const values = series.map(({ points }) => new Map(points));
  return (
    <details className="twin">
      <summary>{t("numbersOf", { title: title[locale] })}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by key */}
      <section className="numbers-table" aria-label={t("numbersOf", { title: title[locale] })} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{xLabel[locale]}</th>
              {series.map(({ id, label }) => (
                <th scope="col" className="r" key={id}>
                  {label[locale]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {xs.map((x) => (
              <tr key={x}>
                <th scope="row" className="num">
                  {written(x)}
                </th>
                {series.map(({ id }, at) => {
                  const value = values[at]?.get(x) ?? null;
                  return (
                    <td key={id} className="r num">
                      {value === null ? "–" : written(value)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
