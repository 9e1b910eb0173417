/**
 * Reads whole maps, sets of cells and tables: as JSON, as the fields of a page send them ("1|2;3|4"), or as a person
 * writes them on lines. An empty field leaves the whole answer unread, so that nothing is judged before it is complete.
 */
import type { AnswerForm, Cell, TableRow } from "./answer-form";
import { plain, readCount, readJson, readNumber, readShape, unwrapped } from "./read-numbers";

const linesOf = (text: string): string[] =>
  plain(text)
    .split(/\s*(?:;|\n)\s*/)
    .filter((line, at, all) => line !== "" || all.length === at);

const fieldsOf = (line: string): string[] =>
  (line.includes("|") ? line.split("|") : unwrapped(line).body.split(/,\s+|\s+/)).map((field) =>
    field.trim(),
  );

const isRows = (value: unknown): value is unknown[][] => Array.isArray(value) && value.every(Array.isArray);

/** Rows of numbers of exactly the asked size; a map of whole numbers may hold no fraction it was not typed with. */
export function readGrid(text: string, form: Extract<AnswerForm, { kind: "grid" }>): number[][] | null {
  const json = readJson(text);
  const rows: (number | null)[][] = isRows(json)
    ? json.map((row) => row.map((cell) => (typeof cell === "number" ? cell : null)))
    : linesOf(text).map((line) => fieldsOf(line).map(readNumber));
  const isWhole = rows.length === form.rows && rows.every((row) => row.length === form.columns);
  return isWhole && rows.every((row): row is number[] => row.every((cell) => cell !== null)) ? rows : null;
}

/** "0,1;2,3", "(0,1) (2,3)", [[0,1],[2,3]] → the cells in reading order, each once; null for none or one outside. */
export function readCells(text: string, { rows, columns }: { rows: number; columns: number }): Cell[] | null {
  const json = readJson(text);
  const pairs: unknown[][] = isRows(json) ? json : pairsOf(plain(text));
  const cells: Cell[] = [];
  for (const [row, column, ...rest] of pairs) {
    if (!isIndex(row, rows) || !isIndex(column, columns) || rest.length > 0) return null;
    cells.push([row, column]);
  }
  const places = [...new Set(cells.map(([row, column]) => row * columns + column))].sort((a, b) => a - b);
  return places.length > 0 ? places.map((at) => [Math.floor(at / columns), at % columns]) : null;
}

const isIndex = (value: unknown, length: number): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value < length;

/** The pairs of a text that is made of pairs and nothing else; [[]] where something else is in it. */
function pairsOf(text: string): number[][] {
  const pair = /\(?\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)?/g;
  if (text.replace(pair, "").replace(/[\s;,[\]]/g, "") !== "") return [[]];
  return [...text.matchAll(pair)].map(([, row, column]) => [Number(row), Number(column)]);
}

/** Rows of counts and shapes. Shapes may have any number of sizes: that too is something to get wrong. */
export function readTable(
  text: string,
  { rows, columns }: { rows: readonly unknown[]; columns: readonly { kind: "integer" | "shape" }[] },
): TableRow[] | null {
  const json = readJson(text);
  const lines: (number[] | null)[][] = isRows(json)
    ? json.map((row) => row.map(sizesOf))
    : linesOf(text).map((line) =>
        (line.includes("|") ? line.split("|") : line.split(/\s*,\s+/)).map((field, at) =>
          columns[at]?.kind === "shape" ? readShape(field) : one(readCount(field)),
        ),
      );
  const isWhole = lines.length === rows.length && lines.every((line) => line.length === columns.length);
  return isWhole && lines.every((line): line is TableRow => line.every((cell) => cell !== null))
    ? lines
    : null;
}

const one = (value: number | null): number[] | null => (value === null ? null : [value]);
const sizesOf = (cell: unknown): number[] | null => {
  const sizes = Array.isArray(cell) ? cell : [cell];
  return sizes.length > 0 && sizes.every((size) => typeof size === "number") ? sizes : null;
};
