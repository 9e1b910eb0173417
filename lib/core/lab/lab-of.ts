/** Which lab shows what a concept of the default course is about. */
export const labNames = ["window", "network", "race", "schedule", "rate-finder", "fit"] as const;
export type LabName = (typeof labNames)[number];

const labs: Readonly<Record<string, LabName>> = {
  "convolutional-layer": "window",
  filter: "window",
  padding: "window",
  stride: "window",
  "feature-map": "window",
  "pooling-layer": "window",
  "pooling-kinds": "window",
  cnn: "network",
  "fully-connected": "network",
  "receptive-field": "network",
  "gradient-descent": "race",
  "local-minimum": "race",
  momentum: "race",
  nag: "race",
  adagrad: "race",
  adadelta: "race",
  rmsprop: "race",
  adam: "race",
  "automatic-rates": "race",
  "learning-rate": "rate-finder",
  "learning-rate-scheduling": "schedule",
  "power-scheduling": "schedule",
  "exponential-scheduling": "schedule",
  "piecewise-constant-scheduling": "schedule",
  "performance-scheduling": "schedule",
  "one-cycle-scheduling": "schedule",
  "large-then-smaller": "schedule",
  "per-layer-rates": "race",
  "loss-function": "fit",
  "batch-size": "race",
  iteration: "race",
  overfitting: "fit",
  underfitting: "fit",
  epoch: "fit",
};

export const labOf = (concept: string): LabName | null =>
  Object.hasOwn(labs, concept) ? (labs[concept] ?? null) : null;
