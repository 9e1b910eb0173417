/** Training in small batches near its goal, as data: how far does chance throw the weights about? */

/**
 * Weights that learn the means of their samples, with the loss ½(w − x)² of each. They start at those means, where only
 * the draw of the batches moves them. All settings draw from the same samples.
 */
export interface JitterProgram {
  kind: "jitter";
  /** One row a sample, one number for each weight. */
  samples: number[][];
  settings: JitterSetting[];
  steps: number;
  /** Of the batches, whose samples are drawn with replacement. */
  seed: number;
}
export interface JitterSetting {
  rate: number;
  batch: number;
}

export interface JitterOutput {
  kind: "jitter";
  /** In the order of the settings. */
  runs: JitterRun[];
}
export interface JitterRun {
  /** The first weight's distance from its mean, for steps 0 to the last. */
  path: number[];
  /** Mean of the squared distances of all weights, once a fifth of the steps has passed. */
  variance: number;
}
export const settledAfter = (steps: number): number => Math.floor(steps / 5);
