/** How a learner may compute values of a convolution: the program, and the wrong programs with their names. */
import { runConv2d } from "../../compute/conv2d";
import type { Conv2dOutput, Conv2dProgram } from "../../compute/program";
import { joined } from "../../korean";
import type { Text } from "../../text";
import type { Cell, Truth } from "../answer-form";
import { channelOf } from "../draw-matrix";
import type { Mistake } from "../family";

export interface ConvCellValue {
  /** One map and one slice of the kernel for each input channel. */
  channels: { input: number[][]; kernel: number[][] }[];
  /** Zeros on each side. */
  padding: number;
  stride: number;
  /** 0 where the layer has no bias. */
  bias: number;
  /** Row and column of the output cell, counted from 0, or the whole map. */
  asks: Cell | "map";
}

/** One filter over all channels. */
export function programOf({ channels, padding, stride, bias }: ConvCellValue): Conv2dProgram {
  const [first] = channels;
  const stack = (maps: number[][][]): number[][][] =>
    (maps[0] ?? []).map((row, at) => row.map((_, along) => maps.map((map) => map[at]?.[along] ?? 0)));
  return {
    kind: "conv2d",
    input: first ? stack(channels.map(({ input }) => input)) : [],
    kernel: stack(channels.map(({ kernel }) => kernel)).map((row) =>
      row.map((cell) => cell.map((weight) => [weight])),
    ),
    bias: bias === 0 ? null : [bias],
    pads: [padding, padding, padding, padding],
    stride: [stride, stride],
    dilation: [1, 1],
    repeat: 1,
  };
}

/** What was asked for, out of a run. */
export function answerOf({ values }: Conv2dOutput, asks: ConvCellValue["asks"]): Truth | null {
  const rows = channelOf(values);
  if (asks === "map") return { kind: "grid", rows, decimals: 0 };
  const value = rows[asks[0]]?.[asks[1]];
  return value === undefined ? null : { kind: "integer", value };
}

/** A number with the minus sign of print. */
export const write = (value: number | undefined): string => String(value ?? "").replace("-", "−");
const writeFactor = (value: number): string => (value < 0 ? `(${write(value)})` : write(value));

/** The products under the kernel at one output cell, with the bias: "1·2 + 0·(−1) + 3". */
export function productsAt({ channels, padding, stride, bias }: ConvCellValue, [row, column]: Cell): string {
  const products = channels.flatMap(({ input, kernel }) =>
    kernel.flatMap((line, i) =>
      line.map((weight, j) => {
        const value = input[row * stride + i - padding]?.[column * stride + j - padding] ?? 0;
        return `${writeFactor(value)}·${writeFactor(weight)}`;
      }),
    ),
  );
  return [...products, ...(bias === 0 ? [] : [writeFactor(bias)])].join(" + ");
}

/** The cell whose products are written out: the one asked for, or the first of the map. */
export const followed = ({ asks }: ConvCellValue): Cell => (asks === "map" ? [0, 0] : asks);

/** A wrong rule as other params; null where it changes nothing that could be asked. */
type Bend = (params: ConvCellValue) => ConvCellValue | null;

function slip(
  name: string,
  label: Text,
  bend: Bend,
  say: (params: ConvCellValue) => Text,
): Mistake<ConvCellValue> {
  return {
    slip: name,
    name: label,
    gives: (params, truth) => {
      const bent = bend(params);
      const run = bent && runConv2d(programOf(bent));
      return run?.ok ? cropped(answerOf(run.value, bent?.asks ?? "map"), truth) : null;
    },
    work: (params) => {
      const bent = bend(params) ?? params;
      const run = runConv2d(programOf(bent));
      const value = run.ok ? channelOf(run.value.values)[followed(bent)[0]]?.[followed(bent)[1]] : undefined;
      return `${productsAt(bent, followed(bent))} = ${write(value)}`;
    },
    say,
  };
}

/** A wrong map of another size is read as far as the asked map goes; one that is too small answers nothing. */
function cropped(given: Truth | null, truth: Truth): Truth | null {
  if (given?.kind !== "grid" || truth.kind !== "grid") return given;
  const rows = truth.rows.map((row, at) => row.map((_, along) => given.rows[at]?.[along]));
  return rows.flat().every((value) => value !== undefined) ? { ...given, rows: rows as number[][] } : null;
}

