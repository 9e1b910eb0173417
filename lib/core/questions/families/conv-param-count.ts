/** Trainable weights of convolutions, counted on their real weight tensors. Positions share them. */
import type { Pair } from "../../compute/layout";
import type { ConvLayer, NetworkProgram } from "../../compute/network-program";
import type { Output } from "../../compute/program";
import { article } from "../../english";
import type { Rng } from "../../rng";
import type { Truth } from "../answer-form";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level } from "../family";
import { fieldsOf, isPair, isWhole } from "../params";
import { takeOutput } from "../take-output";
import { type ConvParamCount, integer, mistakes } from "./conv-param-count-rules";

const square = (side: number): Pair => [side, side];

const draws: Record<Level, (rng: Rng) => ConvParamCount> = {
  1: (rng) => ({
    side: rng.pick([8, 16, 28, 32]),
    channels: rng.pick([1, 2, 3, 4]),
    kernel: square(rng.pick([3, 5])),
    filters: [rng.pick([4, 6, 8, 10, 16])],
    hasBias: rng.int(1, 4) > 1,
  }),
  2: (rng) => ({
    side: rng.pick([14, 28, 32, 56, 224]),
    channels: rng.pick([3, 6, 8, 16, 32]),
    kernel: square(rng.pick([1, 3, 5, 7])),
    filters: [rng.pick([16, 32, 64, 128])],
    hasBias: rng.int(1, 3) > 1,
  }),
  3: (rng) =>
    rng.int(0, 1) === 0
      ? {
          side: rng.pick([28, 32, 64]),
          channels: rng.pick([3, 16, 32]),
          kernel: [rng.pick([1, 3, 5]), rng.pick([3, 7])],
          filters: [rng.pick([16, 32, 64])],
          hasBias: rng.int(0, 1) === 1,
        }
      : {
          side: rng.pick([28, 32, 64]),
          channels: rng.pick([1, 3]),
          kernel: square(rng.pick([3, 5])),
          filters: [rng.pick([6, 8, 16]), rng.pick([16, 32])],
          hasBias: rng.int(1, 3) > 1,
        },
};

function legal(params: unknown): params is ConvParamCount {
  const { side, channels, kernel, filters, hasBias } = fieldsOf(params) ?? {};
  return (
    isWhole(side, 1, 256) &&
    isWhole(channels, 1, 512) &&
    isPair(kernel, 11) &&
    kernel.every((length) => length % 2 === 1) &&
    Array.isArray(filters) &&
    isWhole(filters.length, 1, 3) &&
    filters.every((count) => isWhole(count, 1, 512)) &&
    typeof hasBias === "boolean"
  );
}

const isOne = ({ filters }: ConvParamCount) => filters.length === 1;

function ask(params: ConvParamCount): Ask {
  const { side, channels, kernel, filters, hasBias } = params;
  const input = `${side}×${side}×${channels}`;
  const size = kernel.join("×");
  return {
    prompt: isOne(params)
      ? {
          ko: `${input} 입력에 ${size} 필터 ${filters[0]}개를 쓰는 합성곱층의 학습되는 파라미터는 몇 개인가요?`,
          en: `A convolutional layer with ${filters[0]} filters of ${size} takes ${article("a", input)} input. How many trainable parameters has it?`,
        }
      : {
          ko: `${input} 입력이 ${size} 필터를 쓰는 합성곱층 ${filters.length}개를 지나요. 필터는 차례로 ${filters.join("개, ")}개예요. 학습되는 파라미터는 모두 몇 개인가요?`,
          en: `${article("A", input)} input goes through ${filters.length} convolutional layers of ${size} filters, ${filters.join(" and then ")} of them. How many trainable parameters are there in all?`,
        },
    given: [
      hasBias
        ? { ko: "편향이 있어요.", en: "There are biases." }
        : { ko: "편향은 없어요.", en: "There are no biases." },
      { ko: "padding이 있어서 높이와 너비는 그대로예요.", en: "Padding keeps height and width." },
    ],
    figures: [],
    answer: { kind: "integer", label: { ko: "파라미터 수", en: "Number of parameters" } },
  };
}

function solve({ side, channels, kernel, filters, hasBias }: ConvParamCount): NetworkProgram {
  const [down, across] = kernel.map((length) => (length - 1) / 2) as Pair;
  const layers = filters.map(
    (count): ConvLayer => ({
      type: "conv",
      filters: count,
      kernel,
      stride: [1, 1],
      pads: [down, down, across, across],
      dilation: [1, 1],
      bias: hasBias,
    }),
  );
  return { kind: "network", input: [side, side, channels], layers };
}
const read = (output: Output): Truth => integer(takeOutput(output, "network").totalParams);

function explain({ channels, kernel, filters, hasBias }: ConvParamCount, output: Output): Explanation {
  const { layers, totalParams } = takeOutput(output, "network");
  const rows = layers.map(({ params }, at) => {
    const inputs = filters[at - 1] ?? channels;
    const formula = `(${kernel.join("·")}·${inputs}${hasBias ? " + 1" : ""})·${filters[at]}`;
    return { inputs, formula, params, count: filters[at] ?? 0 };
  });
  const [first] = rows;
  return {
    steps: [
      {
        ko: `필터 하나의 가중치는 ${kernel.join("·")}·${first?.inputs}개${hasBias ? "이고 편향이 하나 더 있어요" : "예요"}.`,
        en: `One filter has ${kernel.join("·")}·${first?.inputs} weights${hasBias ? " and one bias" : ""}.`,
      },
      ...rows.map(({ formula, params }) => ({ ko: `${formula} = ${params}`, en: `${formula} = ${params}` })),
      ...(rows.length > 1 ? [{ ko: `모두 ${totalParams}개예요.`, en: `${totalParams} in all.` }] : []),
    ],
    scene: {
      kind: "weights",
      bars: rows.map(({ formula, params, count }, at) => ({
        label: { ko: `합성곱 ${at + 1}, 필터 ${count}개`, en: `Convolution ${at + 1}, ${count} filters` },
        formula,
        count: params,
        isAsked: true,
      })),
      layer: {
        kind: "conv",
        kernel: [kernel[0], kernel[1]],
        channels,
        filters: filters[0] ?? 1,
        hasBias,
      },
    },
  };
}

const judging = { id: "conv-param-count", solve, read, mistakes, legal };

export const convParamCount: Family<ConvParamCount> = {
  ...judging,
  version: 1,
  title: { ko: "합성곱층의 파라미터 수", en: "Parameters of a convolution" },
  concepts: ["filter", "convolutional-layer"],
  answer: "integer",
  levels: [1, 2, 3],
  draw: (rng, level, separating) =>
    drawTelling(
      judging,
      rng,
      (drawing) => ({
        ...draws[level](drawing),
        ...(separating === "bias-added" && { hasBias: false }),
        ...(separating === "bias-dropped" && { hasBias: true }),
      }),
      { separating },
    ),
  ask,
  explain,
  knobs: [
    {
      id: "channels",
      label: { ko: "입력 채널", en: "Input channels" },
      values: () => [1, 2, 3, 4, 8, 16, 32, 64],
      get: ({ channels }) => channels,
      set: (params, channels) => ({ ...params, channels }),
    },
    {
      id: "side",
      label: { ko: "입력의 한 변", en: "Side of the input" },
      values: () => [8, 16, 28, 32, 56, 64, 112, 224],
      get: ({ side }) => side,
      set: (params, side) => ({ ...params, side }),
    },
  ],
};
