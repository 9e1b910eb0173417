/** Every kind of case by its name on the command line. */
import type { CaseKind } from "./case-kind";
import { conv2dShapes, conv2dValues } from "./conv2d";
import { denseParams, network } from "./network";
import { pool } from "./pool";

export const caseKinds: Readonly<Record<string, CaseKind>> = {
  "conv2d-shapes": conv2dShapes,
  "conv2d-values": conv2dValues,
  pool,
  "dense-params": denseParams,
  network,
};
