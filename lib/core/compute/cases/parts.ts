/** A case that needs several runs. */
import { ok } from "../../result";
import type { SingleOutput } from "../program";
import type { CasePlan } from "./case-kind";

/** Writes the outputs of a batch; the first part that could not be done fails the case. */
export const allOf =
  (write: (outputs: SingleOutput[]) => Record<string, unknown>): CasePlan["write"] =>
  (output) => {
    const parts = output.kind === "batch" ? output.outputs : [];
    const failed = parts.find((part) => !part.ok);
    if (failed && !failed.ok) return failed;
    return ok(write(parts.flatMap((part) => (part.ok ? [part.value] : []))));
  };
