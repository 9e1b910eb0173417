/** Cases of a convolution: its shape and weights, and its values. */
import { z } from "zod";
import { ok } from "../../result";
import type { Pads, Pair, Volume } from "../layout";
import type { Output } from "../program";
import { caseKind } from "./case-kind";
import { bothSides, count, image, pair, real, volume, weights } from "./fields";

const grid = { stride: pair, dilation: pair };
const shapeCase = z.object({
  input: volume,
  kernel: pair,
  ...grid,
  padding: z.union([pair, z.literal("same")]),
  outChannels: count,
  bias: z.boolean(),
});
type ShapeCase = z.infer<typeof shapeCase>;

/** "same" gives ⌈in / s⌉ outputs; of an odd number of zeros one more goes after. */
function padsOf({ input, kernel, stride, dilation, padding }: ShapeCase): Pads {
  if (padding !== "same") return bothSides(padding);
  const along = (axis: 0 | 1): Pair => {
    const outputs = Math.ceil(input[axis] / stride[axis]);
    const reach = (outputs - 1) * stride[axis] + dilation[axis] * (kernel[axis] - 1) + 1;
    const total = Math.max(0, reach - input[axis]);
    return [Math.floor(total / 2), Math.ceil(total / 2)];
  };
  // A stride below 1 is refused by the run itself.
  if (Math.min(...stride) < 1) return [0, 0, 0, 0];
  return [...along(0), ...along(1)];
}

export const conv2dShapes = caseKind(shapeCase, (fields) => ({
  program: {
    kind: "network",
    input: fields.input,
    layers: [
      {
        type: "conv",
        filters: fields.outChannels,
        kernel: fields.kernel,
        stride: fields.stride,
        pads: padsOf(fields),
        dilation: fields.dilation,
        bias: fields.bias,
      },
    ],
  },
  write: (output) => {
    const layer = output.kind === "network" ? output.layers[0] : undefined;
    return ok({ output: layer?.output, params: layer?.params });
  },
}));

const valueCase = z
  .object({
    input: image,
    kernel: weights,
    bias: z.array(real).nullable(),
    pads: z.tuple([z.int(), z.int(), z.int(), z.int()]),
    ...grid,
  })
  .refine(({ input, kernel }) => input[0]?.[0]?.length === kernel[0]?.[0]?.length, {
    path: ["kernel"],
    message: "its input channels are not those of the input",
  })
  .refine(({ bias, kernel }) => bias === null || bias.length === kernel[0]?.[0]?.[0]?.length, {
    path: ["bias"],
    message: "one value for each output channel",
  });

export const conv2dValues = caseKind(valueCase, (fields) => ({
  program: { kind: "conv2d", ...fields, repeat: 1 },
  write: (output: Output) => {
    const made = output.kind === "conv2d" ? output : { values: [], shape: [0, 0, 0] as Volume };
    return ok({ output: made.values, outputShape: made.shape });
  },
}));
