/** How many input cells along one side act on one output cell of a stack of layers. Padding does not change it. */
import type { InfluenceProgram, Output, WindowLayer } from "../../compute/program";
import type { Rng } from "../../rng";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level, Mistake } from "../family";
import { fieldsOf, isWhole } from "../params";
import { takeOutput } from "../take-output";

interface Layer {
  op: WindowLayer["op"];
  kernel: number;
  stride: number;
}
interface ReceptiveFieldStack {
  layers: Layer[];
}

const integer = (value: number): Truth => ({ kind: "integer", value });
const conv = (kernel: number, stride: number): Layer => ({ op: "conv", kernel, stride });
const pool = (kernel: number, stride: number): Layer => ({ op: "average-pool", kernel, stride });
const drawConv = (rng: Rng): Layer => conv(rng.pick([3, 3, 5]), 1);

const draws: Record<Level, (rng: Rng) => Layer[]> = {
  1: (rng) => Array.from({ length: rng.int(2, 3) }, () => drawConv(rng)),
  2: (rng) => [
    conv(rng.pick([3, 5, 7]), rng.int(1, 2)),
    pool(2, 2),
    ...(rng.int(0, 1) === 0 ? [] : [drawConv(rng)]),
  ],
  3: (rng) =>
    Array.from({ length: rng.int(3, 5) }, (_, at) =>
      at % 2 === 1 ? rng.pick([pool(2, 2), pool(3, 2)]) : conv(rng.pick([3, 5, 7]), rng.int(1, 2)),
    ),
};
const withStrides = ["strides-ignored", "own-stride-counted"];

function legal(params: unknown): params is ReceptiveFieldStack {
  const { layers } = fieldsOf(params) ?? {};
  return (
    Array.isArray(layers) &&
    isWhole(layers.length, 1, 8) &&
    layers.every((value) => {
      const { op, kernel, stride } = fieldsOf(value) ?? {};
      return (op === "conv" || op === "average-pool") && isWhole(kernel, 1, 11) && isWhole(stride, 1, 4);
    }) &&
    inputFor(layers) <= mostCells
  );
}
const mostCells = 2000;

/** Cells of an input on which the last layer has three outputs, so that the middle one lies clear of both ends. */
const inputFor = (layers: readonly Layer[]): number =>
  layers.reduceRight((size, { kernel, stride }) => (size - 1) * stride + kernel, 3);

const nameOf = ({ op, kernel, stride }: Layer): Text => ({
  ko: `${op === "conv" ? "합성곱" : "평균 풀링"} ${kernel}×${kernel}, stride ${stride}`,
  en: `${op === "conv" ? "Convolution" : "Average pooling"} ${kernel}×${kernel}, stride ${stride}`,
});

function ask({ layers }: ReceptiveFieldStack): Ask {
  return {
    prompt: {
      ko: "아래 층을 차례로 지난 출력 한 칸의 수용 영역은 입력에서 한 변이 몇 칸인가요?",
      en: "One output cell of the layers below: how many input cells wide is its receptive field?",
    },
    given: [
      {
        ko: "입력의 가장자리에서 먼 칸이고 dilation은 모두 1이에요.",
        en: "The cell lies far from the input's border, and every dilation is 1.",
      },
    ],
    figures: [
      {
        kind: "table",
        label: { ko: "층의 순서", en: "Layers in order" },
        columns: [
          { ko: "순서", en: "Order" },
          { ko: "층", en: "Layer" },
        ],
        rows: layers.map((layer, at) => [at + 1, nameOf(layer)]),
      },
    ],
    answer: { kind: "integer", label: { ko: "수용 영역의 한 변", en: "Side of the receptive field" } },
  };
}

const windowOf = ({ op, kernel, stride }: Layer): WindowLayer => ({
  op,
  kernel: [kernel, 1],
  stride: [stride, 1],
  pads: [0, 0, 0, 0],
  dilation: [1, 1],
});

/** Layers are square, so one column of cells shows it: which of them move the middle output? */
const solve = ({ layers }: ReceptiveFieldStack): InfluenceProgram => ({
  kind: "influence",
  input: [inputFor(layers), 1],
  layers: layers.map(windowOf),
  from: [1, 0],
});

