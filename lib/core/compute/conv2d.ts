/** Convolution in plain float64: what "the output" means, in loops that can be read. */
import { fail, ok, type Result } from "../result";
import type { ComputeFailure, Conv2dOutput, Conv2dProgram, Pads, Pair } from "./program";

/** ⌊(n + pads − (d(k − 1) + 1)) / s⌋ + 1; below 1 when the kernel does not fit. */
export const outputSize = (
  size: number,
  padding: number,
  kernel: number,
  stride: number,
  dilation: number,
): number => Math.floor((size + padding - dilation * (kernel - 1) - 1) / stride) + 1;

/** Output height and width of one layer, or why there is none. */
export function convolvedSize(
  [height, width]: Pair,
  kernel: Pair,
  layer: { pads: Pads; stride: Pair; dilation: Pair },
): Result<Pair, ComputeFailure> {
  const [top, bottom, left, right] = layer.pads;
  const steps = [...layer.stride, ...layer.dilation];
  if (!steps.every((step) => Number.isInteger(step) && step >= 1)) {
    return fail({ kind: "bad-field", message: "stride and dilation are whole numbers of at least 1" });
  }
  if (![...layer.pads, ...kernel].every((side) => Number.isInteger(side) && side >= 0)) {
    return fail({ kind: "bad-field", message: "pads and kernel sides are whole numbers of at least 0" });
  }
  const rows = outputSize(height, top + bottom, kernel[0], layer.stride[0], layer.dilation[0]);
  const columns = outputSize(width, left + right, kernel[1], layer.stride[1], layer.dilation[1]);
  if (rows < 1 || columns < 1) {
    return fail({ kind: "does-not-fit", message: "the kernel is larger than the padded input" });
  }
  return ok([rows, columns]);
}

/** Runs a conv2d program; refuses what has no answer before computing anything. */
export function runConv2d(program: Conv2dProgram): Result<Conv2dOutput, ComputeFailure> {
  let values = program.input;
  for (let layer = 0; layer < program.repeat; layer += 1) {
    const next = convolve(values, program);
    if (!next.ok) return next;
    values = next.value;
  }
  const shape: Conv2dOutput["shape"] = [values.length, values[0]?.length ?? 0, values[0]?.[0]?.length ?? 0];
  return ok({ kind: "conv2d", shape, values });
}

function convolve(input: number[][][], program: Conv2dProgram): Result<number[][][], ComputeFailure> {
  const { kernel, bias, pads, stride, dilation } = program;
  const channels = kernel[0]?.[0]?.length ?? 0;
  const filters = kernel[0]?.[0]?.[0]?.length ?? 0;
  if ((input[0]?.[0]?.length ?? 0) !== channels || channels === 0 || filters === 0) {
    return fail({ kind: "bad-field", message: "kernel channels and input channels differ" });
  }
  const size = convolvedSize(
    [input.length, input[0]?.length ?? 0],
    [kernel.length, kernel[0]?.length ?? 0],
    program,
  );
  if (!size.ok) return size;
  const [rows, columns] = size.value;
  const sumAt = (row: number, column: number, filter: number): number => {
    let sum = bias?.[filter] ?? 0;
    kernel.forEach((kernelRow, i) => {
      const line = input[row * stride[0] + i * dilation[0] - pads[0]];
      kernelRow.forEach((weights, j) => {
        const cell = line?.[column * stride[1] + j * dilation[1] - pads[2]];
        cell?.forEach((value, channel) => {
          sum += value * (weights[channel]?.[filter] ?? 0);
        });
      });
    });
    return sum;
  };
  const upTo = (length: number) => Array.from({ length }, (_, at) => at);
  return ok(
    upTo(rows).map((row) =>
      upTo(columns).map((column) => upTo(filters).map((filter) => sumAt(row, column, filter))),
    ),
  );
}
