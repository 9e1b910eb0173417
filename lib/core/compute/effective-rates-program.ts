/** The factor on the gradient of several optimizers side by side, as data. */

export const methods = ["sgd", "momentum", "nag", "adagrad", "adadelta", "rmsprop", "adam"] as const;
export type Method = (typeof methods)[number];
export interface Lane {
  method: Method;
  /** Learning rate η; Adadelta has none and ignores it (1 by its paper). */
  rate: number;
  /** β (momentum, nag), ρ (adadelta, rmsprop) or β1 (adam). */
  decay: number;
  /** β2 of adam; unused elsewhere. */
  decay2: number;
  epsilon: number;
  /** Factor on every gradient of this lane: 1, or 10 to see whether the method adapts to their size. */
  scale: number;
}

/** Every lane takes the same gradients (times its scale), one a step; the factor on the gradient is read at the steps `at` (counted from 1). */
export interface EffectiveRatesProgram {
  kind: "effective-rates";
  lanes: Lane[];
  gradients: number[];
  at: number[];
}
export interface EffectiveRatesOutput {
  kind: "effective-rates";
  /** rates[lane][i] is η_eff of that lane at step at[i]. */
  rates: number[][];
}
