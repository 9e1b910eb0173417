/** A loss of predictions against targets, as data. */
export const elementwise = ["mse", "mae", "huber", "bce", "bce-with-logits"] as const;
export const byClass = ["softmax-cross-entropy", "cross-entropy-from-probabilities"] as const;

export type LossProgram =
  | {
      kind: "loss";
      loss: (typeof elementwise)[number];
      /** One number for each target. */
      prediction: number[];
      target: number[];
      /** Where Huber's loss turns from square to straight; read by it alone. */
      delta: number;
    }
  | {
      kind: "loss";
      loss: (typeof byClass)[number];
      /** [batch][class]: logits, or probabilities that are taken as they are. */
      prediction: number[][];
      /** Index of the right class for each of the batch. */
      target: number[];
    };

export interface LossOutput {
  kind: "loss";
  mean: number;
  sum: number;
  /** Derivative of the mean by each prediction, in their order; row after row where there are classes. */
  gradMean: number[];
}
