/** The lab of sliding windows: one map under a kernel or a pooling window, with its state in the address. */

import type { Pads } from "../compute/layout";
import type { Conv2dProgram, Output, PoolProgram } from "../compute/program";
import { channelOf, toVolume } from "../questions/draw-matrix";
import type { Scene } from "../questions/scene";
import { rowsAsCsv } from "../rows-as-csv";
import { readMap, readWhole, writeMap } from "./numbers-in-address";

export type Operation = "conv" | "max" | "average";
export const operations: readonly Operation[] = ["conv", "max", "average"];
export interface WindowLab {
  operation: Operation;
  input: number[][];
  /** The kernel of a convolution; its size is the window of a pooling. */
  kernel: number[][];
  padding: number;
  stride: number;
  dilation: number;
  bias: number;
}

/** Cells a side of the input and of the kernel, and bounds of the settings. */
export const bounds = {
  input: 12,
  kernel: 5,
  padding: [0, 4],
  stride: [1, 4],
  dilation: [1, 3],
  bias: [-9, 9],
} as const;

/** A bright cross, looked at by an edge kernel. */
export const firstWindow: WindowLab = {
  operation: "conv",
  input: Array.from({ length: 7 }, (_, row) =>
    Array.from({ length: 7 }, (_, column) => (row === 3 || column === 3 ? 9 : 0)),
  ),
  kernel: [
    [-1, 0, 1],
    [-1, 0, 1],
    [-1, 0, 1],
  ],
  padding: 1,
  stride: 1,
  dilation: 1,
  bias: 0,
};

export function readWindowLab(search: URLSearchParams): WindowLab {
  const operation = operations.find((each) => each === search.get("op")) ?? firstWindow.operation;
  const whole = (name: "padding" | "stride" | "dilation" | "bias", key: string) =>
    readWhole(search.get(key), bounds[name], firstWindow[name]);
  return {
    operation,
    input: readMap(search.get("x"), bounds.input) ?? firstWindow.input,
    kernel: readMap(search.get("k"), bounds.kernel) ?? firstWindow.kernel,
    padding: whole("padding", "p"),
    stride: whole("stride", "s"),
    dilation: whole("dilation", "d"),
    bias: whole("bias", "b"),
  };
}

export function writeWindowLab({
  operation,
  input,
  kernel,
  padding,
  stride,
  dilation,
  bias,
}: WindowLab): string {
  const settings = {
    op: operation,
    x: writeMap(input),
    k: writeMap(kernel),
    p: padding,
    s: stride,
    d: dilation,
    b: bias,
  };
  return Object.entries(settings)
    .map(([key, value]) => `${key}=${value}`)
    .join("&");
}

export function programOfWindow(lab: WindowLab): Conv2dProgram | PoolProgram {
  const { operation, input, kernel, padding, stride, dilation, bias } = lab;
  const pads: Pads = [padding, padding, padding, padding];
  if (operation === "conv") {
    return {
      kind: "conv2d",
      input: toVolume(input),
      kernel: toVolume(kernel).map((row) => row.map((cell) => [cell])),
      bias: bias === 0 ? null : [bias],
      pads,
      stride: [stride, stride],
      dilation: [dilation, dilation],
      repeat: 1,
    };
  }
  return {
    kind: "pool",
    pool: operation,
    input: toVolume(input),
    window: [kernel.length, kernel[0]?.length ?? 1],
    stride: [stride, stride],
    pads,
    rounding: "floor",
    divisor: "real-cells",
  };
}

/** What the run of a lab draws; null when the output is of another program. */
export function sceneOfWindow(lab: WindowLab, output: Output): Scene | null {
  const { input, kernel, padding, stride, dilation, bias } = lab;
  const pads: Pads = [padding, padding, padding, padding];
  if (output.kind === "conv2d") {
    const [rows, columns] = output.shape;
    return {
      kind: "convolution",
      input,
      kernel,
      otherChannels: [],
      output: channelOf(output.values),
      pads,
      stride: [stride, stride],
      dilation: [dilation, dilation],
      bias,
      shape: output.shape,
      repeat: 1,
      sizes: [
        [input.length, input[0]?.length ?? 0],
        [rows, columns],
      ],
      focus: null,
      formula: [],
    };
  }
  if (output.kind !== "pool" || lab.operation === "conv") return null;
  return {
    kind: "pooling",
    pool: lab.operation,
    input,
    output: channelOf(output.values),
    size: [output.shape[0], output.shape[1]],
    window: [kernel.length, kernel[0]?.length ?? 1],
    stride: [stride, stride],
    pads,
    rounding: "floor",
    divisor: "real-cells",
    focus: null,
  };
}

/** The output as it stands, row by row; empty for the output of another program. */
export function csvOfWindow(output: Output): string {
  const rows = output.kind === "conv2d" || output.kind === "pool" ? channelOf(output.values) : [];
  return rowsAsCsv(
    ["row", ...(rows[0] ?? []).map((_, column) => `column ${column}`)],
    rows.map((values, row) => [row, ...values]),
  );
}
