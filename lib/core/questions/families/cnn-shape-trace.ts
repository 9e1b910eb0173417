/** A small network traced from input to output: shape and weights after every layer, errors carried forward. */
import type { Volume } from "../../compute/layout";
import type { NetworkLayer, NetworkProgram } from "../../compute/network-program";
import type { Output } from "../../compute/program";
import { article } from "../../english";
import type { Rng } from "../../rng";
import type { TableRow, Truth } from "../answer-form";
import { equation } from "../descents";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level } from "../family";
import { layerText } from "../layer-text";
import { fieldsOf, isWhole } from "../params";
import { takeOutput } from "../take-output";
import { answerOf, type CnnShapeTrace, mistakes, rowOf, stepFrom } from "./cnn-shape-trace-rules";

const conv = (filters: number, side: number, padding: number): NetworkLayer => ({
  type: "conv",
  filters,
  kernel: [side, side],
  stride: [1, 1],
  pads: [padding, padding, padding, padding],
  dilation: [1, 1],
  bias: true,
});
const pool = (kind: "max-pool" | "average-pool"): NetworkLayer => ({
  type: kind,
  kernel: [2, 2],
  stride: [2, 2],
  pads: [0, 0, 0, 0],
  rounding: "floor",
});
const flatten: NetworkLayer = { type: "flatten" };
const dense = (units: number): NetworkLayer => ({ type: "dense", units, bias: true });
const drawConv = (rng: Rng, filters: number[]) => {
  const side = rng.pick([3, 5]);
  return conv(rng.pick(filters), side, rng.pick([0, (side - 1) / 2]));
};
const drawPool = (rng: Rng) => pool(rng.pick(["max-pool", "average-pool"]));

/** LeNet-5 as the notes lay it out: its first layers come up now and then. */
const lenet = [
  conv(6, 5, 0),
  pool("average-pool"),
  conv(16, 5, 0),
  pool("average-pool"),
  flatten,
  dense(120),
];

const draws: Record<Level, (rng: Rng) => Pick<CnnShapeTrace, "input" | "layers">> = {
  1: (rng) => ({
    input: cube(rng.pick([8, 12, 16]), rng.pick([1, 3])),
    layers: [drawConv(rng, [2, 4, 6]), drawPool(rng), flatten],
  }),
  2: (rng) => ({
    input: cube(rng.pick([12, 16, 28, 32]), rng.pick([1, 3])),
    layers: [drawConv(rng, [4, 6, 8, 16]), drawPool(rng), flatten, dense(rng.pick([10, 16, 64]))],
  }),
  3: (rng) =>
    rng.int(1, 8) === 1
      ? { input: [32, 32, 1], layers: lenet }
      : {
          input: cube(rng.pick([28, 32]), rng.pick([1, 3])),
          layers: [
            drawConv(rng, [6, 8, 16]),
            drawPool(rng),
            drawConv(rng, [12, 16, 32]),
            drawPool(rng),
            flatten,
            dense(rng.pick([10, 64, 100])),
          ],
        },
};
const cube = (side: number, channels: number): Volume => [side, side, channels];

function isLayer(value: unknown): value is NetworkLayer {
  const { type, filters, kernel, stride, pads, dilation, bias, units, rounding } = fieldsOf(value) ?? {};
  const isPair = (pair: unknown) =>
    Array.isArray(pair) && pair.length === 2 && pair.every((side) => isWhole(side, 1, 11));
  const isRing = Array.isArray(pads) && pads.length === 4 && pads.every((side) => isWhole(side, 0, 5));
  switch (type) {
    case "conv":
      return (
        isWhole(filters, 1, 512) &&
        isPair(kernel) &&
        isPair(stride) &&
        isPair(dilation) &&
        isRing &&
        typeof bias === "boolean"
      );
    case "max-pool":
    case "average-pool":
      return isPair(kernel) && isPair(stride) && isRing && (rounding === "floor" || rounding === "ceil");
    case "dense":
      return isWhole(units, 1, 4096) && typeof bias === "boolean";
    default:
      return type === "flatten";
  }
}

function legal(params: unknown): params is CnnShapeTrace {
  const { input, layers, asks } = fieldsOf(params) ?? {};
  if (!Array.isArray(input) || input.length !== 3 || !input.every((side) => isWhole(side, 1, 256)))
    return false;
  if (!Array.isArray(layers) || !isWhole(layers.length, 1, 10) || !layers.every(isLayer)) return false;
  let shape: number[] | null = input;
  for (const layer of layers) shape = shape && (stepFrom(layer, shape)?.output ?? null);
  return shape !== null && (asks === "table" || asks === "total");
}

