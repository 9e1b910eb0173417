/** Where windows fit on an axis: the arithmetic that convolution, pooling and whole networks share. */
import { fail, ok, type Result } from "../result";
import type { Pads, Pair } from "./layout";
import type { ComputeFailure } from "./program";

/** ⌊(n + pads − (d(k − 1) + 1)) / s⌋ + 1; below 1 when the window does not fit. */
export const outputSize = (
  size: number,
  padding: number,
  kernel: number,
  stride: number,
  dilation: number,
): number => Math.floor((size + padding - dilation * (kernel - 1) - 1) / stride) + 1;

export interface WindowGrid {
  kernel: Pair;
  stride: Pair;
  pads: Pads;
  dilation: Pair;
}

const isStep = (step: number) => Number.isInteger(step) && step >= 1;
const isSide = (side: number) => Number.isInteger(side) && side >= 0;

/** What is wrong with the numbers of a window before any size is looked at, or null. */
function refusalOf({ kernel, stride, pads, dilation }: WindowGrid): ComputeFailure | null {
  if (![...stride, ...dilation].every(isStep)) {
    return { kind: "bad-field", message: "stride and dilation are whole numbers of at least 1" };
  }
  if (!pads.every(isSide) || !kernel.every(isStep)) {
    return {
      kind: "bad-field",
      message: "pads are whole numbers of at least 0, kernel sides of at least 1",
    };
  }
  return null;
}

/** Rows and columns of windows that fit whole, or why there is none. */
export function windowsOn([height, width]: Pair, grid: WindowGrid): Result<Pair, ComputeFailure> {
  const refused = refusalOf(grid);
  if (refused) return fail(refused);
  const { kernel, stride, pads, dilation } = grid;
  const rows = outputSize(height, pads[0] + pads[1], kernel[0], stride[0], dilation[0]);
  const columns = outputSize(width, pads[2] + pads[3], kernel[1], stride[1], dilation[1]);
  if (rows < 1 || columns < 1) {
    return fail({ kind: "does-not-fit", message: "the kernel is larger than the padded input" });
  }
  return ok([rows, columns]);
}

/** As `windowsOn`, but a last window that fits only in part counts too, unless it starts in the trailing padding. */
export function windowsOnRoundedUp([height, width]: Pair, grid: WindowGrid): Result<Pair, ComputeFailure> {
  const refused = refusalOf(grid);
  if (refused) return fail(refused);
  const { kernel, stride, pads } = grid;
  const along = (size: number, before: number, after: number, window: number, step: number) => {
    const count = Math.ceil((size + before + after - window) / step) + 1;
    return (count - 1) * step >= size + before ? count - 1 : count;
  };
  const rows = along(height, pads[0], pads[1], kernel[0], stride[0]);
  const columns = along(width, pads[2], pads[3], kernel[1], stride[1]);
  if (rows < 1 || columns < 1) {
    return fail({ kind: "does-not-fit", message: "the window leaves no output" });
  }
  return ok([rows, columns]);
}

/** Pooling's extra rule: padding is at most half the window, or a window could lie in padding alone. */
export function poolWindowsOn(
  size: Pair,
  grid: WindowGrid,
  rounding: "floor" | "ceil",
): Result<Pair, ComputeFailure> {
  const [top, bottom, left, right] = grid.pads;
  if (Math.max(top, bottom) > grid.kernel[0] / 2 || Math.max(left, right) > grid.kernel[1] / 2) {
    return fail({ kind: "bad-field", message: "padding is at most half the window" });
  }
  return rounding === "floor" ? windowsOn(size, grid) : windowsOnRoundedUp(size, grid);
}
