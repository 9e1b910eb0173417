/** What a question shows beside its words: every figure has numbers that can also be read as text. */
import type { Text } from "../text";

export type Figure =
  /** A small map of numbers: an image, a kernel, an output. `marked` cells are outlined and named in the caption. */
  | { kind: "matrix"; label: Text; rows: number[][]; marked?: [row: number, column: number][] }
  | { kind: "table"; label: Text; columns: Text[]; rows: (string | number | Text)[][] }
  | {
      kind: "curves";
      label: Text;
      xLabel: Text;
      yLabel: Text;
      yScale: "linear" | "log";
      series: { label: Text; points: [x: number, y: number][] }[];
    };
