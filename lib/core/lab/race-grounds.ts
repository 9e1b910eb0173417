/** Surfaces that optimizers race over, each with the part that is shown, a start, and rates that get on there. */
import type { Surface } from "../compute/descent-program";
import type { PathsScene } from "../questions/scenes/paths";

interface RaceGround {
  surface: Surface;
  formula: string;
  view: PathsScene["view"];
  start: [x: number, y: number];
  lowest: [x: number, y: number] | null;
  /** Rates with which each optimizer gets on here, in the order of the rules. */
  rates: readonly number[];
  /** After so many steps the ways have parted and most have arrived. */
  steps: number;
}

/** The long valley is x²/20 + y². */
export const raceGrounds = {
  valley: {
    surface: { name: "quadratic", curvature: [0.1, 2] },
    formula: "x²/20 + y²",
    view: { x: [-8, 4], y: [-3, 3] },
    start: [-7, 2.4],
    lowest: [0, 0],
    rates: [0.9, 0.08, 0.08, 1.2, 0.01, 0.15, 0.3],
    steps: 40,
  },
  saddle: {
    surface: { name: "saddle" },
    formula: "x² − y²",
    view: { x: [-1.5, 1.5], y: [-1, 1] },
    start: [1.2, 0.001],
    lowest: null,
    rates: [0.05, 0.01, 0.01, 0.1, 0.01, 0.01, 0.02],
    steps: 100,
  },
  wells: {
    surface: { name: "double-well", tilt: 0.3 },
    formula: "(x² − 1)² + y² + 0.3x",
    view: { x: [-1.8, 1.8], y: [-1.2, 1.2] },
    start: [1.6, 1],
    lowest: [-1.0354, 0],
    rates: [0.03, 0.03, 0.03, 0.3, 0.01, 0.02, 0.05],
    steps: 100,
  },
  rosenbrock: {
    surface: { name: "rosenbrock" },
    formula: "(1 − x)² + 100(y − x²)²",
    view: { x: [-1.6, 1.6], y: [-0.6, 1.8] },
    start: [-1.2, 1],
    lowest: [1, 1],
    rates: [0.001, 0.0005, 0.0005, 0.3, 0.0001, 0.005, 0.02],
    steps: 100,
  },
  beale: {
    surface: { name: "beale" },
    formula: "Σ (cₖ − x + xyᵏ)²",
    view: { x: [-1, 4], y: [-1.5, 1.5] },
    start: [0.5, 1],
    lowest: [3, 0.5],
    rates: [0.01, 0.005, 0.005, 0.3, 0.0001, 0.01, 0.05],
    steps: 100,
  },
  sparse: {
    surface: { name: "sparse", every: 10, target: [1, 1] },
    formula: "½(x − 1)² + ½(y − 1)²",
    view: { x: [-1.5, 1.5], y: [-1.5, 1.5] },
    start: [-1.2, -1.2],
    lowest: [1, 1],
    rates: [0.1, 0.02, 0.02, 0.5, 0.01, 0.02, 0.05],
    steps: 100,
  },
} as const satisfies Record<string, RaceGround>;
export type RaceGroundName = keyof typeof raceGrounds;
export const raceGroundNames = Object.keys(raceGrounds) as RaceGroundName[];
