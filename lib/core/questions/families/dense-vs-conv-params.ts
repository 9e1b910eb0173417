/** Weights of a dense layer and of a convolution on the same image: which has more, and how many times. */
import type { Volume } from "../../compute/layout";
import type { NetworkLayer } from "../../compute/network-program";
import type { BatchProgram, Output } from "../../compute/program";
import { article } from "../../english";
import { joined } from "../../korean";
import type { Rng } from "../../rng";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level, Mistake } from "../family";
import { fieldsOf, isWhole } from "../params";
import { takeBatch } from "../take-output";

interface DenseVsConvParams {
  image: Volume;
  units: number;
  kernel: number;
  filters: number;
  asks: "larger" | "ratio";
}

const decimals = 1;
const number = (value: number): Truth => ({ kind: "number", value, decimals });
const choice = (id: string): Truth => ({ kind: "choice", id });

const images: Record<Level, (rng: Rng) => Omit<DenseVsConvParams, "asks">> = {
  1: (rng) => ({
    image: cube(rng.pick([4, 6, 8]), rng.pick([1, 2, 3])),
    units: rng.pick([4, 8, 10]),
    kernel: 3,
    filters: rng.pick([4, 8, 10, 16]),
  }),
  2: (rng) => ({
    image: cube(rng.pick([4, 8, 14, 28]), rng.pick([1, 3, 8])),
    units: rng.pick([10, 32, 64]),
    kernel: rng.pick([3, 5]),
    filters: rng.pick([16, 32, 64]),
  }),
  3: (rng) => ({
    image: cube(rng.pick([5, 7, 14, 32, 64]), rng.pick([3, 16, 32])),
    units: rng.pick([10, 64, 100]),
    kernel: rng.pick([3, 5, 7]),
    filters: rng.pick([32, 64, 128]),
  }),
};
const cube = (side: number, channels: number): Volume => [side, side, channels];

function legal(params: unknown): params is DenseVsConvParams {
  const { image, units, kernel, filters, asks } = fieldsOf(params) ?? {};
  return (
    Array.isArray(image) &&
    image.length === 3 &&
    image.every((side) => isWhole(side, 1, 256)) &&
    isWhole(units, 1, 1024) &&
    isWhole(kernel, 1, 11) &&
    Number(kernel) % 2 === 1 &&
    isWhole(filters, 1, 512) &&
    (asks === "larger" || asks === "ratio")
  );
}

function ask({ image, units, kernel, filters, asks }: DenseVsConvParams): Ask {
  const size = image.join("×");
  const layers: Text = {
    ko: `유닛 ${units}개짜리 Dense층(펼쳐서 넣음)과 ${kernel}×${kernel} 필터 ${filters}개짜리 합성곱층`,
    en: `a dense layer of ${units} units (the image flattened) and a convolution of ${filters} filters of ${kernel}×${kernel}`,
  };
  return {
    prompt:
      asks === "larger"
        ? {
            ko: `${size} 이미지를 받는 ${layers.ko} 가운데 어느 쪽의 파라미터가 더 많나요?`,
            en: `${article("A", size)} image goes into ${layers.en}. Which has more parameters?`,
          }
        : {
            ko: `${size} 이미지를 받는 ${joined(layers.ko, "을를")} 견주면, Dense층의 파라미터는 합성곱층의 몇 배인가요?`,
            en: `${article("A", size)} image goes into ${layers.en}. How many times as many parameters has the dense layer as the convolution?`,
          },
    given: [{ ko: "두 층 모두 편향이 있어요.", en: "Both layers have biases." }],
    figures: [],
    answer:
      asks === "larger"
        ? {
            kind: "choice",
            options: [
              { id: "dense", text: { ko: "Dense층", en: "The dense layer" } },
              { id: "conv", text: { ko: "합성곱층", en: "The convolution" } },
              { id: "equal", text: { ko: "같다", en: "They have the same" } },
            ],
          }
        : { kind: "number", label: { ko: "몇 배", en: "Times" }, decimals },
  };
}

