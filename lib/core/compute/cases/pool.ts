/** Cases of pooling: largest values, means by both conventions, or sizes alone. */
import { z } from "zod";
import { ok } from "../../result";
import type { Output, PoolProgram } from "../program";
import { type CasePlan, caseKind } from "./case-kind";
import { bothSides, image, pair, volume } from "./fields";
import { allOf } from "./parts";

const window = { kernel: pair, stride: pair, padding: pair };
const filled = { input: image, ...window, ceilMode: z.boolean() };
const poolCase = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("max"), ...filled }),
  z.object({ kind: z.literal("avg"), ...filled }),
  z.object({ kind: z.literal("shape"), inputShape: volume, ...window }),
]);
type PoolCase = z.infer<typeof poolCase>;

function programOf(
  fields: Exclude<PoolCase, { kind: "shape" }>,
  divisor: PoolProgram["divisor"],
): PoolProgram {
  return {
    kind: "pool",
    pool: fields.kind === "max" ? "max" : "average",
    input: fields.input,
    window: fields.kernel,
    stride: fields.stride,
    pads: bothSides(fields.padding),
    rounding: fields.ceilMode ? "ceil" : "floor",
    divisor,
  };
}

const made = (output: Output | undefined) =>
  output?.kind === "pool" ? { values: output.values, shape: output.shape } : { values: [], shape: [] };

/** Height and width after one layer of a network. */
const sizeOf = (output: Output | undefined): number[] =>
  output?.kind === "network" ? (output.layers[0]?.output.slice(0, 2) ?? []) : [];

function plan(fields: PoolCase): CasePlan {
  if (fields.kind === "max") {
    return {
      program: programOf(fields, "window"),
      write: (output) => ok({ output: made(output).values, outputShape: made(output).shape }),
    };
  }
  if (fields.kind === "avg") {
    return {
      program: { kind: "batch", programs: [programOf(fields, "window"), programOf(fields, "real-cells")] },
      write: allOf(([include, exclude]) => ({
        outputCountIncludePad: made(include).values,
        outputCountExcludePad: made(exclude).values,
        outputShape: made(include).shape,
      })),
    };
  }
  const { inputShape, kernel, stride, padding } = fields;
  const layer = { type: "max-pool" as const, kernel, stride, pads: bothSides(padding) };
  const sizes = (rounding: PoolProgram["rounding"]) => ({
    kind: "network" as const,
    input: inputShape,
    layers: [{ ...layer, rounding }],
  });
  return {
    program: { kind: "batch", programs: [sizes("floor"), sizes("ceil")] },
    write: allOf(([floor, ceil]) => ({ outputFloor: sizeOf(floor), outputCeil: sizeOf(ceil) })),
  };
}

export const pool = caseKind(poolCase, plan);
