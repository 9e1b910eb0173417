/** Which lab shows what a concept of the default course is about. */
const labs: Readonly<Record<string, "window" | "network">> = {
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
};

export const labOf = (concept: string): "window" | "network" | null =>
  Object.hasOwn(labs, concept) ? (labs[concept] ?? null) : null;
