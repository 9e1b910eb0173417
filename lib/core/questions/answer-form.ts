/** What may be typed or chosen, and what a truth or an answer is in each of those forms. */
import type { Text } from "../text";

export interface Option {
  id: string;
  text: Text;
  /** A small matrix beside or instead of words (a kernel, an output map). */
  matrix?: number[][];
}

/** One column of a table that is filled in: a count, or a shape of so many sizes joined by ×. */
export interface TableColumn {
  label: Text;
  kind: "integer" | "shape";
}

export type AnswerForm =
  | { kind: "integer"; label: Text }
  /** A real number; `decimals` places are asked for and printed beside the field. */
  | { kind: "number"; label: Text; decimals: number }
  /** Axis names label the fields ("output height"). */
  | { kind: "shape"; axes: Text[] }
  /** Values of a whole map; whole numbers when `decimals` is 0. */
  | { kind: "grid"; label: Text; rows: number; columns: number; decimals: number }
  /** A set of cells of a map, rows and columns counted from 0. */
  | { kind: "cells"; label: Text; rows: number; columns: number }
  /** One row a layer; sizes in a row are those of its layer, so their number may differ. */
  | { kind: "table"; label: Text; rows: Text[]; columns: TableColumn[] }
  | { kind: "choice"; options: Option[] }
  | { kind: "choices"; options: Option[] };
export type AnswerKind = AnswerForm["kind"];

/** Whether numbers are typed into fields, not chosen from what is shown. */
export const isTyped = ({ kind }: AnswerForm): boolean =>
  kind !== "choice" && kind !== "choices" && kind !== "cells";

export type Cell = [row: number, column: number];

/** One cell of a table as its sizes; a count is a single size. */
export type TableRow = number[][];

/** The truth, or a readable answer, in the form that was asked for. */
export type Truth =
  | { kind: "integer"; value: number }
  | { kind: "number"; value: number; decimals: number }
  | { kind: "shape"; sizes: number[] }
  | { kind: "grid"; rows: number[][]; decimals: number }
  /** In reading order, each once. */
  | { kind: "cells"; cells: Cell[] }
  | { kind: "table"; rows: TableRow[] }
  | { kind: "choice"; id: string }
  /** Ids in the order of the options. */
  | { kind: "choices"; ids: string[] };
