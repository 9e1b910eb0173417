/** A conv2d program in TensorFlow.js: always explicit pads on each side, never a number or "same". */
import { add, conv2d, type Tensor4D, tensor1d, tensor4d, tidy } from "@tensorflow/tfjs-core";
import type { Pads, Pair } from "@/lib/core/compute/layout";
import type { ComputeFailure, Conv2dOutput, Conv2dProgram } from "@/lib/core/compute/program";
import { windowsOn } from "@/lib/core/compute/windows";
import { fail, ok, type Result } from "@/lib/core/result";

export function convolve(program: Conv2dProgram): Result<Conv2dOutput, ComputeFailure> {
  const refused = refusal(program);
  if (refused) return fail(refused);
  const { pads, stride, bias, repeat } = program;
  const { kernel, dilation } = weightsFor(program);
  return tidy(() => {
    const weights = tensor4d(kernel);
    let image: Tensor4D = tensor4d([program.input]);
    for (let layer = 0; layer < repeat; layer += 1) {
      image = conv2d(image, weights, stride, sidesOf(pads), "NHWC", dilation);
      if (bias) image = add(image, tensor1d(bias));
    }
    const [, height, width, channels] = image.shape;
    const [values = []] = image.arraySync();
    return ok({ kind: "conv2d" as const, shape: [height, width, channels] as Conv2dOutput["shape"], values });
  });
}

type Sides = [[0, 0], [number, number], [number, number], [0, 0]];
/** Pads in the form that TensorFlow.js takes for each side. */
export const sidesOf = ([top, bottom, left, right]: Pads): Sides => [
  [0, 0],
  [top, bottom],
  [left, right],
  [0, 0],
];

/** Why some layer has no output, or null when every one has. */
function refusal(program: Conv2dProgram): ComputeFailure | null {
  const { input, kernel } = program;
  const channels = kernel[0]?.[0]?.length ?? 0;
  if ((input[0]?.[0]?.length ?? 0) !== channels || channels === 0) {
    return { kind: "bad-field", message: "kernel channels and input channels differ" };
  }
  let size: Pair = [input.length, input[0]?.length ?? 0];
  for (let layer = 0; layer < program.repeat; layer += 1) {
    const next = windowsOn(size, {
      ...program,
      kernel: [kernel.length, kernel[0]?.length ?? 0],
    });
    if (!next.ok) return next.error;
    size = next.value;
  }
  return null;
}

/** TensorFlow.js refuses stride and dilation together: then zeros between the weights do what dilation does. */
export function weightsFor({
  kernel,
  stride,
  dilation,
}: Pick<Conv2dProgram, "kernel" | "stride" | "dilation">): { kernel: number[][][][]; dilation: Pair } {
  const isBoth = Math.max(...stride) > 1 && Math.max(...dilation) > 1;
  return isBoth ? { kernel: spreadKernel({ kernel, dilation }), dilation: [1, 1] } : { kernel, dilation };
}

/** The kernel with zeros between its weights, as far apart as the dilation says. */
export function spreadKernel({ kernel, dilation }: Pick<Conv2dProgram, "kernel" | "dilation">) {
  const spread = <Cell>(cells: Cell[], by: number, zero: Cell): Cell[] =>
    cells.flatMap((cell, at) => (at === 0 ? [cell] : [...Array<Cell>(by - 1).fill(zero), cell]));
  const zeroCell = (kernel[0]?.[0] ?? []).map((filters) => filters.map(() => 0));
  const rows = kernel.map((row) => spread(row, dilation[1], zeroCell));
  const zeroRow = (rows[0] ?? []).map(() => zeroCell);
  return spread(rows, dilation[0], zeroRow);
}
