import type { Pair } from "../../compute/layout";
import type { WindowLayer } from "../../compute/program";

/** Which input cells act on which output, and how often: numbers on a map, 0 where there is none. */
export interface InfluenceScene {
  kind: "influence";
  values: number[][];
  output: Pair;
  /** The output cell that was followed back, or all. */
  from: Pair | "all";
  layer: WindowLayer;
}

/** The cone from one output cell back to the input, along one axis. */
export interface ReceptiveFieldScene {
  kind: "receptive-field";
  /** From the input on: level 0 is the input itself. */
  levels: {
    /** Cells of the level along one axis. */
    size: number;
    /** First and last cell that the followed output cell depends on. */
    span: [from: number, to: number];
    /** Receptive field and jump in input cells. */
    field: number;
    jump: number;
  }[];
  /** layers[i] leads from level i to level i + 1. */
  layers: WindowLayer[];
}
