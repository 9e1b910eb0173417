/** Size of a convolution's output, from the input, kernel, padding, stride and dilation. Floor; zeros on both sides. */
import type { Conv2dOutput, Conv2dProgram, Output, Pair } from "../../compute/program";
import { createRng, type Rng } from "../../rng";
import type { Text } from "../../text";
import { isSame } from "../answer";
import type { Ask, Family, Level, Truth } from "../family";
import { fieldsOf, isWhole } from "../params";
import type { ConvolutionScene, FormulaPiece } from "../scene";
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

/** Fits, keeps padding under the kernel, and tells at least three wrong rules apart (or the one asked for). */
function isTelling(params: ConvOutputSize, separating?: string): boolean {
  const truth = sizeBy(trueRule, params);
  if (!truth || params.padding >= Math.min(...params.kernel)) return false;
  const values = mistakes.flatMap((mistake) => {
    const value = mistake.gives(params, truth);
    return value && !isSame(value, truth)
      ? [{ slip: mistake.slip, key: value.kind === "shape" ? value.sizes.join() : "" }]
      : [];
  });
  if (separating === undefined) return new Set(values.map(({ key }) => key)).size >= 3;
  const own = values.find((value) => value.slip === separating);
  return own !== undefined && values.every((value) => value.slip === separating || value.key !== own.key);
}

/** One draw in six of the first level is the standard example, in which several wrong rules meet in 3. */
const example = { input: square(7), kernel: square(3), padding: 1, stride: 2 };

function draw(rng: Rng, level: Level, separating?: string): ConvOutputSize {
  if (level === 1 && separating === undefined && rng.int(1, 6) === 1) return fill(rng, example);
  for (let attempt = 0; attempt < 2000; attempt += 1) {
    const params = drawParams(rng, level, separating);
    if (isTelling(params, separating)) return params;
  }
  throw new Error(`conv-output-size: no variant separates ${separating}`);
}

const isPair = (value: unknown, most: number): boolean =>
  Array.isArray(value) && value.length === 2 && value.every((side) => isWhole(side, 1, most));

function legal(params: unknown): params is ConvOutputSize {
  const fields = fieldsOf(params);
  if (!fields) return false;
  const { input, kernel, padding, stride, dilation, channels, filters, repeat, values } = fields;
  return (
    isPair(input, 224) &&
    isPair(kernel, 11) &&
    isWhole(padding, 0, 5) &&
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
    title: { ko: "합성곱 출력 크기", en: "Convolution output size" },
    prompt,
    given: [
      {
        ko: "padding은 네 변에 붙이는 0의 칸 수예요.",
        en: "Padding counts the zeros put on each of the four sides.",
      },
    ],
    answer: { kind: "shape", axes },
  };
}

function solve(params: ConvOutputSize): Conv2dProgram {
  const { input, kernel, padding, stride, dilation, channels, filters, repeat } = params;
  const rng = createRng(params.values);
  const fill = <Cell>(count: number, cell: () => Cell): Cell[] => Array.from({ length: count }, cell);
  return {
    kind: "conv2d",
    input: fill(input[0], () => fill(input[1], () => fill(channels, () => rng.int(0, 5)))),
    kernel: fill(kernel[0], () =>
      fill(kernel[1], () => fill(channels, () => fill(filters, () => rng.int(-1, 1)))),
    ),
    bias: null,
    pads: [padding, padding, padding, padding],
    stride: square(stride),
    dilation: square(dilation),
    repeat,
  };
}

const outputOf = (output: Output): Conv2dOutput => {
  if (output.kind !== "conv2d") throw new Error("conv-output-size: the run was not a convolution");
  return output;
};

function read(output: Output, params: ConvOutputSize): Truth {
  const { shape } = outputOf(output);
  return { kind: "shape", sizes: isVolume(params) ? [...shape] : shape.slice(0, 2) };
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

function explain(params: ConvOutputSize, output: Output): ConvolutionScene {
  const { shape, values } = outputOf(output);
  const program = solve(params);
  const sizes: Pair[] = [params.input];
  for (let layer = 1; layer <= params.repeat; layer += 1) {
    const truth = sizeBy(trueRule, { ...params, filters: 1, channels: 1 }, 1, layer);
    if (truth?.kind === "shape") sizes.push([truth.sizes[0] ?? 0, truth.sizes[1] ?? 0]);
  }
  const [first = 0] = sizes[1] ?? [];
  return {
    kind: "convolution",
    input: program.input.map((row) => row.map(([cell = 0]) => cell)),
    kernel: program.kernel.map((row) => row.map((cell) => cell[0]?.[0] ?? 0)),
    output: values.map((row) => row.map(([cell = 0]) => cell)),
    pads: program.pads,
    stride: program.stride,
    dilation: program.dilation,
    bias: 0,
    shape,
    repeat: params.repeat,
    sizes,
    formula: formulaOf(params, 0, first),
    caption: {
      ko: `나눈 값 ${first - 1}은 커널이 움직인 횟수예요. 처음 놓인 자리까지 세면 ${first}자리예요.`,
      en: `The quotient ${first - 1} counts the moves of the kernel. With the place where it starts there are ${first}.`,
    },
  };
}

export const convOutputSize: Family<ConvOutputSize> = {
  id: "conv-output-size",
  version: 1,
  concepts: ["padding", "stride", "convolutional-layer"],
  answer: "shape",
  levels: [1, 2, 3],
  draw,
  legal,
  ask,
  solve,
  read,
  mistakes,
  explain,
};
