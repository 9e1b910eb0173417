import { expect, it } from "vitest";
import type { Program } from "@/lib/core/compute/program";
import { runReference } from "@/lib/core/compute/reference";
import { drawVariant } from "@/lib/core/questions/draw-variant";
import { lrPowerDecay } from "@/lib/core/questions/families/lr-power-decay";
import { familyOf } from "@/lib/core/questions/registry";
import { fail, ok } from "@/lib/core/result";
import { runVariant } from "./run-variant";

const family = familyOf(lrPowerDecay.id);
if (!family) throw new Error("no lr-power-decay");
const { params } = drawVariant(family, 1, 1);

/** The reference; what is set beside the answer, a batch, ends as it is told to. */
const runner = (besides: "runs" | "does-not-fit" | "cancelled") => async (program: Program) => {
  if (program.kind === "batch" && besides !== "runs") return fail({ kind: besides, message: "" });
  const run = runReference(program);
  return run.ok
    ? ok({ output: run.value, engine: "reference" as const, backend: null, kernels: [], ms: 0 })
    : run;
};
async function panelsWhere(besides: Parameters<typeof runner>[0]): Promise<number | string> {
  const result = family && (await runVariant(family, params, runner(besides)));
  if (!result?.ok) return result?.error.kind ?? "";
  const { scene } = result.value.explanation;
  return scene.kind === "lines" ? scene.panels.length : 0;
}

it("explains without what could not be set beside the answer, and not at all once it is called off", async () => {
  expect(await panelsWhere("runs")).toBe(2);
  expect(await panelsWhere("does-not-fit")).toBe(1);
  expect(await panelsWhere("cancelled")).toBe("cancelled");
});