/** First and last input cell with a gradient. */
function reachOf(output: Output): [from: number, to: number] {
  const moved = takeOutput(output, "influence").values.map(([value = 0]) => value !== 0);
  return [moved.indexOf(true), moved.lastIndexOf(true)];
}

function read(output: Output): Truth {
  const [from, to] = reachOf(output);
  return integer(to - from + 1);
}

function slip(
  name: string,
  label: Text,
  terms: (layers: Layer[]) => { value: number; work: string } | null,
  say: (params: ReceptiveFieldStack) => Text,
): Mistake<ReceptiveFieldStack> {
  return {
    slip: name,
    name: label,
    gives: ({ layers }) => {
      const found = terms(layers);
      return found && integer(found.value);
    },
    work: ({ layers }) => {
      const { value, work } = terms(layers) ?? { value: 0, work: "" };
      return work === String(value) ? work : `${work} = ${value}`;
    },
    say,
  };
}
const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
const product = (values: number[]): number => values.reduce((total, value) => total * value, 1);
const hasStride = (layers: Layer[]): boolean => layers.slice(0, -1).some(({ stride }) => stride > 1);
/** Input cells between neighbouring cells of a layer's input. */
const jumpBefore = (layers: readonly Layer[], at: number): number =>
  product(layers.slice(0, at).map(({ stride }) => stride));

const mistakes: Mistake<ReceptiveFieldStack>[] = [
  slip(
    "kernels-added",
    { ko: "커널 크기를 더했다", en: "The kernel sizes were added" },
    (layers) => ({
      value: sum(layers.map(({ kernel }) => kernel)),
      work: layers.map(({ kernel }) => kernel).join(" + "),
    }),
    () => ({
      ko: "이웃한 창은 서로 겹쳐요. 층마다 (k − 1)칸씩만, 그것도 앞선 stride의 곱만큼 띄어서 늘어나요.",
      en: "Neighbouring windows overlap: each layer adds only (k − 1) cells, spaced by the product of the strides before it.",
    }),
  ),
  slip(
    "kernels-multiplied",
    { ko: "커널 크기를 곱했다", en: "The kernel sizes were multiplied" },
    (layers) => ({
      value: product(layers.map(({ kernel }) => kernel)),
      work: layers.map(({ kernel }) => kernel).join("·"),
    }),
    () => ({
      ko: "겹치지 않을 때만 곱이 돼요. 층마다 (k − 1)칸을 앞선 stride의 곱만큼 띄어서 더해요.",
      en: "A product would need windows that never overlap. Each layer adds (k − 1) cells times the product of earlier strides.",
    }),
  ),
  slip(
    "last-kernel-only",
    { ko: "마지막 층의 커널만 보았다", en: "Only the last layer's kernel was used" },
    (layers) => ({ value: layers.at(-1)?.kernel ?? 0, work: String(layers.at(-1)?.kernel) }),
    ({ layers }) => ({
      ko: `마지막 층의 한 칸은 앞 층의 ${layers.at(-1)?.kernel}칸을 보고, 그 칸마다 또 입력의 여러 칸을 보아요.`,
      en: `The last layer sees ${layers.at(-1)?.kernel} cells of the layer before it, and each of those sees several input cells.`,
    }),
  ),
  slip(
    "strides-ignored",
    { ko: "앞 층의 stride를 빼놓았다", en: "The strides of earlier layers were left out" },
    (layers) =>
      hasStride(layers)
        ? {
            value: 1 + sum(layers.map(({ kernel }) => kernel - 1)),
            work: ["1", ...layers.map(({ kernel }) => `(${kernel} − 1)`)].join(" + "),
          }
        : null,
    ({ layers }) => ({
      ko: `마지막 층에서 한 칸 옆은 입력에서 ${jumpBefore(layers, layers.length - 1)}칸 옆이에요.`,
      en: `One cell along before the last layer is ${jumpBefore(layers, layers.length - 1)} cells along in the input.`,
    }),
  ),
  slip(
    "own-stride-counted",
    { ko: "그 층 자신의 stride까지 곱했다", en: "A layer's own stride was multiplied in" },
    (layers) =>
      layers.some(({ stride }) => stride > 1)
        ? {
            value: 1 + sum(layers.map(({ kernel }, at) => (kernel - 1) * jumpBefore(layers, at + 1))),
            work: [
              "1",
              ...layers.map(({ kernel }, at) => `(${kernel} − 1)·${jumpBefore(layers, at + 1)}`),
            ].join(" + "),
          }
        : null,
    () => ({
      ko: "한 층의 창 안에서는 칸이 그 층에 들어올 때의 간격으로 놓여요. 그 층의 stride는 다음 층부터 곱해요.",
      en: "Inside a layer's window cells are spaced as they come in. Its own stride counts from the next layer on.",
    }),
  ),
  slip(
    "first-cell-missed",
    { ko: "처음 한 칸을 세지 않았다", en: "The first cell was not counted" },
    (layers) => ({
      value: sum(layers.map(({ kernel }, at) => (kernel - 1) * jumpBefore(layers, at))),
      work: layers.map(({ kernel }, at) => `(${kernel} − 1)·${jumpBefore(layers, at)}`).join(" + "),
    }),
    () => ({
      ko: "늘어난 칸만 더했어요. 처음의 한 칸도 세어야 해요.",
      en: "Only the cells that were added are counted. The first one counts too.",
    }),
  ),
];

