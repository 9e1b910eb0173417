/** How a learner may count a convolution's weights: the wrong rules with their names. */
import type { Pair } from "../../compute/layout";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import type { Mistake } from "../family";

export interface ConvParamCount {
  /** Cells along each side of the input; padding keeps it. */
  side: number;
  channels: number;
  kernel: Pair;
  /** Filters of each layer in turn, one or two layers with the same kernel. */
  filters: number[];
  hasBias: boolean;
}

export const integer = (value: number): Truth => ({ kind: "integer", value });

/** A wrong rule for one layer: the count, and how it was reckoned. */
type Rule = (layer: {
  area: number;
  kernel: string;
  channels: number;
  filters: number;
  bias: number;
  positions: number;
}) => [count: number, work: string];

function slip(
  name: string,
  label: Text,
  applies: (params: ConvParamCount) => boolean,
  rule: Rule,
  say: (params: ConvParamCount) => Text,
): Mistake<ConvParamCount> {
  const counts = (params: ConvParamCount) =>
    params.filters.map((filters, at) =>
      rule({
        area: params.kernel[0] * params.kernel[1],
        kernel: params.kernel.join("·"),
        channels: params.filters[at - 1] ?? params.channels,
        filters,
        bias: params.hasBias ? 1 : 0,
        positions: params.side * params.side,
      }),
    );
  const total = (params: ConvParamCount) => counts(params).reduce((sum, [count]) => sum + count, 0);
  return {
    slip: name,
    name: label,
    gives: (params) => (applies(params) ? integer(total(params)) : null),
    work: (params) =>
      `${counts(params)
        .map(([, work]) => work)
        .join(" + ")} = ${total(params)}`,
    say,
  };
}
const always = () => true;
const plusBias = (bias: number) => (bias ? " + 1" : "");

export const mistakes: Mistake<ConvParamCount>[] = [
  slip(
    "channels-dropped",
    { ko: "필터 하나를 k×k로만 셌다", en: "A filter was counted as k×k only" },
    always,
    ({ area, kernel, filters, bias }) => [(area + bias) * filters, `(${kernel}${plusBias(bias)})·${filters}`],
    ({ channels, kernel }) => ({
      ko: `필터 하나는 입력 채널 ${channels}개를 모두 봐요. 그래서 ${kernel.join("·")}·${channels}개의 가중치가 있어요.`,
      en: `One filter looks at all ${channels} input channels, so it has ${kernel.join("·")}·${channels} weights.`,
    }),
  ),
  slip(
    "bias-dropped",
    { ko: "편향을 세지 않았다", en: "The biases were not counted" },
    ({ hasBias }) => hasBias,
    ({ area, kernel, channels, filters }) => [area * channels * filters, `${kernel}·${channels}·${filters}`],
    ({ filters }) => ({
      ko: `필터마다 편향이 하나씩, 모두 ${filters.reduce((sum, count) => sum + count, 0)}개 있어요.`,
      en: `Every filter has one bias: ${filters.reduce((sum, count) => sum + count, 0)} in all.`,
    }),
  ),
  slip(
    "bias-added",
    { ko: "없는 편향을 더했다", en: "Biases were added that are not there" },
    ({ hasBias }) => !hasBias,
    ({ area, kernel, channels, filters }) => [
      (area * channels + 1) * filters,
      `(${kernel}·${channels} + 1)·${filters}`,
    ],
    () => ({
      ko: "여기에는 편향이 없어요. 가중치만 세면 돼요.",
      en: "There are no biases here; only the weights count.",
    }),
  ),
  slip(
    "positions-not-shared",
    { ko: "출력 자리마다 따로 셌다", en: "Every output position was counted on its own" },
    always,
    ({ area, kernel, channels, filters, bias, positions }) => [
      (area * channels + bias) * filters * positions,
      `(${kernel}·${channels}${plusBias(bias)})·${filters}·${positions}`,
    ],
    ({ side }) => ({
      ko: `${side}×${side} 자리 모두가 같은 필터를 함께 써요. 자리의 수는 곱하지 않아요.`,
      en: `All ${side}×${side} positions share the same filters; their number is not multiplied in.`,
    }),
  ),
  slip(
    "one-filter",
    { ko: "필터 하나만 셌다", en: "Only one filter was counted" },
    ({ filters }) => filters.some((count) => count > 1),
    ({ area, kernel, channels, bias }) => [
      area * channels + bias,
      `(${kernel}·${channels}${plusBias(bias)})`,
    ],
    ({ filters }) => ({
      ko: `그건 필터 하나의 파라미터예요. 필터는 ${filters.join("개, ")}개 있어요.`,
      en: `Those are the parameters of one filter. There are ${filters.join(" and ")}.`,
    }),
  ),
  slip(
    "channels-added",
    { ko: "채널을 곱하지 않고 더했다", en: "The channels were added instead of multiplied" },
    ({ channels }) => channels > 1,
    ({ area, kernel, channels, filters, bias }) => [
      (area + channels + bias) * filters,
      `(${kernel} + ${channels}${plusBias(bias)})·${filters}`,
    ],
    ({ kernel, channels }) => ({
      ko: `${kernel.join("×")} 가중치가 채널마다 한 장씩, ${channels}장 있어요. 곱해야 해요.`,
      en: `There is one ${kernel.join("×")} slice of weights for each of the ${channels} channels: multiply.`,
    }),
  ),
];
