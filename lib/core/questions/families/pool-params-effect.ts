/** What pooling does to the number of weights: none of its own, and far fewer in the dense layer after it. */
import type { Volume } from "../../compute/layout";
import type { NetworkLayer, NetworkProgram } from "../../compute/network-program";
import type { BatchProgram, Output } from "../../compute/program";
import { article } from "../../english";
import { joined } from "../../korean";
import type { Rng } from "../../rng";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level } from "../family";
import { layerText } from "../layer-text";
import { fieldsOf, isWhole } from "../params";
import { takeBatch } from "../take-output";
import {
  after,
  integer,
  layersOf,
  mistakes,
  type PoolParamsEffect,
  partsOf,
  pooledValues,
} from "./pool-params-effect-rules";

const solve = (params: PoolParamsEffect): BatchProgram => ({
  kind: "batch",
  programs: [false, true].map(
    (isPooled): NetworkProgram => ({
      kind: "network",
      input: params.input,
      layers: layersOf(params, isPooled),
    }),
  ),
});

function totalsOf(output: Output): [without: number, pooled: number] {
  const [without, pooled] = takeBatch(output, "network");
  if (!without || !pooled) throw new Error("pool-params-effect: a network of the variant cannot be built");
  return [without.totalParams, pooled.totalParams];
}

function read(output: Output, { asks }: PoolParamsEffect): Truth {
  const [without, pooled] = totalsOf(output);
  return integer(asks === "with" ? pooled : without - pooled);
}

const sizes: Record<Level, (rng: Rng) => Omit<PoolParamsEffect, "asks">> = {
  1: (rng) => ({
    input: square(rng.pick([4, 6, 8, 12]), rng.pick([2, 4, 8])),
    filters: 0,
    window: 2,
    units: rng.pick([2, 4, 10]),
  }),
  2: (rng) => ({
    input: square(rng.pick([12, 14, 16, 24, 28, 32]), rng.pick([6, 8, 16, 32])),
    filters: 0,
    window: rng.pick([2, 2, 4]),
    units: rng.pick([10, 64, 100]),
  }),
  3: (rng) => ({
    input: square(rng.pick([16, 24, 28, 32]), rng.pick([1, 3])),
    filters: rng.pick([8, 16, 32]),
    window: rng.pick([2, 4]),
    units: rng.pick([10, 64, 100]),
  }),
};
const square = (side: number, channels: number): Volume => [side, side, channels];

function legal(params: unknown): params is PoolParamsEffect {
  const { input, filters, window, units, asks } = fieldsOf(params) ?? {};
  return (
    Array.isArray(input) &&
    input.length === 3 &&
    input.every((side) => isWhole(side, 1, 64)) &&
    isWhole(filters, 0, 64) &&
    isWhole(window, 2, Math.min(4, input[0], input[1])) &&
    isWhole(units, 1, 1000) &&
    (asks === "with" || asks === "saved")
  );
}

const listed = (layers: NetworkLayer[]): Text => ({
  ko: layers.map((layer) => layerText(layer).ko).join(" → "),
  en: layers.map((layer) => layerText(layer).en).join(" → "),
});

function ask(params: PoolParamsEffect): Ask {
  const { input, asks } = params;
  const size = input.join("×");
  const [plain, pooled] = [listed(layersOf(params, false)), listed(layersOf(params, true))];
  return {
    prompt:
      asks === "with"
        ? {
            ko: `${size} 입력이 풀링을 지나는 아래 네트워크에서 학습되는 파라미터는 모두 몇 개인가요?`,
            en: `${article("A", size)} input goes through the network below. How many trainable parameters has it in all?`,
          }
        : {
            ko: `${size} 입력을 받는 네트워크에 풀링을 넣으면 학습되는 파라미터가 몇 개 줄어드나요?`,
            en: `A network takes ${article("a", size)} input. How many trainable parameters does pooling save?`,
          },
    given:
      asks === "with"
        ? [pooled]
        : [
            { ko: `풀링 없이: ${plain.ko}`, en: `Without pooling: ${plain.en}` },
            { ko: `풀링 넣어: ${pooled.ko}`, en: `With pooling: ${pooled.en}` },
          ],
    figures: [],
    answer: {
      kind: "integer",
      label:
        asks === "with"
          ? { ko: "파라미터 수", en: "Number of parameters" }
          : { ko: "줄어든 수", en: "Parameters saved" },
    },
  };
}

function explain(params: PoolParamsEffect, output: Output): Explanation {
  const [without, pooled] = totalsOf(output);
  const { units, input, window } = params;
  const { channels, convolution } = partsOf(params);
  const plus = convolution > 0 ? ` + ${convolution}` : "";
  const [full, small] = [input[0] * input[1] * channels, pooledValues(params)];
  return {
    steps: [
      {
        ko: `풀링층의 파라미터는 0개예요. ${input[0]}×${joined(input[1], "을를")} ${after(input[0], window)}×${joined(after(input[1], window), "으로로")} 줄일 뿐이에요.`,
        en: `The pooling layer has 0 parameters. It only reduces ${input[0]}×${input[1]} to ${after(input[0], window)}×${after(input[1], window)}.`,
      },
      {
        ko: `Dense층이 받는 값은 ${full}개에서 ${small}개가 되고, 파라미터는 모두 ${without}개에서 ${pooled}개로 ${without - pooled}개 줄어요.`,
        en: `The dense layer receives ${small} values instead of ${full}; of ${without} parameters ${pooled} are left, ${without - pooled} fewer.`,
      },
    ],
    scene: {
      kind: "weights",
      bars: [
        {
          label: { ko: "풀링 없이", en: "Without pooling" },
          formula: `(${full} + 1)·${units}${plus}`,
          count: without,
          isAsked: false,
        },
        {
          label: { ko: "풀링 넣어", en: "With pooling" },
          formula: `(${small} + 1)·${units}${plus}`,
          count: pooled,
          isAsked: true,
        },
      ],
      layer: null,
    },
  };
}

const judging = { id: "pool-params-effect", solve, read, mistakes, legal };

export const poolParamsEffect: Family<PoolParamsEffect> = {
  ...judging,
  version: 1,
  title: { ko: "풀링과 파라미터 수", en: "Pooling and the number of parameters" },
  concepts: ["pooling-layer"],
  answer: "integer",
  levels: [1, 2, 3],
  draw: (rng, level, separating) =>
    drawTelling(
      judging,
      rng,
      (drawing) => ({
        ...sizes[separating === "conv-shrinks" ? 3 : level](drawing),
        asks: drawing.pick(["with", "saved"]),
      }),
      { separating },
    ),
  ask,
  explain,
  knobs: [
    {
      id: "window",
      label: { ko: "풀링 크기", en: "Pooling window" },
      values: () => [2, 3, 4],
      get: ({ window }) => window,
      set: (params, window) => ({ ...params, window }),
    },
    {
      id: "units",
      label: { ko: "Dense 유닛 수", en: "Dense units" },
      values: () => [1, 2, 4, 10, 16, 32, 64, 100, 128, 256, 512],
      get: ({ units }) => units,
      set: (params, units) => ({ ...params, units }),
    },
  ],
};
