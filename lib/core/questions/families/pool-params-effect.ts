/** What pooling does to the number of weights: none of its own, and far fewer in the dense layer after it. */
import type { Volume } from "../../compute/layout";
import type { NetworkLayer, NetworkProgram } from "../../compute/network-program";
import type { BatchProgram, Output } from "../../compute/program";
import { joined } from "../../korean";
import type { Rng } from "../../rng";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level, Mistake } from "../family";
import { layerText } from "../layer-text";
import { fieldsOf, isWhole } from "../params";
import { takeBatch } from "../take-output";

interface PoolParamsEffect {
  input: Volume;
  /** Filters of a 3×3 convolution with padding 1 before the pooling; 0 for none. */
  filters: number;
  window: number;
  units: number;
  asks: "with" | "saved";
}

const integer = (value: number): Truth => ({ kind: "integer", value });
const conv = (filters: number): NetworkLayer => ({
  type: "conv",
  filters,
  kernel: [3, 3],
  stride: [1, 1],
  pads: [1, 1, 1, 1],
  dilation: [1, 1],
  bias: true,
});
const pool = (window: number): NetworkLayer => ({
  type: "max-pool",
  kernel: [window, window],
  stride: [window, window],
  pads: [0, 0, 0, 0],
  rounding: "floor",
});

function layersOf({ filters, window, units }: PoolParamsEffect, isPooled: boolean): NetworkLayer[] {
  return [
    ...(filters > 0 ? [conv(filters)] : []),
    ...(isPooled ? [pool(window)] : []),
    { type: "flatten" },
    { type: "dense", units, bias: true },
  ];
}

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

/** Channels that reach the dense layer, and the weights of the convolution before it. */
const partsOf = ({ input, filters }: PoolParamsEffect) => ({
  channels: filters > 0 ? filters : input[2],
  convolution: filters > 0 ? (9 * input[2] + 1) * filters : 0,
});
const after = (side: number, window: number) => Math.floor(side / window);

/** The asked count when the pooled network's dense layer sees so many values and has so many weights beside it. */
function countBy(params: PoolParamsEffect, values: number, beside: number): number {
  const { input, units, asks } = params;
  const { channels, convolution } = partsOf(params);
  const pooled = (values + 1) * units + beside;
  const without = (input[0] * input[1] * channels + 1) * units + convolution;
  return asks === "with" ? pooled : without - pooled;
}

const pooledValues = (params: PoolParamsEffect) =>
  after(params.input[0], params.window) * after(params.input[1], params.window) * partsOf(params).channels;

const mistakes: Mistake<PoolParamsEffect>[] = [
  {
    slip: "pool-has-weights",
    name: { ko: "풀링층에도 가중치가 있다고 셌다", en: "The pooling layer was given weights" },
    gives: (params) => {
      const own = params.window ** 2 * partsOf(params).channels;
      return integer(countBy(params, pooledValues(params), partsOf(params).convolution + own));
    },
    work: (params) => `+ ${params.window}·${params.window}·${partsOf(params).channels}`,
    say: () => ({
      ko: "풀링은 최댓값을 고를 뿐 학습하는 값이 없어요. 파라미터는 0개예요.",
      en: "Pooling only picks the largest value. It learns nothing and has 0 parameters.",
    }),
  },
  {
    slip: "one-side-pooled",
    name: { ko: "한 변만 줄였다", en: "Only one side was reduced" },
    gives: (params) => {
      const values = params.input[0] * after(params.input[1], params.window) * partsOf(params).channels;
      return integer(countBy(params, values, partsOf(params).convolution));
    },
    work: (params) =>
      `${params.input[0]}·${after(params.input[1], params.window)}·${partsOf(params).channels}`,
    say: ({ window, input: [height, width] }) => ({
      ko: `높이와 너비가 모두 ${window}분의 1이 돼요. ${height}×${joined(width, "이가")} ${after(height, window)}×${joined(after(width, window), "이가")} 돼요.`,
      en: `Height and width both shrink by ${window}: ${height}×${width} becomes ${after(height, window)}×${after(width, window)}.`,
    }),
  },
  {
    slip: "channels-pooled",
    name: { ko: "채널도 줄였다", en: "The channels were reduced as well" },
    gives: (params) => {
      const { channels, convolution } = partsOf(params);
      const values = (pooledValues(params) / channels) * after(channels, params.window);
      return integer(countBy(params, values, convolution));
    },
    work: (params) => {
      const { channels } = partsOf(params);
      return `C = ${after(channels, params.window)}`;
    },
    say: (params) => ({
      ko: `풀링은 채널마다 따로 해요. 채널은 ${partsOf(params).channels}개 그대로예요.`,
      en: `Pooling treats every channel by itself: all ${partsOf(params).channels} stay.`,
    }),
  },
  {
    slip: "conv-shrinks",
    name: { ko: "합성곱층의 가중치도 줄였다", en: "The convolution's weights were reduced as well" },
    gives: (params) => {
      const { convolution } = partsOf(params);
      if (convolution === 0) return null;
      return integer(countBy(params, pooledValues(params), convolution / params.window ** 2));
    },
    work: (params) => `${partsOf(params).convolution} / ${params.window ** 2}`,
    say: (params) => ({
      ko: `합성곱의 가중치는 입력 크기와 상관없이 ${partsOf(params).convolution}개예요. 줄어드는 것은 뒤의 Dense층뿐이에요.`,
      en: `The convolution has ${partsOf(params).convolution} weights whatever the input size. Only the dense layer after it shrinks.`,
    }),
  },
  {
    slip: "pool-ignored",
    name: { ko: "풀링을 하지 않은 수를 셌다", en: "The count without pooling was given" },
    gives: (params) => {
      const { channels, convolution } = partsOf(params);
      return integer((params.input[0] * params.input[1] * channels + 1) * params.units + convolution);
    },
    work: (params) => {
      const [height, width] = params.input;
      return `(${height}·${width}·${partsOf(params).channels} + 1)·${params.units}`;
    },
    say: (params) => ({
      ko: `풀링을 지나면 Dense층이 받는 값은 ${pooledValues(params)}개뿐이에요.`,
      en: `After pooling the dense layer receives only ${pooledValues(params)} values.`,
    }),
  },
];

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
            en: `A ${size} input goes through the network below. How many trainable parameters has it in all?`,
          }
        : {
            ko: `${size} 입력을 받는 네트워크에 풀링을 넣으면 학습되는 파라미터가 몇 개 줄어드나요?`,
            en: `A network takes a ${size} input. How many trainable parameters does pooling save?`,
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
