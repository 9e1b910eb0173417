import { dayName } from "@/app/_i18n/day-name";
import { getWords } from "@/app/_i18n/get-words";
import type { Cell } from "@/lib/core/rows-as-csv";
import { percentOf } from "@/lib/core/study/mastery";
import type { ChartTable, Column } from "@/lib/core/study/progress/chart-table";
import type { StudyDay } from "@/lib/core/study-day";
import type { Locale } from "@/lib/core/text";

interface TwinTableProps {
  title: string;
  table: ChartTable;
  locale: Locale;
}

/** The numbers of a chart on request, those of the file in the words of the page. */
export async function TwinTable({ title, table, locale }: TwinTableProps) {
  const t = await getWords("progress");
  const parts = await getWords("parts");
  const { columns, rows } = table;
  const written = (cell: Cell, { meaning }: Column): string => {
    if (cell === null) return "–";
    if (typeof cell === "string") return t(`promise-${cell}` as "promise-notes");
    if (meaning === "day") return dayName(cell as StudyDay, locale);
    return meaning === "share" ? `${percentOf(cell)}%` : String(cell);
  };
  const look = ({ meaning }: Column) => (meaning === "share" || meaning === "number" ? "r num" : "");
  return (
    <details className="twin">
      <summary>{parts("table")}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by key */}
      <section className="numbers-table" aria-label={t("tableOf", { title })} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.name} scope="col" className={look(column) === "" ? "" : "r"}>
                  {t(`col-${column.name}` as "col-day")}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.slice(0, 2).join(" ")}>
                {columns.map((column, at) => (
                  <td key={column.name} className={look(column)}>
                    {written(row[at] ?? null, column)}
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