const withKernels = (params: ConvCellValue, change: (kernel: number[][]) => number[][]): ConvCellValue => ({
  ...params,
  channels: params.channels.map(({ input, kernel }) => ({ input, kernel: change(kernel) })),
});

export const mistakes: Mistake<ConvCellValue>[] = [
  slip(
    "kernel-flipped",
    { ko: "커널을 180° 뒤집었다", en: "The kernel was turned by 180°" },
    (params) => withKernels(params, (kernel) => [...kernel].reverse().map((row) => [...row].reverse())),
    () => ({
      ko: "딥러닝의 합성곱은 커널을 뒤집지 않고 보이는 그대로 겹쳐서 곱해요.",
      en: "Convolution in deep learning lays the kernel on as it is written, without turning it.",
    }),
  ),
  slip(
    "bias-missed",
    { ko: "편향을 더하지 않았다", en: "The bias was not added" },
    (params) => (params.bias === 0 ? null : { ...params, bias: 0 }),
    ({ bias }) => ({
      ko: `곱을 모두 더한 뒤에 편향 ${write(bias)}도 더해요.`,
      en: `After the products are summed, the bias ${write(bias)} is added too.`,
    }),
  ),
  slip(
    "padding-ignored",
    { ko: "padding 없이 자리를 셌다", en: "Positions were counted without the padding" },
    (params) => (params.padding === 0 ? null : { ...params, padding: 0 }),
    ({ padding }) => ({
      ko: `padding ${joined(padding, "이가")} 있으면 첫 자리는 입력의 왼쪽 위보다 ${padding}칸 바깥에서 시작해요.`,
      en: `With padding ${padding} the first position starts ${padding} outside the input's top left cell.`,
    }),
  ),
  slip(
    "first-channel-only",
    { ko: "첫 채널만 더했다", en: "Only the first channel was summed" },
    (params) => (params.channels.length === 1 ? null : { ...params, channels: params.channels.slice(0, 1) }),
    ({ channels }) => ({
      ko: `출력 한 칸에는 채널 ${channels.length}개의 곱이 모두 더해져요.`,
      en: `One output cell sums the products of all ${channels.length} channels.`,
    }),
  ),
  slip(
    "stride-ignored",
    { ko: "stride 1로 움직였다", en: "The kernel was moved by one cell" },
    (params) => (params.stride === 1 ? null : { ...params, stride: 1 }),
    ({ stride }) => ({
      ko: `출력에서 한 칸 옆은 입력에서 ${stride}칸 옆이에요.`,
      en: `One cell along in the output is ${stride} cells along in the input.`,
    }),
  ),
  slip(
    "window-summed",
    { ko: "커널을 곱하지 않고 더했다", en: "The window was summed without the kernel" },
    (params) => withKernels(params, (kernel) => kernel.map((row) => row.map(() => 1))),
    () => ({
      ko: "겹친 칸마다 커널의 값을 곱한 뒤에 더해요.",
      en: "Each cell is first multiplied by the kernel's value on it, then summed.",
    }),
  ),
  slip(
    "kernel-transposed",
    { ko: "커널의 행과 열을 바꾸었다", en: "Rows and columns of the kernel were swapped" },
    (params) =>
      withKernels(params, (kernel) => (kernel[0] ?? []).map((_, at) => kernel.map((row) => row[at] ?? 0))),
    () => ({
      ko: "커널의 행은 입력의 행과, 열은 열과 겹쳐요.",
      en: "Rows of the kernel lie on rows of the input, columns on columns.",
    }),
  ),
  slip(
    "cell-swapped",
    { ko: "행과 열을 바꾸어 읽었다", en: "Row and column of the cell were swapped" },
    (params) => {
      if (params.asks === "map") return null;
      const [row, column] = params.asks;
      return row === column ? null : { ...params, asks: [column, row] };
    },
    ({ asks }) => ({
      ko: `먼저 적힌 ${joined(asks[0], "이가")} 행, 뒤에 적힌 ${joined(asks[1], "이가")} 열이에요. 행은 위에서부터 세요.`,
      en: `The first number, ${asks[0]}, is the row, counted from the top; ${asks[1]} is the column.`,
    }),
  ),
];