function solve({ image, units, kernel, filters }: DenseVsConvParams): BatchProgram {
  const pad = (kernel - 1) / 2;
  const stacks: NetworkLayer[][] = [
    [{ type: "flatten" }, { type: "dense", units, bias: true }],
    [
      {
        type: "conv",
        filters,
        kernel: [kernel, kernel],
        stride: [1, 1],
        pads: [pad, pad, pad, pad],
        dilation: [1, 1],
        bias: true,
      },
    ],
  ];
  return { kind: "batch", programs: stacks.map((layers) => ({ kind: "network", input: image, layers })) };
}

function countsOf(output: Output): [dense: number, conv: number] {
  const [dense, conv] = takeBatch(output, "network");
  if (!dense || !conv) throw new Error("dense-vs-conv-params: a layer of the variant cannot be built");
  return [dense.totalParams, conv.totalParams];
}
const largerOf = (dense: number, conv: number): Truth =>
  choice(dense === conv ? "equal" : dense > conv ? "dense" : "conv");

/** The asked answer out of two counts. */
const answerOf = ({ asks }: DenseVsConvParams, dense: number, conv: number): Truth =>
  asks === "larger" ? largerOf(dense, conv) : number(dense / conv);
const read = (output: Output, params: DenseVsConvParams): Truth => answerOf(params, ...countsOf(output));

const rightCounts = ({ image: [height, width, channels], units, kernel, filters }: DenseVsConvParams) => ({
  dense: (height * width * channels + 1) * units,
  conv: (kernel * kernel * channels + 1) * filters,
});

function slip(
  name: string,
  label: Text,
  counts: (params: DenseVsConvParams) => [dense: number, conv: number],
  say: (params: DenseVsConvParams) => Text,
): Mistake<DenseVsConvParams> {
  return {
    slip: name,
    name: label,
    gives: (params) => answerOf(params, ...counts(params)),
    work: (params) => {
      const [dense, conv] = counts(params);
      return params.asks === "ratio"
        ? `${dense} / ${conv} = ${(dense / conv).toFixed(decimals)}`
        : `${dense}, ${conv}`;
    },
    say,
  };
}

const mistakes: Mistake<DenseVsConvParams>[] = [
  slip(
    "positions-not-shared",
    { ko: "합성곱을 자리마다 따로 셌다", en: "The convolution was counted once for each position" },
    (params) => {
      const { dense, conv } = rightCounts(params);
      return [dense, conv * params.image[0] * params.image[1]];
    },
    ({ image: [height, width] }) => ({
      ko: `합성곱의 가중치는 ${height}×${width} 자리가 함께 써요. 자리의 수를 곱하지 않아요.`,
      en: `All ${height}×${width} positions share the convolution's weights; their number is not multiplied in.`,
    }),
  ),
  {
    slip: "ratio-inverted",
    name: { ko: "거꾸로 나누었다", en: "The ratio was turned over" },
    gives: (params) => {
      const { dense, conv } = rightCounts(params);
      return params.asks === "ratio" ? number(conv / dense) : null;
    },
    work: (params) => {
      const { dense, conv } = rightCounts(params);
      return `${conv} / ${dense} = ${(conv / dense).toFixed(2)}`;
    },
    say: () => ({
      ko: "Dense층이 합성곱층의 몇 배인지 물었으니 Dense층의 수를 나누어요.",
      en: "It was asked how many times the convolution's count the dense layer has: divide the dense layer's count.",
    }),
  },
  slip(
    "filter-channels-dropped",
    { ko: "필터를 k×k로만 셌다", en: "A filter was counted as k×k only" },
    (params) => [rightCounts(params).dense, (params.kernel * params.kernel + 1) * params.filters],
    ({ image: [, , channels], kernel }) => ({
      ko: `필터 하나는 채널 ${channels}개를 모두 보아 ${kernel}·${kernel}·${channels}개의 가중치를 가져요.`,
      en: `One filter looks at all ${channels} channels: ${kernel}·${kernel}·${channels} weights.`,
    }),
  ),
  slip(
    "image-channels-dropped",
    { ko: "펼칠 때 채널을 빼놓았다", en: "Flattening left the channels out" },
    (params) => [(params.image[0] * params.image[1] + 1) * params.units, rightCounts(params).conv],
    ({ image }) => ({
      ko: `펼치면 값이 ${image.join("·")}개예요.`,
      en: `Flattened, the image has ${image.join("·")} values.`,
    }),
  ),
  {
    slip: "dense-always-larger",
    name: { ko: "Dense층이 늘 더 많다고 했다", en: "The dense layer was said to be always larger" },
    gives: ({ asks }) => (asks === "larger" ? choice("dense") : null),
    say: ({ image: [height, width], kernel, filters, units }) => ({
      ko: `이미지가 ${height}×${joined(width, "으로로")} 작고 필터가 ${filters}개나 되면 합성곱층이 더 많을 수 있어요. 유닛 ${units}개와 ${kernel}×${kernel} 필터를 실제로 세어 보세요.`,
      en: `With an image as small as ${height}×${width} and ${filters} filters the convolution can have more. Count both: ${units} units, ${kernel}×${kernel} filters.`,
    }),
  },
];

