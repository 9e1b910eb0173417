/** Size of a convolution's output, from the input, kernel, padding, stride and dilation. Floor; zeros on both sides. */
import type { Pads, Pair } from "../../compute/layout";
import type { NetworkProgram } from "../../compute/network-program";
import type { Conv2dProgram, Output } from "../../compute/program";
import { joined } from "../../korean";
import { createRng, type Rng } from "../../rng";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import { channelOf, drawVolume } from "../draw-matrix";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Knob, Level } from "../family";
import { fieldsOf, isPair, isWhole } from "../params";
import type { FormulaPiece } from "../scenes/convolution";
import { takeOutput } from "../take-output";
import { type ConvOutputSize, isVolume, mistakes, sizeBy, spanned, trueRule } from "./conv-output-size-rules";

const sides = ([height, width]: Pair) => `${height}×${width}`;
type Draw = (rng: Rng) => Partial<ConvOutputSize> & Pick<ConvOutputSize, "input" | "kernel">;
const square = (side: number): Pair => [side, side];
const forms: Record<"small" | "long" | "oblong" | "dilated" | "volume" | "repeated", Draw> = {
  small: (rng) => ({
    input: square(rng.int(4, 8)),
    kernel: square(rng.int(2, 4)),
    padding: rng.int(0, 2),
    stride: rng.int(1, 3),
  }),
  long: (rng) => ({
    input: square(rng.pick([16, 28, 32, 56, 64, 112, 128, 224])),
    kernel: square(rng.pick([3, 4, 5, 7, 11])),
    padding: rng.int(0, 3),
    stride: rng.int(1, 4),
  }),
  oblong: (rng) => ({
    input: [rng.int(5, 12), rng.int(5, 12)],
    kernel: [rng.int(2, 4), rng.int(2, 4)],
    padding: rng.int(0, 1),
    stride: rng.int(1, 3),
  }),
  dilated: (rng) => ({
    input: square(rng.int(7, 12)),
    kernel: square(rng.int(2, 3)),
    padding: rng.int(0, 2),
    stride: rng.int(1, 2),
    dilation: 2,
  }),
  volume: (rng) => ({
    input: square(rng.int(8, 32)),
    kernel: square(rng.pick([3, 5])),
    padding: rng.int(0, 2),
    stride: rng.int(1, 2),
    channels: rng.pick([3, 4]),
    filters: rng.pick([6, 8, 16]),
  }),
  repeated: (rng) => ({
    input: square(rng.int(20, 32)),
    kernel: square(rng.pick([3, 5])),
    padding: rng.int(0, 1),
    stride: rng.int(1, 2),
    repeat: rng.int(2, 3),
  }),
};
const formsOf: Record<Level, (keyof typeof forms)[]> = {
  1: ["small"],
  2: ["small", "long", "oblong"],
  3: ["long", "dilated", "volume", "repeated"],
};
/** The form in which alone a slip can be told apart. */
const formFor: Record<string, keyof typeof forms> = {
  "dilation-ignored": "dilated",
  "channels-kept": "volume",
  "layer-once": "repeated",
};

function drawParams(rng: Rng, level: Level, separating?: string): ConvOutputSize {
  const form = formFor[separating ?? ""] ?? rng.pick(formsOf[level]);
  return fill(rng, forms[form](rng));
}

function fill(rng: Rng, drawn: ReturnType<Draw>): ConvOutputSize {
  return {
    padding: 0,
    stride: 1,
    dilation: 1,
    channels: 1,
    filters: 1,
    repeat: 1,
    ...drawn,
    values: rng.int(0, 2 ** 31 - 1),
  };
}

/** One draw in six of the first level is the standard example, in which several wrong rules meet in 3. */
const example = { input: square(7), kernel: square(3), padding: 1, stride: 2 };

function draw(rng: Rng, level: Level, separating?: string): ConvOutputSize {
  if (level === 1 && separating === undefined && rng.int(1, 6) === 1) return fill(rng, example);
  return drawTelling(judging, rng, (drawing) => drawParams(drawing, level, separating), { separating });
}

function legal(params: unknown): params is ConvOutputSize {
  const fields = fieldsOf(params);
  if (!fields) return false;
  const { input, kernel, padding, stride, dilation, channels, filters, repeat, values } = fields;
  return (
    isPair(input, 224) &&
    isPair(kernel, 11) &&
    isWhole(padding, 0, Math.min(...kernel) - 1) &&
    isWhole(stride, 1, 4) &&
    isWhole(dilation, 1, 2) &&
    isWhole(channels, 1, 4) &&
    isWhole(filters, 1, 16) &&
    isWhole(repeat, 1, 6) &&
    (repeat === 1 || channels === filters) &&
    isWhole(values, 0, 2 ** 31 - 1) &&
    sizeBy(trueRule, params as ConvOutputSize) !== null
  );
}

