/** Rows as comma-separated values for a spreadsheet, as RFC 4180 has them: CRLF, and quotes where a cell needs them. */

export type Cell = number | string | null;

/** What a spreadsheet would run as a formula; an apostrophe before it keeps it words. */
const formula = /^[=+\-@\t\r]/;

function written(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A line of names, then a line for each row; null is left empty. */
export const rowsAsCsv = (names: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [names, ...rows].map((row) => `${row.map(written).join(",")}\r\n`).join("");
