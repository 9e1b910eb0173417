/** Values of a convolution worked out by hand: one output cell, or the whole small map. Kernel not flipped. */

import type { Conv2dProgram, Output } from "../../compute/program";
import { outputSize } from "../../compute/windows";
import type { Rng } from "../../rng";
import type { Text } from "../../text";
import type { Cell, Truth } from "../answer-form";
import { channelOf, drawMatrix } from "../draw-matrix";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level } from "../family";
import type { Figure } from "../figure";
import { fieldsOf, isMatrix, isWhole } from "../params";
import { takeOutput } from "../take-output";
import {
  answerOf,
  type ConvCellValue,
  followed,
  mistakes,
  productsAt,
  programOf,
  write,
} from "./conv-cell-value-rules";

interface Plan {
  side: number;
  kernel: number;
  padding: number;
  stride: number;
  bias: number;
  channels: number;
  /** Whether the whole map is asked for; it stays at 3×3. */
  isMap: boolean;
}

const plans: Record<Level, (rng: Rng) => Plan> = {
  1: (rng) => {
    const isMap = rng.int(1, 3) === 1;
    const kernel = isMap ? 3 : rng.int(2, 3);
    return { side: 4, kernel, padding: 0, stride: 1, bias: 0, channels: 1, isMap };
  },
  2: (rng) => ({
    side: rng.int(4, 6),
    kernel: rng.int(2, 3),
    padding: rng.int(0, 1),
    stride: rng.int(1, 2),
    bias: rng.pick([0, 1, 2, -1, -2]),
    channels: 1,
    isMap: rng.int(1, 2) === 1,
  }),
  3: (rng) => {
    const channels = rng.int(1, 2);
    return {
      side: rng.int(4, 5),
      kernel: channels === 2 ? 2 : 3,
      padding: rng.int(0, 1),
      stride: rng.int(1, 2),
      bias: rng.pick([1, 2, 3, -1, -2, -3]),
      channels,
      isMap: channels === 1,
    };
  },
};
const mostCells = 3;

const sizeOf = ({ side, kernel, padding, stride }: Plan) => outputSize(side, 2 * padding, kernel, stride, 1);

/** Of what a slip is about there has to be some: a bias, a second channel, one cell rather than a map. */
const needs: Record<string, Partial<Plan>> = {
  "bias-missed": { bias: 2 },
  "first-channel-only": { channels: 2, isMap: false },
  "cell-swapped": { isMap: false },
  "padding-ignored": { padding: 1, isMap: false },
  "stride-ignored": { stride: 2 },
};

function propose(rng: Rng, level: Level, separating?: string): ConvCellValue {
  const plan = { ...plans[level](rng), ...needs[separating ?? ""] };
  const size = sizeOf(plan);
  const isMap = plan.isMap && size >= 2 && size <= mostCells;
  const { padding, stride, bias } = plan;
  return {
    channels: Array.from({ length: plan.channels }, () => ({
      input: drawMatrix(rng, [plan.side, plan.side], -3, 9),
      kernel: drawMatrix(rng, [plan.kernel, plan.kernel], -2, 2),
    })),
    padding,
    stride,
    bias,
    asks: isMap ? "map" : [rng.int(0, size - 1), rng.int(0, size - 1)],
  };
}

function legal(params: unknown): params is ConvCellValue {
  const { channels, padding, stride, bias, asks } = fieldsOf(params) ?? {};
  if (!Array.isArray(channels) || !isWhole(channels.length, 1, 3)) return false;
  const slices = channels.map(fieldsOf);
  const [first] = slices;
  if (
    !first ||
    !slices.every(
      (slice) => slice && isMatrix(slice.input, 12, -99, 99) && isMatrix(slice.kernel, 5, -99, 99),
    )
  )
    return false;
  const sizes = (map: unknown): [number, number] => [
    (map as number[][]).length,
    (map as number[][])[0]?.length ?? 0,
  ];
  const same = (name: "input" | "kernel") =>
    slices.every((slice) => String(sizes(slice?.[name])) === String(sizes(first[name])));
  if (!same("input") || !same("kernel") || !isWhole(stride, 1, 4) || !isWhole(bias, -99, 99)) return false;
  if (!isWhole(padding, 0, Math.min(...sizes(first.kernel)) - 1)) return false;
  const size = [0, 1].map((axis) =>
    outputSize(
      sizes(first.input)[axis] ?? 0,
      2 * Number(padding),
      sizes(first.kernel)[axis] ?? 0,
      Number(stride),
      1,
    ),
  );
  if (!size.every((side) => side >= 1)) return false;
  if (asks === "map") return size.every((side) => side <= 12);
  return (
    Array.isArray(asks) &&
    asks.length === 2 &&
    asks.every((at, axis) => isWhole(at, 0, (size[axis] ?? 0) - 1))
  );
}

/** Size of the output; the params are legal. */
function outputOf({ channels, padding, stride }: ConvCellValue): [number, number] {
  const { input, kernel } = channels[0] ?? { input: [], kernel: [] };
  const along = (size: number, side: number) => outputSize(size, 2 * padding, side, stride, 1);
  return [along(input.length, kernel.length), along(input[0]?.length ?? 0, kernel[0]?.length ?? 0)];
}

