/** Which lab shows what a concept of the default course is about. */
export const labNames = ["window", "network", "race"] as const;
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
};

export const labOf = (concept: string): LabName | null =>
  Object.hasOwn(labs, concept) ? (labs[concept] ?? null) : null;
