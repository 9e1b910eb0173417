"use client";
import { useWords } from "@/app/_i18n/words-provider";
import type { SurfacePath } from "@/lib/core/questions/scenes/paths";
import type { Locale } from "@/lib/core/text";

export const written = (value: number | undefined): string =>
  value === undefined ? "–" : String(Number(value.toPrecision(4)));

interface PathsTableProps {
  paths: readonly SurfacePath[];
  /** Rows: the place among a way's points, and the step that was then. */
  stops: readonly { at: number; step: number }[];
  locale: Locale;
}

/** Places and losses of ways over a surface, stop by stop. */
export function PathsTable({ paths, stops, locale }: PathsTableProps) {
  const t = useWords("stage");
  return (
    <details className="twin">
      <summary>{t("numbers")}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by key */}
      <section className="numbers-table" aria-label={t("numbers")} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t("step")}</th>
              {paths.flatMap(({ id, label }) =>
                ["x", "y", t("loss")].map((name) => (
                  <th scope="col" className="r" key={`${id} ${name}`}>
                    {label[locale]} {name}
                  </th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {stops.map(({ at, step }) => (
              <tr key={step}>
                <th scope="row" className="num">
                  {step}
                </th>
                {paths.flatMap(({ id, points, losses }) =>
                  [points[at]?.[0], points[at]?.[1], losses[at]].map((value, part) => (
                    <td className="r num" key={`${id} ${["x", "y", "loss"][part]}`}>
                      {written(value)}
                    </td>
                  )),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