function ask({ input, layers, asks }: CnnShapeTrace): Ask {
  const size = input.join("×");
  const names = layers.map(layerText);
  const isTable = asks === "table";
  return {
    prompt: isTable
      ? {
          ko: `${size} 입력이 층을 차례로 지나요. 층마다 출력 크기와 학습되는 파라미터 수를 채우세요.`,
          en: `${article("A", size)} input goes through the layers in order. Fill in each layer's output shape and number of trainable parameters.`,
        }
      : {
          ko: `${size} 입력이 아래 층을 차례로 지나는 네트워크의 학습되는 파라미터는 모두 몇 개인가요?`,
          en: `${article("A", size)} input goes through the layers below. How many trainable parameters has the network in all?`,
        },
    given: [
      {
        ko: "크기는 높이×너비×채널, 펼친 뒤에는 길이 하나예요. 끝에 남는 칸은 버려요.",
        en: "Shapes are height×width×channels, and one length once flat. Cells left over at the end are dropped.",
      },
      {
        ko: "합성곱층과 Dense층에는 편향이 있어요. 앞 줄을 잘못 채워도 그 줄에서 바르게 이어 가면 점수가 있어요.",
        en: "Convolutions and dense layers have biases. After a wrong row, rows that follow rightly from it still count.",
      },
    ],
    figures: isTable
      ? []
      : [
          {
            kind: "table",
            label: { ko: "네트워크", en: "Network" },
            columns: [{ ko: "층", en: "Layer" }],
            rows: names.map((name) => [name]),
          },
        ],
    answer: isTable
      ? {
          kind: "table",
          label: { ko: "층마다 크기와 파라미터", en: "Shape and parameters of each layer" },
          rows: names,
          columns: [
            { label: { ko: "출력 크기", en: "Output shape" }, kind: "shape" },
            { label: { ko: "파라미터", en: "Parameters" }, kind: "integer" },
          ],
        }
      : { kind: "integer", label: { ko: "파라미터 수", en: "Number of parameters" } },
  };
}

const solve = ({ input, layers }: CnnShapeTrace): NetworkProgram => ({ kind: "network", input, layers });
const read = (output: Output, params: CnnShapeTrace): Truth =>
  answerOf(params, takeOutput(output, "network").layers);

/** The next row from the shape that the learner wrote last. */
function carried({ input, layers }: CnnShapeTrace, earlier: TableRow[]): TableRow | null {
  const layer = layers[earlier.length];
  const shape = earlier.length === 0 ? input : earlier.at(-1)?.[0];
  const step = layer && shape ? stepFrom(layer, shape) : null;
  return step && rowOf(step);
}

function explain({ input, layers }: CnnShapeTrace, output: Output): Explanation {
  const { layers: traced, totalParams } = takeOutput(output, "network");
  const withWeights = traced.filter(({ params }) => params > 0).map(({ params }) => params);
  const parameters = equation(withWeights.join(" + "), String(totalParams));
  return {
    steps: [
      {
        ko: `${[input, ...traced.map((layer) => layer.output)].map((shape) => shape.join("×")).join(" → ")}`,
        en: `${[input, ...traced.map((layer) => layer.output)].map((shape) => shape.join("×")).join(" → ")}`,
      },
      {
        ko: `파라미터는 모두 ${parameters}개예요.`,
        en: `Parameters in all: ${parameters}.`,
      },
    ],
    scene: {
      kind: "network",
      input,
      layers: traced.flatMap((step, at) => {
        const layer = layers[at];
        return layer ? [{ ...step, layer, label: layerText(layer) }] : [];
      }),
      totalParams,
    },
  };
}

const judging = { id: "cnn-shape-trace", solve, read, mistakes, legal };

export const cnnShapeTrace: Family<CnnShapeTrace> = {
  ...judging,
  version: 1,
  title: { ko: "CNN의 크기와 파라미터 따라가기", en: "Tracing a CNN's shapes and weights" },
  concepts: ["cnn", "convolutional-layer", "pooling-layer", "fully-connected"],
  answer: "table",
  levels: [1, 2, 3],
  draw: (rng, level, separating) =>
    drawTelling(
      judging,
      rng,
      (drawing) => ({
        ...draws[level](drawing),
        asks: level > 1 && separating === undefined && drawing.int(1, 4) === 1 ? "total" : "table",
      }),
      { separating },
    ),
  ask,
  explain,
  carried,
  knobs: [
    {
      id: "side",
      label: { ko: "입력 한 변", en: "Input side" },
      values: () => Array.from({ length: 57 }, (_, at) => at + 8),
      get: ({ input: [height] }) => height,
      set: (params, side) => ({ ...params, input: [side, side, params.input[2]] }),
    },
  ],
};