function ask(params: ConvOutputSize): Ask {
  const { input, kernel, padding, stride, dilation, channels, filters, repeat } = params;
  const spread = dilation > 1 ? `, dilation ${dilation}` : "";
  const settings = `padding ${padding}, stride ${stride}${spread}`;
  const prompt: Text = isVolume(params)
    ? {
        ko: `입력 ${sides(input)}×${channels}, 커널 ${sides(kernel)} ${filters}개, ${settings}일 때 출력의 높이×너비×채널은?`,
        en: `Input ${sides(input)}×${channels}, ${filters} kernels of ${sides(kernel)}, ${settings}: what are the output's height×width×channels?`,
      }
    : repeat > 1
      ? {
          ko: `입력 ${sides(input)}에 커널 ${sides(kernel)}, ${settings}인 합성곱을 ${repeat}번 이어서 하면 출력 크기는?`,
          en: `Input ${sides(input)}, the same convolution ${repeat} times in a row with kernel ${sides(kernel)}, ${settings}: what is the output size?`,
        }
      : {
          ko: `입력 ${sides(input)}, 커널 ${sides(kernel)}, ${settings}일 때 출력 크기는?`,
          en: `Input ${sides(input)}, kernel ${sides(kernel)}, ${settings}: what is the output size?`,
        };
  const axes: Text[] = [
    { ko: "출력 높이", en: "Output height" },
    { ko: "출력 너비", en: "Output width" },
    ...(isVolume(params) ? [{ ko: "출력 채널", en: "Output channels" }] : []),
  ];
  return {
    prompt,
    given: [
      {
        ko: "padding은 네 변에 붙이는 0의 칸 수예요.",
        en: "Padding counts the zeros put on each of the four sides.",
      },
    ],
    figures: [],
    answer: { kind: "shape", axes },
  };
}

/** Grids are drawn, and so computed with values, up to this many cells a side. */
const mostCells = 12;
const isDrawn = (params: ConvOutputSize): boolean =>
  !isVolume(params) && params.repeat === 1 && Math.max(...params.input) + 2 * params.padding <= mostCells;

/** A small input is convolved with values to look at; of a large one only the shape is computed. */
function solve(params: ConvOutputSize): Conv2dProgram | NetworkProgram {
  const { input, kernel, padding, stride, dilation, channels, filters, repeat } = params;
  const windows = {
    pads: [padding, padding, padding, padding] as Pads,
    stride: square(stride),
    dilation: square(dilation),
  };
  if (!isDrawn(params)) {
    const layer = { type: "conv" as const, filters, kernel, bias: false, ...windows };
    return { kind: "network", input: [...input, channels], layers: Array(repeat).fill(layer) };
  }
  const rng = createRng(params.values);
  return {
    kind: "conv2d",
    input: drawVolume(rng, [...input, 1], 0, 5),
    kernel: drawVolume(rng, [...kernel, 1], -1, 1).map((row) => row.map((cell) => [cell])),
    bias: null,
    ...windows,
    repeat: 1,
  };
}

/** Sizes after each layer, from the tensors that the run produced. */
const shapesOf = (output: Output): number[][] =>
  output.kind === "network"
    ? output.layers.map((layer) => layer.output)
    : [takeOutput(output, "conv2d").shape];

function read(output: Output, params: ConvOutputSize): Truth {
  const shape = shapesOf(output).at(-1) ?? [];
  return { kind: "shape", sizes: isVolume(params) ? shape : shape.slice(0, 2) };
}

function formulaOf(
  { input, kernel, padding, stride, dilation }: ConvOutputSize,
  axis: 0 | 1,
  out: number,
): FormulaPiece[] {
  const plain = (text: string): FormulaPiece => ({ text, role: "plain" });
  return [
    plain("⌊("),
    { text: String(input[axis]), role: "input" },
    plain(" + 2·"),
    { text: String(padding), role: "pad" },
    plain(" − "),
    { text: String(spanned(kernel[axis], dilation)), role: "kernel" },
    plain(`) / ${stride}⌋ + 1 = `),
    { text: String(out), role: "output" },
  ];
}

function explain(params: ConvOutputSize, output: Output): Explanation {
  const program = solve(params);
  const shapes = shapesOf(output);
  const [rows = 0, columns = 0, channels = 1] = shapes.at(-1) ?? [];
  const [first = 0] = shapes[0] ?? [];
  const hasValues = program.kind === "conv2d" && output.kind === "conv2d";
  const blank = ([height, width]: Pair) => Array.from({ length: height }, () => Array<number>(width).fill(0));
  return {
    steps: [
      {
        ko: `나눈 값 ${joined(first - 1, "은는")} 커널이 움직인 횟수예요. 처음 놓인 자리까지 세면 ${first}자리예요.`,
        en: `The quotient ${first - 1} counts the moves of the kernel. With the place where it starts there are ${first}.`,
      },
    ],
    scene: {
      kind: "convolution",
      input: hasValues ? channelOf(program.input) : blank(params.input),
      kernel: hasValues
        ? program.kernel.map((row) => row.map((cell) => cell[0]?.[0] ?? 0))
        : blank(params.kernel),
      otherChannels: [],
      output: hasValues ? channelOf(output.values) : [],
      pads: [params.padding, params.padding, params.padding, params.padding],
      stride: square(params.stride),
      dilation: square(params.dilation),
      bias: 0,
      shape: [rows, columns, channels],
      repeat: params.repeat,
      sizes: [params.input, ...shapes.map(([height = 0, width = 0]): Pair => [height, width])],
      focus: null,
      formula: formulaOf(params, 0, first),
    },
  };
}

const knob = (
  id: "padding" | "stride" | "dilation",
  label: Text,
  most: number,
  least = 1,
): Knob<ConvOutputSize> => ({
  id,
  label,
  values: () => Array.from({ length: most - least + 1 }, (_, at) => least + at),
  get: (params) => params[id],
  set: (params, value) => ({ ...params, [id]: value }),
});

const judging = { id: "conv-output-size", solve, read, mistakes, legal };

export const convOutputSize: Family<ConvOutputSize> = {
  ...judging,
  version: 1,
  title: { ko: "합성곱 출력 크기", en: "Convolution output size" },
  concepts: ["padding", "stride", "convolutional-layer"],
  answer: "shape",
  levels: [1, 2, 3],
  draw,
  ask,
  explain,
  knobs: [
    knob("padding", { ko: "padding", en: "Padding" }, 5, 0),
    knob("stride", { ko: "stride", en: "Stride" }, 4),
    knob("dilation", { ko: "dilation", en: "Dilation" }, 2),
  ],
};
