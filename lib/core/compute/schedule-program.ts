/** A learning-rate schedule as data. Rate t is the one used for update t, counted from 0. */
export type Schedule =
  | { name: "step"; lr: number; stepSize: number; gamma: number }
  | { name: "piecewise-constant"; lr: number; milestones: number[]; gamma: number }
  /** lr · base^(t / every). */
  | { name: "exponential"; lr: number; base: number; every: number }
  /** lr / (1 + t/s)^c. */
  | { name: "power"; lr: number; s: number; c: number }
  | {
      name: "onecycle";
      totalSteps: number;
      maxLr: number;
      pctStart: number;
      anneal: "linear" | "cos";
      divFactor: number;
      finalDivFactor: number;
      threePhase: boolean;
    }
  | {
      name: "plateau";
      lr: number;
      mode: "min" | "max";
      factor: number;
      patience: number;
      threshold: number;
      thresholdMode: "rel" | "abs";
      cooldown: number;
      minLr: number;
      /** metric[i] is reported after update i. */
      metric: number[];
    };

export interface ScheduleProgram {
  kind: "schedule";
  schedule: Schedule;
  /** How many rates. */
  steps: number;
}
export interface ScheduleOutput {
  kind: "schedule";
  rates: number[];
}
