import type { ComputeFailure, Program } from "@/lib/core/compute/program";
import type { Explanation } from "@/lib/core/questions/family";
import type { AnyFamily } from "@/lib/core/questions/registry";
import { ok, type Result } from "@/lib/core/result";
import type { Cancelled, ComputeRun } from "./client";

type Run = (program: Program) => Promise<Result<ComputeRun, ComputeFailure | Cancelled>>;

/** Runs a variant, then what its picture sets beside the answer. That may fail and is left out; called off, so is all. */
export async function runVariant(
  family: AnyFamily,
  params: unknown,
  run: Run,
): Promise<Result<{ run: ComputeRun; explanation: Explanation }, ComputeFailure | Cancelled>> {
  const asked = await run(family.solve(params));
  if (!asked.ok) return asked;
  const beside = family.beside ? await run(family.beside(params)) : null;
  if (beside?.ok === false && beside.error.kind === "cancelled") return beside;
  const besides = beside?.ok ? beside.value.output : undefined;
  return ok({ run: asked.value, explanation: family.explain(params, asked.value.output, besides) });
}
