import { dayName } from "@/app/_i18n/day-name";
import { getWords } from "@/app/_i18n/get-words";
import type { Cell } from "@/lib/core/rows-as-csv";
import { percentOf } from "@/lib/core/study/mastery";
import type { ChartTable, Column } from "@/lib/core/study/progress/chart-table";
import type { StudyDay } from "@/lib/core/study-day";
import type { Locale } from "@/lib/core/text";
import "./styles/chart-numbers.css";

interface ChartNumbersProps {
  /** The name of the chart, by which its file is asked for and called. */
  chart: string;
  /** The name that people read. */
  title: string;
  table: ChartTable;
  locale: Locale;
  /** Whose numbers they are, where there are several. */
  course?: string;
  /** Whether the chart is a list already, which needs no table beside it. */
  isList?: boolean;
}

/** The numbers of a chart as a table on request and as a file. */
export async function ChartNumbers({ chart, title, table, locale, course, isList }: ChartNumbersProps) {
  const t = await getWords("progress");
  const query = course === undefined ? "" : `?course=${encodeURIComponent(course)}`;
  return (
    <div className="chart-end">
      {isList ? null : <TwinTable title={title} table={table} locale={locale} />}
      <a href={`/api/progress/${chart}${query}`} download={`epoch-${chart}.csv`}>
        <span className="vh">{title} </span>
        {t("saveCsv")}
      </a>
    </div>
  );
}

/** Those of the file in the words of the page. */
async function TwinTable({ title, table, locale }: Pick<ChartNumbersProps, "title" | "table" | "locale">) {
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
