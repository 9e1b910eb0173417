/** Every kind of case by its name on the command line. */
import type { CaseKind } from "./case-kind";
import { conv2dShapes, conv2dValues } from "./conv2d";
import { effectiveLr, optimizers } from "./descent";
import { losses } from "./loss";
import { denseParams, network } from "./network";
import { pool } from "./pool";
import { schedules } from "./schedule";

export const caseKinds: Readonly<Record<string, CaseKind>> = {
  "conv2d-shapes": conv2dShapes,
  "conv2d-values": conv2dValues,
  pool,
  "dense-params": denseParams,
  network,
  optimizers,
  schedules,
  losses,
  "effective-lr": effectiveLr,
};
