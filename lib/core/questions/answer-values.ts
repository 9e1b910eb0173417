/** Answers compared, written out, and as bare JSON. */
import type { Truth } from "./answer-form";

/** Half a percent relative, or half a unit of the last digit asked, whichever is more. */
const relativeTolerance = 0.005;

/** How far a typed real number may be off, absolute. */
export const toleranceOf = (value: number, decimals: number): number =>
  Math.max(relativeTolerance * Math.abs(value), 0.5 * 10 ** -decimals) * (1 + 1e-9);

const isNear = (given: number, value: number, decimals: number): boolean =>
  Math.abs(given - value) <= toleranceOf(value, decimals);

/** Whether a given answer is as good as `truth`: counts, sizes and choices exactly, real numbers within the tolerance. */
export function isSame(given: Truth, truth: Truth): boolean {
  if (given.kind === "integer" && truth.kind === "integer") return isSameCount(given.value, truth.value);
  if (given.kind === "number" && truth.kind === "number")
    return isNear(given.value, truth.value, truth.decimals);
  if (given.kind === "grid" && truth.kind === "grid") {
    return (
      given.rows.length === truth.rows.length &&
      given.rows.every((row, at) => row.every((_, column) => isSameGridCell(given, truth, at, column)))
    );
  }
  return JSON.stringify(given) === JSON.stringify(truth);
}

/** A wrong rule may give a fraction where a whole number is asked ("10/3 batches"): then three digits of it will do. */
const isSameCount = (given: number, value: number): boolean =>
  Number.isInteger(value) ? given === value : Math.abs(given - value) <= relativeTolerance * Math.abs(value);

type Grid = Extract<Truth, { kind: "grid" }>;
export function isSameGridCell(given: Grid, truth: Grid, row: number, column: number): boolean {
  const [mine, right] = [given.rows[row]?.[column], truth.rows[row]?.[column]];
  if (mine === undefined || right === undefined) return false;
  return truth.decimals === 0 ? mine === right : isNear(mine, right, truth.decimals);
}

/** A truth as bare JSON: a number, sizes, rows, cells, ids. */
export function bareTruth(truth: Truth): unknown {
  switch (truth.kind) {
    case "integer":
    case "number":
      return truth.value;
    case "shape":
      return truth.sizes;
    case "grid":
      return truth.rows;
    case "table":
      return truth.rows.map((row) => row.map((cell) => (cell.length === 1 ? cell[0] : cell)));
    case "cells":
      return truth.cells;
    case "choice":
      return truth.id;
    case "choices":
      return truth.ids;
  }
}

/** The text that reads back as this answer, as the fields of a page hold it. */
export function writeAnswer(truth: Truth): string {
  switch (truth.kind) {
    case "integer":
    case "number":
      return String(truth.value);
    case "shape":
      return truth.sizes.join("×");
    case "grid":
      return truth.rows.map((row) => row.join("|")).join(";");
    case "cells":
      return truth.cells.map((cell) => cell.join(",")).join(";");
    case "table":
      return truth.rows.map((row) => row.map((cell) => cell.join("×")).join("|")).join(";");
    case "choice":
      return truth.id;
    case "choices":
      return truth.ids.join(",");
  }
}