function explain({ layers }: ReceptiveFieldStack, output: Output): Explanation {
  const [from, to] = reachOf(output);
  const terms = layers.map(({ kernel }, at) => `(${kernel} − 1)·${jumpBefore(layers, at)}`);
  const sizes = layers.map((_, at) => inputFor(layers.slice(at)));
  return {
    steps: [
      {
        ko: "층마다 (k − 1) × 앞선 stride의 곱만큼 넓어져요.",
        en: "Each layer widens it by (k − 1) × the product of the strides before it.",
      },
      {
        ko: `1 + ${terms.join(" + ")} = ${to - from + 1}칸이에요.`,
        en: `1 + ${terms.join(" + ")} = ${to - from + 1} cells.`,
      },
    ],
    scene: {
      kind: "receptive-field",
      levels: [...sizes, 3].map((size, level) => ({
        size,
        span: level === 0 ? [from, to] : spanAt(layers, level),
        field: 1 + sum(layers.slice(0, level).map(({ kernel }, at) => (kernel - 1) * jumpBefore(layers, at))),
        jump: jumpBefore(layers, level),
      })),
      layers: layers.map(windowOf),
    },
  };
}

/** Cells of a level, after so many layers, that the middle output depends on. */
function spanAt(layers: readonly Layer[], level: number): [from: number, to: number] {
  return layers
    .slice(level)
    .reduceRight<[number, number]>(
      ([from, to], { kernel, stride }) => [from * stride, to * stride + kernel - 1],
      [1, 1],
    );
}

const judging = { id: "receptive-field-stack", solve, read, mistakes, legal };

export const receptiveFieldStack: Family<ReceptiveFieldStack> = {
  ...judging,
  version: 1,
  title: { ko: "쌓인 층의 수용 영역", en: "Receptive field of a stack" },
  concepts: ["receptive-field", "convolutional-layer"],
  answer: "integer",
  levels: [1, 2, 3],
  draw: (rng, level, separating) =>
    drawTelling(
      judging,
      rng,
      (drawing) => ({ layers: draws[withStrides.includes(separating ?? "") ? 3 : level](drawing) }),
      { separating },
    ),
  ask,
  explain,
  knobs: [
    {
      id: "first-stride",
      label: { ko: "첫 층의 stride", en: "Stride of the first layer" },
      values: () => [1, 2, 3],
      get: ({ layers }) => layers[0]?.stride ?? 1,
      set: ({ layers }, stride) => ({
        layers: layers.map((layer, at) => (at === 0 ? { ...layer, stride } : layer)),
      }),
    },
    {
      id: "last-kernel",
      label: { ko: "마지막 층의 커널", en: "Kernel of the last layer" },
      values: () => [1, 2, 3, 4, 5, 6, 7],
      get: ({ layers }) => layers.at(-1)?.kernel ?? 1,
      set: ({ layers }, kernel) => ({
        layers: layers.map((layer, at) => (at === layers.length - 1 ? { ...layer, kernel } : layer)),
      }),
    },
  ],
};
