/** How many input cells along one side act on one output cell of a stack of layers. Padding does not change it. */
import type { InfluenceProgram, Output, WindowLayer } from "../../compute/program";
import type { Rng } from "../../rng";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level } from "../family";
import { fieldsOf, isWhole } from "../params";
import { takeOutput } from "../take-output";
import {
  integer,
  jumpBefore,
  type Layer,
  mistakes,
  type ReceptiveFieldStack,
  sum,
} from "./receptive-field-stack-rules";

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
