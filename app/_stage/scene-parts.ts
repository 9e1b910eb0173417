import type { Scene } from "@/lib/core/questions/scene";

/**
 * The parts that draw the scenes. Each is fetched from this one place when it is first needed, so that what was fetched
 * before a verdict is shown is what draws it.
 */
export const loadScene = {
  convolution: () => import("./convolution-stage"),
  "effective-rates": () => import("./rates-stage"),
  pooling: () => import("./pooling-stage"),
  weights: () => import("./weights-stage"),
  network: () => import("./network-stage"),
  influence: () => import("./influence-stage"),
  "receptive-field": () => import("./receptive-field-stage"),
  flatten: () => import("./flatten-stage"),
  candidates: () => import("./candidates-stage"),
  paddings: () => import("./paddings-stage"),
  kernels: () => import("./kernels-stage"),
  shift: () => import("./shift-stage"),
  paths: () => import("./paths-stage"),
  lines: () => import("./lines-stage"),
  shuffle: () => import("./shuffle-stage"),
} satisfies Record<Scene["kind"], () => Promise<unknown>>;
