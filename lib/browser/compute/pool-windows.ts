/** Pooling in TensorFlow.js. Its own ceil keeps windows that start beyond the data, so padding and size are set here. */
import {
  avgPool,
  div,
  maxPool,
  onesLike,
  pad,
  slice,
  type Tensor4D,
  tensor4d,
  tidy,
} from "@tensorflow/tfjs-core";
import type { ComputeFailure, PoolOutput, PoolProgram } from "@/lib/core/compute/program";
import { poolWindowsOn } from "@/lib/core/compute/windows";
import { ok, type Result } from "@/lib/core/result";

export function poolWindows(program: PoolProgram): Result<PoolOutput, ComputeFailure> {
  const { input, window, stride, pads, rounding } = program;
  const sizes: [number, number] = [input.length, input[0]?.length ?? 0];
  const size = poolWindowsOn(sizes, { kernel: window, stride, pads, dilation: [1, 1] }, rounding);
  if (!size.ok) return size;
  const [rows, columns] = size.value;
  return tidy(() => {
    const image: Tensor4D = tensor4d([input]);
    const pooled =
      program.pool === "max" ? lift(program, image, rows, columns) : mean(program, image, rows, columns);
    const [, height, width, channels] = pooled.shape;
    const [values = []] = pooled.arraySync();
    return ok({ kind: "pool" as const, shape: [height, width, channels] as PoolOutput["shape"], values });
  });
}

type Sides = [[number, number], [number, number], [number, number], [number, number]];

/** Cells beyond the data that the last windows reach: the trailing padding and, rounded up, what is missing to a whole window. */
function sidesOf({ input, window, stride, pads }: PoolProgram, rows: number, columns: number): Sides {
  const needed = (count: number, axis: 0 | 1) => (count - 1) * stride[axis] + window[axis];
  const bottom = Math.max(pads[1], needed(rows, 0) - input.length - pads[0]);
  const right = Math.max(pads[3], needed(columns, 1) - (input[0]?.length ?? 0) - pads[2]);
  return [
    [0, 0],
    [pads[0], bottom],
    [pads[2], right],
    [0, 0],
  ];
}

const cut = (pooled: Tensor4D, rows: number, columns: number): Tensor4D =>
  slice(pooled, [0, 0, 0, 0], [1, rows, columns, pooled.shape[3]]);

function lift(program: PoolProgram, image: Tensor4D, rows: number, columns: number): Tensor4D {
  const padded: Tensor4D = pad(image, sidesOf(program, rows, columns), Number.NEGATIVE_INFINITY);
  return cut(maxPool(padded, program.window, program.stride, "valid"), rows, columns);
}

/** Mean of zero-padded windows, put right by the share of their cells that count. */
function mean(program: PoolProgram, image: Tensor4D, rows: number, columns: number): Tensor4D {
  const { window, stride, pads, divisor } = program;
  const sides = sidesOf(program, rows, columns);
  const average = (padded: Tensor4D) => cut(avgPool(padded, window, stride, "valid"), rows, columns);
  const ones: Tensor4D = onesLike(image);
  const own: Sides = [
    [0, 0],
    [pads[0], pads[1]],
    [pads[2], pads[3]],
    [0, 0],
  ];
  const beyond = sides.map(([, after], axis): [number, number] => [
    0,
    after - (own[axis]?.[1] ?? 0),
  ]) as Sides;
  const counted: Tensor4D =
    divisor === "window" ? pad(pad<Tensor4D>(ones, own, 1), beyond) : pad(ones, sides);
  return div(average(pad(image, sides)), average(counted));
}
