"use client";
import { type ClipboardEvent, type CSSProperties, type KeyboardEvent, useRef } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { isSameGridCell } from "@/lib/core/questions/answer-values";
import { pastedCells } from "@/lib/core/questions/pasted-cells";
import { readNumber } from "@/lib/core/questions/read-numbers";
import type { FieldProps } from "./field-props";

/** The cells as typed, row by row; a text that is shorter leaves empty cells. */
const cellsOf = (text: string, rows: number, columns: number): string[][] => {
  const lines = text.split(";").map((line) => line.split("|"));
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => lines[row]?.[column] ?? ""),
  );
};
const moves: Record<string, [down: number, right: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** A field for every cell of a map. Arrows move between them; a map pasted into one fills all. */
export function GridFields({ form, locale, text, isUnreadable, truth, onText }: FieldProps<"grid">) {
  const t = useWords("question");
  const table = useRef<HTMLTableElement>(null);
  const { rows, columns } = form;
  // A column is a list, which is counted as the figures beside it are, from 1.
  const isList = columns === 1 && rows > 1;
  const cells = cellsOf(text, rows, columns);
  const write = (next: string[][]) => onText(next.map((row) => row.join("|")).join(";"));
  const change = (at: number, along: number, value: string) =>
    write(cells.map((row, r) => row.map((cell, c) => (r === at && c === along ? value : cell))));

  const move = (event: KeyboardEvent<HTMLInputElement>, row: number, column: number) => {
    const [down, right] = moves[event.key] ?? [0, 0];
    const field = event.currentTarget;
    const atEdge =
      right === 0 || (right < 0 ? field.selectionStart === 0 : field.selectionEnd === field.value.length);
    if ((down === 0 && right === 0) || !atEdge || event.nativeEvent.isComposing) return;
    const target = table.current?.rows[row + down]?.querySelectorAll("input")[column + right];
    if (!target) return;
    event.preventDefault();
    target.focus();
    target.select();
  };
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = pastedCells(event.clipboardData.getData("text"), form);
    if (!pasted) return;
    event.preventDefault();
    write(cells.map((row, r) => row.map((_, c) => pasted[r * columns + c] ?? "")));
  };

  // Two digits more than asked: enough to see how a mean comes out, few enough to be read.
  const right = (value: number) =>
    String(Number(value.toFixed(form.decimals === 0 ? 0 : form.decimals + 2))).replace("-", "−");
  const given = {
    kind: "grid" as const,
    rows: cells.map((row) => row.map((cell) => readNumber(cell) ?? Number.NaN)),
  };
  const isWrong = (row: number, column: number) =>
    truth?.kind === "grid" && !isSameGridCell({ ...given, decimals: truth.decimals }, truth, row, column);
  return (
    <table
      className={form.decimals > 2 ? "map map-in map-wide" : "map map-in"}
      ref={table}
      style={{ "--n": columns } as CSSProperties}
      aria-label={form.label[locale]}
    >
      <tbody>
        {cells.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a map are known by their place
          <tr key={at}>
            {isList ? (
              <th scope="row" className="num">
                {at + 1}
              </th>
            ) : null}
            {row.map((cell, along) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells of a map are known by their place
              <td key={along} className={isWrong(at, along) ? "off" : undefined}>
                <input
                  aria-label={isList ? t("placeAt", { at: at + 1 }) : t("cellAt", { row: at, column: along })}
                  inputMode={form.decimals === 0 ? "numeric" : "decimal"}
                  autoComplete="off"
                  value={cell}
                  readOnly={truth !== null}
                  aria-invalid={(isUnreadable && readNumber(cell) === null) || isWrong(at, along)}
                  aria-describedby="answer-problem"
                  onKeyDown={(event) => move(event, at, along)}
                  onPaste={paste}
                  onChange={(event) => change(at, along, event.target.value)}
                />
                {isWrong(at, along) && truth?.kind === "grid" ? (
                  <b className="num">{right(truth.rows[at]?.[along] ?? 0)}</b>
                ) : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
