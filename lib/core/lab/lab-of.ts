/** Which lab shows what a concept of the default course is about. */
export const labNames = ["window", "network", "race", "schedule", "rate-finder", "fit"] as const;
export type LabName = (typeof labNames)[number];

/** The lab of each concept, with the state in its address that shows the concept where the lab does not open with it. */
const labs: Readonly<Record<string, LabName | `${LabName}?${string}`>> = {
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
  "local-minimum": "race?on=wells",
  momentum: "race",
  nag: "race",
  adagrad: "race",
  adadelta: "race",
  rmsprop: "race",
  adam: "race",
  "automatic-rates": "race",
  "learning-rate": "rate-finder",
  "learning-rate-scheduling": "schedule",
  "power-scheduling": "schedule?schedule=power",
  "exponential-scheduling": "schedule?schedule=exponential",
  "piecewise-constant-scheduling": "schedule?schedule=piecewise-constant",
  "performance-scheduling": "schedule?schedule=plateau",
  "one-cycle-scheduling": "schedule?schedule=onecycle",
  "large-then-smaller": "schedule",
  "per-layer-rates": "fit?by=network&out=0.1",
  "loss-function": "fit?by=network&loss=absolute",
  "batch-size": "fit?by=network&b=4",
  iteration: "fit?by=network&b=4",
  overfitting: "fit?d=10",
  underfitting: "fit?d=1",
  epoch: "fit?by=network",
};

/** Path and state of the lab below /lab/, or null. */
export const labOf = (concept: string): string | null =>
  Object.hasOwn(labs, concept) ? (labs[concept] ?? null) : null;
