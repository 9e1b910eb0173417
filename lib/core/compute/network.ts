/** Shapes, trainable weights, receptive field and jump of a network, layer by layer, by the published formulas. */
import { fail, ok, type Result } from "../result";
import type { Pair } from "./layout";
import type { LayerOutput, NetworkLayer, NetworkOutput, NetworkProgram } from "./network-program";
import type { ComputeFailure } from "./program";
import { poolWindowsOn, windowsOn } from "./windows";

/** r ← r + (d(k − 1))·j, then j ← j·s (Araujo, Norris & Sim 2019). */
interface Reach {
  receptiveField: number | null;
  jump: number | null;
}

export function runNetwork({ input, layers }: NetworkProgram): Result<NetworkOutput, ComputeFailure> {
  const outputs: LayerOutput[] = [];
  let shape: number[] = input;
  let reach: Reach = { receptiveField: 1, jump: 1 };
  for (const layer of layers) {
    const next = outputOf(layer, shape);
    if (!next.ok) return next;
    const params = paramsOf(layer, shape);
    shape = next.value;
    reach = reachAfter(layer, reach);
    outputs.push({ output: shape, params, ...reach });
  }
  const totalParams = outputs.reduce((sum, { params }) => sum + params, 0);
  return ok({ kind: "network", layers: outputs, totalParams });
}

/** Shape after a layer, or why it has none. */
export function outputOf(layer: NetworkLayer, shape: number[]): Result<number[], ComputeFailure> {
  const [height = 0, width = 0, channels = 0] = shape;
  const size: Pair = [height, width];
  const isFlat = shape.length === 1;
  switch (layer.type) {
    case "batch-norm":
    case "activation":
    case "dropout":
      return ok(shape);
    case "flatten":
      return ok([shape.reduce((product, side) => product * side, 1)]);
    case "dense":
      return isFlat && isCount(layer.units)
        ? ok([layer.units])
        : fail({ kind: "bad-field", message: "a dense layer takes flat input and has at least one unit" });
  }
  if (isFlat) return fail({ kind: "bad-field", message: `${layer.type} takes height, width and channels` });
  switch (layer.type) {
    case "conv": {
      if (!isCount(layer.filters))
        return fail({ kind: "bad-field", message: "a convolution has at least one filter" });
      const windows = windowsOn(size, layer);
      return windows.ok ? ok([...windows.value, layer.filters]) : windows;
    }
    case "adaptive-average-pool":
      return layer.size.every(isCount)
        ? ok([...layer.size, channels])
        : fail({ kind: "bad-field", message: "an adaptive size is a whole number of at least 1" });
    default: {
      const windows = poolWindowsOn(size, { ...layer, dilation: [1, 1] }, layer.rounding);
      return windows.ok ? ok([...windows.value, channels]) : windows;
    }
  }
}

const isCount = (count: number) => Number.isInteger(count) && count >= 1;

/** Trainable weights of a layer that takes this shape. */
function paramsOf(layer: NetworkLayer, shape: number[]): number {
  const channels = shape.at(-1) ?? 0;
  if (layer.type === "conv") {
    return (layer.kernel[0] * layer.kernel[1] * channels + (layer.bias ? 1 : 0)) * layer.filters;
  }
  if (layer.type === "dense") return (channels + (layer.bias ? 1 : 0)) * layer.units;
  return layer.type === "batch-norm" ? 2 * channels : 0;
}

/** Receptive field and jump after a layer; unknown once a layer is oblong, adaptive, flat or dense. */
export function reachAfter(layer: NetworkLayer, { receptiveField, jump }: Reach): Reach {
  if (layer.type === "batch-norm" || layer.type === "activation" || layer.type === "dropout") {
    return { receptiveField, jump };
  }
  const isWindow = layer.type === "conv" || layer.type === "max-pool" || layer.type === "average-pool";
  const unknown = { receptiveField: null, jump: null };
  if (!isWindow || receptiveField === null || jump === null) return unknown;
  const { kernel, stride } = layer;
  const dilation = layer.type === "conv" ? layer.dilation : [1, 1];
  const isSquare = kernel[0] === kernel[1] && stride[0] === stride[1] && dilation[0] === dilation[1];
  if (!isSquare) return unknown;
  return {
    receptiveField: receptiveField + (dilation[0] ?? 1) * (kernel[0] - 1) * jump,
    jump: jump * stride[0],
  };
}
