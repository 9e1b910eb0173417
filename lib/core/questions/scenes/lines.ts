import type { Method } from "../../compute/effective-rates-program";
import type { Text } from "../../text";

/** An optimizer has its own colour, dash and marker; the others say what part a series plays. */
export type Look = Method | "asked" | "compared" | "faint" | "target";

export interface Series {
  id: string;
  label: Text;
  look: Look;
  /** Steps hold a value until the next point; dots are points that no line joins. */
  drawn: "line" | "steps" | "dots";
  /** In the order of their drawing; a gap where y is null. */
  points: [x: number, y: number | null][];
}

/** One plot: its series, and the points of it that have something to say. */
export interface Panel {
  title: Text;
  xLabel: Text;
  yLabel: Text;
  xScale: "linear" | "log";
  yScale: "linear" | "log";
  series: Series[];
  /** Named points: the asked value (pine), a wrong or bad one (red), you are here (mark). */
  marks: { x: number; y: number; label: Text; pen: "pine" | "red" | "mark" }[];
  /** Straight pieces from a point to a point: a tangent, a step, a cobweb, an error bar. */
  segments: { from: [x: number, y: number]; to: [x: number, y: number]; pen: "pine" | "red" | "faint" }[];
  /** Vertical rules with a word: a boundary, the epoch to stop at. */
  rules: { x: number; label: Text }[];
}

/** Plots one under another, the sentence that they prove, and all their numbers as tables. */
export interface LinesScene {
  kind: "lines";
  panels: Panel[];
  /** What the run shows, in one sentence with its own numbers. */
  finding: Text;
  /** The picture grows with x through these values; empty where it is drawn whole. */
  stops: number[];
}
