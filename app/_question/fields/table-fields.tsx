"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { readCount, readShape } from "@/lib/core/questions/read-numbers";
import type { FieldProps } from "./field-props";

const isReadable = (cell: string, kind: "integer" | "shape") =>
  (kind === "integer" ? readCount(cell) : readShape(cell)) !== null;

/** A row of fields for each layer. Once judged, wrong fields show the right value beside the own one. */
export function TableFields({ form, locale, text, isUnreadable, truth, onText }: FieldProps<"table">) {
  const t = useWords("question");
  const lines = text.split(";").map((line) => line.split("|"));
  const cells = form.rows.map((_, row) => form.columns.map((_, column) => lines[row]?.[column] ?? ""));
  const right = truth?.kind === "table" ? truth.rows.map((row) => row.map((cell) => cell.join("×"))) : null;
  const change = (at: number, along: number, value: string) =>
    onText(
      cells
        .map((row, r) => row.map((cell, c) => (r === at && c === along ? value : cell)).join("|"))
        .join(";"),
    );
  const isOff = (at: number, along: number) => {
    const expected = right?.[at]?.[along];
    const kind = form.columns[along]?.kind ?? "integer";
    const cell = cells[at]?.[along] ?? "";
    const given = kind === "shape" ? readShape(cell)?.join("×") : String(readCount(cell));
    return expected !== undefined && given !== expected;
  };
  return (
    <table className="table fill" aria-label={form.label[locale]}>
      <thead>
        <tr>
          <th scope="col">{t("layer")}</th>
          {form.columns.map(({ label }) => (
            <th scope="col" key={label.en}>
              {label[locale]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {form.rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two layers of a network may have one name
          <tr key={`${at} ${row.en}`}>
            <th scope="row">{row[locale]}</th>
            {form.columns.map(({ label, kind }, along) => (
              <td key={label.en} className={isOff(at, along) ? "off" : undefined}>
                <input
                  className="input num"
                  aria-label={`${row[locale]}, ${label[locale]}`}
                  inputMode={kind === "integer" ? "numeric" : "text"}
                  placeholder={kind === "shape" ? "H×W×C" : undefined}
                  autoComplete="off"
                  value={cells[at]?.[along] ?? ""}
                  readOnly={truth !== null}
                  aria-invalid={
                    (isUnreadable && !isReadable(cells[at]?.[along] ?? "", kind)) || isOff(at, along)
                  }
                  aria-describedby="answer-problem"
                  onChange={(event) => change(at, along, event.target.value)}
                />
                {isOff(at, along) ? <b className="num">{right?.[at]?.[along]}</b> : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
