/** Pooling in plain float64. Every channel is pooled by itself; padding of max pooling is −∞. */
import { ok, type Result } from "../result";
import type { ComputeFailure, PoolOutput, PoolProgram } from "./program";
import { poolWindowsOn } from "./windows";

/** Runs a pool program; refuses a window that leaves no output and padding above half the window. */
export function runPool(program: PoolProgram): Result<PoolOutput, ComputeFailure> {
  const { input, window, stride, pads, rounding } = program;
  const [height, width, channels] = [input.length, input[0]?.length ?? 0, input[0]?.[0]?.length ?? 0];
  const grid = { kernel: window, stride, pads, dilation: [1, 1] as [number, number] };
  const size = poolWindowsOn([height, width], grid, rounding);
  if (!size.ok) return size;
  const [rows, columns] = size.value;
  const values = upTo(rows).map((row) =>
    upTo(columns).map((column) => upTo(channels).map((channel) => pooled(program, row, column, channel))),
  );
  return ok({ kind: "pool", shape: [rows, columns, channels], values });
}

const upTo = (length: number) => Array.from({ length }, (_, at) => at);

function pooled(program: PoolProgram, row: number, column: number, channel: number): number {
  const { input, pads } = program;
  const [fromRow, toRow] = span(program, 0, row, input.length + pads[1]);
  const [fromColumn, toColumn] = span(program, 1, column, (input[0]?.length ?? 0) + pads[3]);
  const cells = input
    .slice(Math.max(0, fromRow), toRow)
    .flatMap((line) => line.slice(Math.max(0, fromColumn), toColumn))
    .map((cell) => cell[channel] ?? Number.NaN);
  if (program.pool === "max") return Math.max(...cells);
  const sum = cells.reduce((total, cell) => total + cell, 0);
  const counted = program.divisor === "window" ? (toRow - fromRow) * (toColumn - fromColumn) : cells.length;
  return sum / counted;
}

/** First cell of a window and the one after its last, cut at the end of the trailing padding. */
function span(
  { window, stride, pads }: PoolProgram,
  axis: 0 | 1,
  at: number,
  end: number,
): [from: number, to: number] {
  const from = at * stride[axis] - (axis === 0 ? pads[0] : pads[2]);
  return [from, Math.min(from + window[axis], end)];
}
