import type { Output } from "@/lib/core/compute/program";
import type { Explanation } from "@/lib/core/questions/family";
import type { AnyFamily } from "@/lib/core/questions/registry";
import { computeClient } from "./client";

/** The explanation of a run, with what its picture sets beside it run as well; that may fail without taking it along. */
export async function explainRun(
  family: AnyFamily,
  params: unknown,
  output: Output,
  signal?: AbortSignal,
): Promise<Explanation> {
  const beside = family.beside ? await computeClient().run(family.beside(params), signal) : null;
  return family.explain(params, output, beside?.ok ? beside.value.output : undefined);
}
