import type { Surface } from "../../compute/descent-program";
import type { Method } from "../../compute/effective-rates-program";
import type { Text } from "../../text";

/** The way of one optimizer over a surface of two coordinates. */
export interface SurfacePath {
  id: string;
  label: Text;
  method: Method;
  /** The one the question is about is drawn bold. */
  isBold: boolean;
  /** θ at steps 0, 1, 2, …; ends early where the run left the bounds. */
  points: [x: number, y: number][];
  /** The loss at each of them. */
  losses: number[];
  /** Where the next slope is taken from each of them, for a rule that looks ahead; null where nobody looked. */
  ahead?: ([x: number, y: number] | null)[];
}

/** A surface seen from above, with the ways of one or more optimizers that start at one point. */
export interface PathsScene {
  kind: "paths";
  surface: Surface;
  /** What part of the surface is shown. */
  view: { x: [from: number, to: number]; y: [from: number, to: number] };
  paths: SurfacePath[];
  /** Where the surface is lowest, where it has such a place. */
  lowest: [x: number, y: number] | null;
  /** What the runs show, in one sentence with their own numbers. */
  finding: Text;
}
