"use client";
import dynamic from "next/dynamic";
import type { Figure } from "@/lib/core/questions/figure";
import type { Locale, Text } from "@/lib/core/text";
import { MatrixTable } from "./fields/matrix-table";

const Curves = dynamic(() => import("./curves").then((part) => part.Curves));

/** What a question shows beside its words, each with its name. */
export function Figures({ figures, locale }: { figures: readonly Figure[]; locale: Locale }) {
  if (figures.length === 0) return null;
  return (
    <div className="figures">
      {figures.map((figure) => (
        <figure key={figure.label.en}>
          <figcaption className="small muted">{figure.label[locale]}</figcaption>
          <FigureBody figure={figure} locale={locale} />
        </figure>
      ))}
    </div>
  );
}

function FigureBody({ figure, locale }: { figure: Figure; locale: Locale }) {
  const say = (cell: string | number | Text) => (typeof cell === "object" ? cell[locale] : String(cell));
  switch (figure.kind) {
    case "matrix":
      return <MatrixTable rows={figure.rows} label={figure.label[locale]} marked={figure.marked ?? []} />;
    case "curves":
      return <Curves figure={figure} locale={locale} />;
    case "table":
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled has to be reached by keys
        <section className="scroll-x" tabIndex={0} aria-label={figure.label[locale]}>
          <table className="table" aria-label={figure.label[locale]}>
            <thead>
              <tr>
                {figure.columns.map((column) => (
                  <th scope="col" key={column.en}>
                    {column[locale]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {figure.rows.map((row, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two layers may have the same numbers
                <tr key={at}>
                  {row.map((cell, along) => (
                    <td
                      key={figure.columns[along]?.en}
                      className={typeof cell === "object" ? undefined : "num"}
                    >
                      {say(cell)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      );
  }
}
