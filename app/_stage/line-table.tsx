"use client";
import { useWords } from "@/app/_i18n/words-provider";
import type { Panel, Series } from "@/lib/core/questions/scenes/lines";
import type { Locale, Text } from "@/lib/core/text";
import "./lines.css";

/** Rows beyond this are thinned out: the first, the last and every n-th stay. */
const most = 60;
const written = (value: number) => String(Number(value.toPrecision(6)));

/** The numbers of a plot: its own table, or its series x by x. */
export function LineTable({ panel, locale }: { panel: Panel; locale: Locale }) {
  const t = useWords("stage");
  const { columns, rows } = panel.numbers ?? seriesByX(panel);
  const title = t("numbersOf", { title: panel.title[locale] });
  return (
    <details className="twin">
      <summary>{title}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by key */}
      <section className="numbers-table" aria-label={title} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              {columns.map((column, at) => (
                <th scope="col" className={at === 0 ? undefined : "r"} key={column.en}>
                  {column[locale]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([first, ...rest]) => (
              <tr key={first}>
                <th scope="row" className="num">
                  {cellOf(first)}
                </th>
                {rest.map((value, at) => (
                  <td key={columns[at + 1]?.en} className="r num">
                    {cellOf(value)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

const cellOf = (value: number | string | undefined): string =>
  typeof value === "number" ? written(value) : (value ?? "");

function seriesByX({ series, xLabel }: Panel): { columns: Text[]; rows: (number | string)[][] } {
  const all = [...new Set(series.flatMap(({ points }) => points.map(([x]) => x)))].sort((a, b) => a - b);
  const every = Math.ceil(all.length / most);
  const xs = all.filter((_, at) => at % every === 0 || at === all.length - 1);
  const values = series.map(valuesOf);
  return {
    columns: [xLabel, ...series.map(({ label }) => label)],
    rows: xs.map((x) => [x, ...values.map((each) => each.get(x) ?? "–")]),
  };
}

/** Values by x; of an arrow or a box also where it starts. */
function valuesOf({ points, tails }: Series): Map<number, string> {
  return new Map(
    points.map(([x, y], at) => {
      const tail = tails?.[at];
      if (y === null) return [x, "–"];
      return [x, tail ? `${written(tail[1])} → ${written(y)}` : written(y)];
    }),
  );
}
