/** Convolution in plain float64: what "the output" means, in loops that can be read. */
import { fail, ok, type Result } from "../result";
import type { ComputeFailure, Conv2dOutput, Conv2dProgram } from "./program";
import { windowsOn } from "./windows";

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
  const size = windowsOn([input.length, input[0]?.length ?? 0], {
    ...program,
    kernel: [kernel.length, kernel[0]?.length ?? 0],
  });
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
