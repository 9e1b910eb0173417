import type { Method } from "../../compute/effective-rates-program";
import type { Text } from "../../text";

/** An optimizer has its own colour, dash and marker; the others say what part a series plays. */
export type Look = Method | "asked" | "compared" | "faint" | "target";
export type Point = [x: number, y: number];
/** Stops between which a piece is seen, both included; without an end it stays. */
export type Span = [from: number, to?: number];

export interface Series {
  id: string;
  label: Text;
  look: Look;
  /**
   * Steps hold a value until the next point; dots are points that no line joins; a trail is dots with a marker at the
   * last of them. Arrows lead from their tails to the points, boxes have them as opposite corners.
   */
  drawn: "line" | "steps" | "dots" | "trail" | "arrows" | "boxes";
  /** In the order of their drawing; a gap where y is null. */
  points: [x: number, y: number | null][];
  /** Of arrows and boxes, one for each point. */
  tails?: Point[];
  /** The stop that brings each point, where its x does not tell. */
  stops?: number[];
  seen?: Span;
}

/** One plot: its series, and the points of it that have something to say. */
export interface Panel {
  title: Text;
  xLabel: Text;
  yLabel: Text;
  xScale: "linear" | "log";
  yScale: "linear" | "log";
  series: Series[];
  /** Named points: the asked value (pine), a wrong or bad one (red), you are here (mark), one only looked at (ghost). */
  marks: { x: number; y: number; label: Text; pen: "pine" | "red" | "mark" | "ghost"; seen?: Span }[];
  /** Straight pieces from a point to a point: a tangent, a step, a cobweb, an error bar. */
  segments: { from: Point; to: Point; pen: "pine" | "red" | "faint"; seen?: Span }[];
  /** Vertical rules with a word: a boundary, the epoch to stop at. */
  rules: { x: number; label: Text }[];
  /** Drawn whole at every stop but for what says its own, where x is not what the stops count. */
  isStill?: boolean;
  /** A unit is as long across as it is up, so that squares are square. */
  isEven?: boolean;
  /** The table where it is not the series by x. */
  numbers?: { columns: Text[]; rows: (number | string)[][] };
}

/** Plots one under another, the sentence that they prove, and all their numbers as tables. */
export interface LinesScene {
  kind: "lines";
  panels: Panel[];
  /** What the run shows, in one sentence with its own numbers. */
  finding: Text;
  /** The picture grows through these values, ascending; empty where it is drawn whole. The last one shows all. */
  stops: number[];
  /** What each stop shows, in words. */
  captions?: Text[];
  /** What the stops are values of, where they are more than a count; it opens at `first`. */
  stopOf?: { label: Text; first: number };
  /** Plots stand side by side, small, where there is room. */
  isSmall?: boolean;
}
