/** A case of outside JSON becomes a program; the run's output becomes the fields that are given back. */
import type { z } from "zod";
import { fail, ok, type Result } from "../../result";
import type { ComputeFailure, Output, Program } from "../program";

export interface CasePlan {
  program: Program;
  /** The computed fields, or the failure of a part of a batch. */
  write(output: Output): Result<Record<string, unknown>, ComputeFailure>;
}

/** Reads one case. Fields that are missing or wrong give `bad-field`; fields nobody asked for are passed over. */
export type CaseKind = (fields: unknown) => Result<CasePlan, ComputeFailure>;

export function caseKind<Fields>(schema: z.ZodType<Fields>, plan: (fields: Fields) => CasePlan): CaseKind {
  return (fields) => {
    const read = schema.safeParse(fields);
    if (read.success) return ok(plan(read.data));
    const [issue] = read.error.issues;
    const path = issue?.path.join(".") ?? "";
    return fail({ kind: "bad-field", message: path ? `${path}: ${issue?.message}` : `${issue?.message}` });
  };
}