function explain(params: DenseVsConvParams, output: Output): Explanation {
  const { image, units, kernel, filters } = params;
  const [dense, conv] = countsOf(output);
  const formulas = {
    dense: `(${image.join("·")} + 1)·${units}`,
    conv: `(${kernel}·${kernel}·${image[2]} + 1)·${filters}`,
  };
  return {
    steps: [
      { ko: `Dense층: ${formulas.dense} = ${dense}`, en: `Dense: ${formulas.dense} = ${dense}` },
      { ko: `합성곱층: ${formulas.conv} = ${conv}`, en: `Convolution: ${formulas.conv} = ${conv}` },
      {
        ko: `${dense} / ${conv} = ${(dense / conv).toFixed(decimals)}배예요. 이미지가 커져도 합성곱층은 그대로예요.`,
        en: `${dense} / ${conv} = ${(dense / conv).toFixed(decimals)} times. A larger image leaves the convolution as it is.`,
      },
    ],
    scene: {
      kind: "weights",
      bars: [
        { label: { ko: "Dense층", en: "Dense layer" }, formula: formulas.dense, count: dense, isAsked: true },
        { label: { ko: "합성곱층", en: "Convolution" }, formula: formulas.conv, count: conv, isAsked: true },
      ],
      layer: null,
    },
  };
}

const judging = { id: "dense-vs-conv-params", solve, read, mistakes, legal };
/** Slips of which only one form of the question can tell. */
const formOf: Record<string, DenseVsConvParams["asks"]> = {
  "ratio-inverted": "ratio",
  "dense-always-larger": "larger",
};

export const denseVsConvParams: Family<DenseVsConvParams> = {
  ...judging,
  version: 1,
  title: { ko: "Dense층과 합성곱층의 크기 비교", en: "Dense layer against convolution" },
  concepts: ["fully-connected", "convolutional-layer"],
  answer: "number",
  levels: [1, 2, 3],
  draw(rng, level, separating) {
    const asks = separating
      ? (formOf[separating] ?? "ratio")
      : level === 1 || rng.int(1, 3) === 1
        ? "larger"
        : "ratio";
    const propose = (drawing: Rng) => ({ ...images[level](drawing), asks });
    // Of three options two are wrong, and "the same" is nobody's.
    return drawTelling(judging, rng, propose, { separating, least: asks === "larger" ? 1 : 3 });
  },
  ask,
  explain,
  knobs: [
    {
      id: "side",
      label: { ko: "이미지의 한 변", en: "Side of the image" },
      values: () => [4, 5, 6, 7, 8, 14, 16, 28, 32, 64, 128, 224],
      get: ({ image: [height] }) => height,
      set: (params, side) => ({ ...params, image: cube(side, params.image[2]) }),
    },
  ],
};
