/** Cases of whole networks: shapes, weights, receptive field and jump of every layer. */
import { z } from "zod";
import { ok } from "../../result";
import type { Pair } from "../layout";
import type { LayerOutput, NetworkLayer } from "../network-program";
import type { Output } from "../program";
import { type CasePlan, caseKind } from "./case-kind";
import { bothSides, count, pair, volume } from "./fields";

const windows = { kernel: pair, stride: pair, padding: pair };
const layer = z.discriminatedUnion("type", [
  z
    .object({
      type: z.literal("conv"),
      filters: count,
      ...windows,
      dilation: pair.optional(),
      bias: z.boolean(),
    })
    .transform(
      ({ padding, dilation = [1, 1], ...rest }): NetworkLayer => ({
        ...rest,
        dilation,
        pads: bothSides(padding),
      }),
    ),
  ...(["max-pool", "average-pool"] as const).map((type) =>
    z
      .object({ type: z.literal(type), ...windows })
      .transform(
        ({ padding, ...rest }): NetworkLayer => ({ ...rest, pads: bothSides(padding), rounding: "floor" }),
      ),
  ),
  z.object({ type: z.literal("adaptive-average-pool"), size: pair }),
  z.object({ type: z.literal("dense"), units: count, bias: z.boolean() }),
  ...(["batch-norm", "activation", "dropout", "flatten"] as const).map((type) =>
    z.object({ type: z.literal(type) }),
  ),
]);

/**
 * Some libraries flatten between the last volume and the first dense layer without a layer of that name. The run gets
 * one; `isListed` says which layers the case itself has.
 */
function flattened(layers: readonly NetworkLayer[]): { layer: NetworkLayer; isListed: boolean }[] {
  let isFlat = false;
  return layers.flatMap((layer) => {
    const isMissing = layer.type === "dense" && !isFlat;
    isFlat ||= layer.type === "dense" || layer.type === "flatten";
    const listed = { layer, isListed: true };
    return isMissing ? [{ layer: { type: "flatten" as const }, isListed: false }, listed] : [listed];
  });
}

/** A network whose layers are written by `write`, those that the case does not list left out. */
function planOf(
  input: [number, number, number],
  layers: readonly NetworkLayer[],
  write: (layers: LayerOutput[], totalParams: number) => Record<string, unknown>,
): CasePlan {
  const run = flattened(layers);
  return {
    program: { kind: "network", input, layers: run.map(({ layer }) => layer) },
    write: (output: Output) => {
      if (output.kind !== "network") return ok({});
      return ok(
        write(
          output.layers.filter((_, at) => run[at]?.isListed),
          output.totalParams,
        ),
      );
    },
  };
}

export const network = caseKind(z.object({ input: volume, layers: z.array(layer) }), ({ input, layers }) =>
  planOf(input, layers, (rows, totalParams) => ({ layers: rows, totalParams })),
);

/** ["conv", filters, kernel, stride, padding] and its kind, as the reference files write layers. */
const row = z.union([
  z.tuple([z.literal("conv"), count, pair, pair, pair]).transform(([, filters, kernel, stride, padding]) => ({
    type: "conv" as const,
    filters,
    kernel,
    stride,
    padding,
  })),
  z
    .tuple([z.enum(["maxpool", "avgpool"]), pair, pair])
    .transform(([name, kernel, stride]) => ({ type: "pool" as const, name, kernel, stride })),
  z.tuple([z.literal("dense"), count]).transform(([, units]) => ({ type: "dense" as const, units })),
  z.tuple([z.enum(["bn", "globalavg", "flatten"])]).transform(([name]) => ({ type: "plain" as const, name })),
]);
const one: Pair = [1, 1];

function layerOf(row_: z.infer<typeof row>, bias: boolean): NetworkLayer {
  switch (row_.type) {
    case "conv":
      return { ...row_, pads: bothSides(row_.padding), dilation: one, bias };
    case "pool": {
      const type = row_.name === "maxpool" ? "max-pool" : "average-pool";
      return { type, kernel: row_.kernel, stride: row_.stride, pads: [0, 0, 0, 0], rounding: "floor" };
    }
    case "dense":
      return { ...row_, bias };
    default:
      if (row_.name === "bn") return { type: "batch-norm" };
      return row_.name === "flatten" ? { type: "flatten" } : { type: "adaptive-average-pool", size: one };
  }
}

const countCase = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("mlp"), sizes: z.array(count).min(2), bias: z.boolean().default(true) }),
  z.object({
    kind: z.literal("cnn"),
    input: volume,
    layers: z.array(z.object({ layer: row })),
    bias: z.boolean().default(true),
  }),
]);

export const denseParams = caseKind(countCase, (fields) => {
  const { bias } = fields;
  if (fields.kind === "cnn") {
    return planOf(
      fields.input,
      fields.layers.map(({ layer }) => layerOf(layer, bias)),
      (rows, totalParams) => ({
        layers: rows.map(({ output, params }) => ({ output, params })),
        totalParams,
      }),
    );
  }
  const [inputs = 1, ...units] = fields.sizes;
  return planOf(
    [1, 1, inputs],
    units.map((count) => ({ type: "dense", units: count, bias })),
    (rows, totalParams) => ({ layerParams: rows.map(({ params }) => params), totalParams }),
  );
});