function figuresOf({ channels }: ConvCellValue): Figure[] {
  const numbered = (name: Text, at: number): Text =>
    channels.length === 1 ? name : { ko: `${name.ko}, 채널 ${at}`, en: `${name.en}, channel ${at}` };
  return channels.flatMap(({ input, kernel }, at): Figure[] => [
    { kind: "matrix", label: numbered({ ko: "입력", en: "Input" }, at), rows: input },
    { kind: "matrix", label: numbered({ ko: "커널", en: "Kernel" }, at), rows: kernel },
  ]);
}

function ask(params: ConvCellValue): Ask {
  const { padding, stride, bias, asks, channels } = params;
  const [rows, columns] = outputOf(params);
  const settings = `padding ${padding}, stride ${stride}`;
  const withBias: Text =
    bias === 0 ? { ko: "", en: "" } : { ko: `, 편향 ${write(bias)}`, en: `, bias ${write(bias)}` };
  return {
    prompt:
      asks === "map"
        ? {
            ko: `${settings}${withBias.ko}인 합성곱의 출력 ${rows}×${columns} 지도를 채우세요.`,
            en: `A convolution with ${settings}${withBias.en}: fill in the ${rows}×${columns} output map.`,
          }
        : {
            ko: `${settings}${withBias.ko}인 합성곱에서 출력의 ${asks[0]}행 ${asks[1]}열 값은?`,
            en: `A convolution with ${settings}${withBias.en}: what is the output at row ${asks[0]}, column ${asks[1]}?`,
          },
    given: [
      {
        ko: "행과 열은 0부터 세고, 커널은 뒤집지 않고 겹쳐요. padding은 네 변에 붙이는 0의 칸 수예요.",
        en: "Rows and columns count from 0. The kernel is laid on without turning it. Padding counts the zeros on each side.",
      },
      ...(channels.length === 1
        ? []
        : [
            {
              ko: `필터 하나가 채널 ${channels.length}개를 함께 보고 값 하나를 내요.`,
              en: `One filter looks at all ${channels.length} channels and gives one value.`,
            },
          ]),
    ],
    figures: figuresOf(params),
    answer:
      asks === "map"
        ? { kind: "grid", label: { ko: "출력", en: "Output" }, rows, columns, decimals: 0 }
        : { kind: "integer", label: { ko: "출력 값", en: "Output value" } },
  };
}

const solve = (params: ConvCellValue): Conv2dProgram => programOf(params);

function read(output: Output, { asks }: ConvCellValue): Truth {
  const truth = answerOf(takeOutput(output, "conv2d"), asks);
  if (!truth) throw new Error("conv-cell-value: the asked cell lies outside the output");
  return truth;
}

function explain(params: ConvCellValue, output: Output): Explanation {
  const { channels, padding, stride, bias, asks } = params;
  const { values, shape } = takeOutput(output, "conv2d");
  const map = channelOf(values);
  const cell: Cell = followed(params);
  const [row, column] = cell;
  const [top, left] = [row * stride - padding, column * stride - padding];
  const [first = { input: [], kernel: [] }, ...otherChannels] = channels;
  const outside: Text =
    top < 0 || left < 0
      ? { ko: " 입력 밖의 칸은 0이에요.", en: " Cells outside the input are 0." }
      : { ko: "", en: "" };
  return {
    steps: [
      {
        ko: `출력 (${row}, ${column})에서 커널의 왼쪽 위는 입력의 ${write(top)}행 ${write(left)}열에 놓여요.${outside.ko}`,
        en: `For output (${row}, ${column}) the kernel's top left lies on input row ${write(top)}, column ${write(left)}.${outside.en}`,
      },
      {
        ko: `겹친 값을 곱해서 더하면 ${productsAt(params, cell)} = ${write(map[row]?.[column])}`,
        en: `Multiply what overlaps and sum: ${productsAt(params, cell)} = ${write(map[row]?.[column])}`,
      },
    ],
    scene: {
      kind: "convolution",
      ...first,
      otherChannels,
      output: map,
      pads: [padding, padding, padding, padding],
      stride: [stride, stride],
      dilation: [1, 1],
      bias,
      shape,
      repeat: 1,
      sizes: [
        [first.input.length, first.input[0]?.length ?? 0],
        [shape[0], shape[1]],
      ],
      focus: asks === "map" ? null : asks,
      formula: [],
    },
  };
}

const judging = { id: "conv-cell-value", solve, read, mistakes, legal };

export const convCellValue: Family<ConvCellValue> = {
  ...judging,
  version: 1,
  title: { ko: "합성곱 값 계산", en: "Values of a convolution" },
  concepts: ["filter", "feature-map", "convolutional-layer"],
  answer: "integer",
  levels: [1, 2, 3],
  draw: (rng, level, separating) =>
    drawTelling(judging, rng, (drawing) => propose(drawing, level, separating), { separating }),
  ask,
  explain,
  knobs: [
    {
      id: "padding",
      label: { ko: "padding", en: "Padding" },
      values: () => [0, 1, 2],
      get: ({ padding }) => padding,
      set: (params, padding) => ({ ...params, padding }),
    },
    {
      id: "stride",
      label: { ko: "stride", en: "Stride" },
      values: () => [1, 2, 3],
      get: ({ stride }) => stride,
      set: (params, stride) => ({ ...params, stride }),
    },
    {
      id: "bias",
      label: { ko: "편향", en: "Bias" },
      values: () => [-3, -2, -1, 0, 1, 2, 3],
      get: ({ bias }) => bias,
      set: (params, bias) => ({ ...params, bias }),
    },
  ],
};
