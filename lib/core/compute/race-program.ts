/** Several update rules from one start over one surface, side by side. */
import type { Hyper, Rule, Surface } from "./descent-program";
import type { Noise } from "./noise";

/** Rules that can race: NAG in its look-ahead form, RMSprop without momentum. */
export const raceRules = [
  "sgd",
  "momentum",
  "nag-lookahead",
  "adagrad",
  "adadelta",
  "rmsprop",
  "adam",
] as const satisfies readonly Rule[];
export type RaceRule = (typeof raceRules)[number];

export interface RaceProgram {
  kind: "race";
  surface: Surface;
  lanes: { rule: RaceRule; hyper: Hyper }[];
  start: [x: number, y: number];
  steps: number;
  /** The same for every lane; null for none. */
  noise: Noise | null;
  /** Steps that are told, ascending, from 0 to `steps`. */
  at: number[];
}

export interface RaceLane {
  /** θ at the told steps, up to the last before it left. */
  theta: [x: number, y: number][];
  losses: number[];
  /** Factor on the gradient of x at the told steps from 1 on. */
  rates: number[];
  /** The step at which a coordinate would have passed a million in size, or null. */
  firstStepBeyond: number | null;
}
export interface RaceOutput {
  kind: "race";
  /** In the order of the program's lanes. */
  lanes: RaceLane[];
}
