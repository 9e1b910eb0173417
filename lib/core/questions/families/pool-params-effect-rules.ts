/** The two networks, their weights counted by hand, and the wrong counts with their names. */
import type { Volume } from "../../compute/layout";
import type { NetworkLayer } from "../../compute/network-program";
import { joined } from "../../korean";
import type { Truth } from "../answer-form";
import type { Mistake } from "../family";

export interface PoolParamsEffect {
  input: Volume;
  /** Filters of a 3×3 convolution with padding 1 before the pooling; 0 for none. */
  filters: number;
  window: number;
  units: number;
  asks: "with" | "saved";
}

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

export function layersOf({ filters, window, units }: PoolParamsEffect, isPooled: boolean): NetworkLayer[] {
  return [
    ...(filters > 0 ? [conv(filters)] : []),
    ...(isPooled ? [pool(window)] : []),
    { type: "flatten" },
    { type: "dense", units, bias: true },
  ];
}

export const integer = (value: number): Truth => ({ kind: "integer", value });

/** Channels that reach the dense layer, and the weights of the convolution before it. */
export const partsOf = ({ input, filters }: PoolParamsEffect) => ({
  channels: filters > 0 ? filters : input[2],
  convolution: filters > 0 ? (9 * input[2] + 1) * filters : 0,
});
export const after = (side: number, window: number) => Math.floor(side / window);

/** The asked count when the pooled network's dense layer sees so many values and has so many weights beside it. */
function countBy(params: PoolParamsEffect, values: number, beside: number): number {
  const { input, units, asks } = params;
  const { channels, convolution } = partsOf(params);
  const pooled = (values + 1) * units + beside;
  const without = (input[0] * input[1] * channels + 1) * units + convolution;
  return asks === "with" ? pooled : without - pooled;
}

export const pooledValues = (params: PoolParamsEffect) =>
  after(params.input[0], params.window) * after(params.input[1], params.window) * partsOf(params).channels;

export const mistakes: Mistake<PoolParamsEffect>[] = [
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
