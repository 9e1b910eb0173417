/**
 * A network in TensorFlow.js: shapes are those of tensors that really ran through its layers, counts are the elements
 * of real weight tensors. One channel is enough for a size; weights too many for memory are counted by the unit.
 */
import { avgPool, conv2d, maxPool, reshape, type Tensor4D, tidy, zeros } from "@tensorflow/tfjs-core";
import type { Pair } from "@/lib/core/compute/layout";
import { outputOf, reachAfter } from "@/lib/core/compute/network";
import type {
  ConvLayer,
  LayerOutput,
  NetworkLayer,
  NetworkOutput,
  NetworkProgram,
  PoolLayer,
} from "@/lib/core/compute/network-program";
import type { ComputeFailure } from "@/lib/core/compute/program";
import { ok, type Result } from "@/lib/core/result";
import { sidesOf, weightsFor } from "./convolve";

/** Weights of a layer are made in one tensor up to this many elements. */
const mostElements = 2 ** 22;

export function buildNetwork({ input, layers }: NetworkProgram): Result<NetworkOutput, ComputeFailure> {
  const outputs: LayerOutput[] = [];
  let shape: number[] = input;
  let reach: Pick<LayerOutput, "receptiveField" | "jump"> = { receptiveField: 1, jump: 1 };
  for (const layer of layers) {
    const possible = outputOf(layer, shape);
    if (!possible.ok) return possible;
    const params = countWeights(layer, shape);
    shape = runLayer(layer, shape, possible.value);
    reach = reachAfter(layer, reach);
    outputs.push({ output: shape, params, ...reach });
  }
  return ok({
    kind: "network",
    layers: outputs,
    totalParams: outputs.reduce((sum, { params }) => sum + params, 0),
  });
}

/** Shape of the tensor that leaves the layer. Layers that keep or flatten their input need no window to slide. */
function runLayer(layer: NetworkLayer, shape: number[], expected: number[]): number[] {
  const [height = 1, width = 1, channels = 1] = shape;
  switch (layer.type) {
    case "conv":
      return [...tidy(() => convolved(layer, height, width)), layer.filters];
    case "max-pool":
    case "average-pool":
      return [...tidy(() => pooled(layer, [height, width], expected)), channels];
    case "flatten":
      return [tidy(() => reshape(zeros([1, height, width, channels]), [-1]).size)];
    default:
      return expected;
  }
}

function convolved({ kernel, stride, dilation, pads }: ConvLayer, height: number, width: number): number[] {
  const weights = Array.from({ length: kernel[0] }, () => Array.from({ length: kernel[1] }, () => [[0]]));
  const spread = weightsFor({ kernel: weights, stride, dilation });
  const image: Tensor4D = zeros([1, height, width, 1]);
  const filter: Tensor4D = zeros([spread.kernel.length, spread.kernel[0]?.length ?? 0, 1, 1]);
  return conv2d(image, filter, stride, sidesOf(pads), "NHWC", spread.dilation).shape.slice(1, 3);
}

/** Rounding up is rounding down over as much more padding at the end as the last window sticks out. */
function pooled({ type, kernel, stride, pads }: PoolLayer, size: Pair, expected: number[]): number[] {
  const image: Tensor4D = zeros([1, ...size, 1]);
  const [top, bottom, left, right] = pads;
  const beyond = (axis: 0 | 1, around: number) =>
    Math.max(0, ((expected[axis] ?? 1) - 1) * stride[axis] + kernel[axis] - size[axis] - around);
  const sides = sidesOf([top, bottom + beyond(0, top + bottom), left, right + beyond(1, left + right)]);
  const pool = type === "max-pool" ? maxPool : avgPool;
  return pool(image, kernel, stride, sides).shape.slice(1, 3);
}

/** Elements of the layer's trainable tensors. */
function countWeights(layer: NetworkLayer, shape: number[]): number {
  const channels = shape.at(-1) ?? 0;
  if (layer.type === "conv") {
    return countUnits([layer.kernel[0], layer.kernel[1], channels], layer.filters, layer.bias);
  }
  if (layer.type === "dense") return countUnits([channels], layer.units, layer.bias);
  return layer.type === "batch-norm" ? tidy(() => zeros([channels]).size + zeros([channels]).size) : 0;
}

function countUnits(unit: number[], units: number, hasBias: boolean): number {
  const perUnit = unit.reduce((product, side) => product * side, 1);
  const weights = tidy(() =>
    perUnit * units <= mostElements ? zeros([...unit, units]).size : zeros(unit).size * units,
  );
  return weights + (hasBias ? tidy(() => zeros([units]).size) : 0);
}
