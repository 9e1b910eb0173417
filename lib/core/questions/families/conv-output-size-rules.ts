/** How a learner may compute the size of a convolution's output: the rule, and the wrong rules with their names. */

import type { Pair } from "../../compute/layout";
import { outputSize } from "../../compute/windows";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import type { Mistake } from "../family";

export interface ConvOutputSize {
  input: Pair;
  kernel: Pair;
  /** Zeros on each side. */
  padding: number;
  stride: number;
  dilation: number;
  channels: number;
  filters: number;
  repeat: number;
  /** Seed of the values that fill input and kernel. */
  values: number;
}

/** One axis of one layer, as a learner computes it. */
type Rule = (size: number, kernel: number, params: ConvOutputSize) => number;
export const spanned = (kernel: number, dilation: number) => dilation * (kernel - 1) + 1;
export const trueRule: Rule = (size, kernel, { padding, stride, dilation }) =>
  outputSize(size, 2 * padding, kernel, stride, dilation);

/** Sizes after all layers by one rule for each axis; null where a layer has no output. */
export function sizeBy(
  rule: Rule,
  params: ConvOutputSize,
  channels = params.filters,
  layers = params.repeat,
): Truth | null {
  const sizes = params.input.map((size, axis) => {
    let side = size;
    for (let layer = 0; layer < layers; layer += 1) {
      side = side < 1 ? side : rule(side, params.kernel[axis as 0 | 1], params);
    }
    return side;
  });
  if (sizes.some((side) => side < 1)) return null;
  return { kind: "shape", sizes: isVolume(params) ? [...sizes, channels] : sizes };
}

export const isVolume = ({ channels, filters }: ConvOutputSize) => channels > 1 || filters > 1;

/** A wrong rule for one axis with its name, its formula for the height, and what to say about it. */
function slip(
  name: string,
  label: Text,
  applies: (params: ConvOutputSize) => boolean,
  rule: Rule,
  work: (n: number, k: number, params: ConvOutputSize) => string,
  say: (params: ConvOutputSize) => Text,
): Mistake<ConvOutputSize> {
  return {
    slip: name,
    name: label,
    gives: (params) => (applies(params) ? sizeBy(rule, params) : null),
    work: (params) => {
      const [height] = params.input;
      const [kernel] = params.kernel;
      const heights = [rule(height, kernel, params)];
      while (heights.length < params.repeat) heights.push(rule(heights.at(-1) ?? 0, kernel, params));
      return `${work(height, spanned(kernel, params.dilation), params)} = ${heights.join(" → ")}`;
    },
    say,
  };
}
const always = () => true;
const hasPadding = ({ padding }: ConvOutputSize) => padding > 0;

export const mistakes: Mistake<ConvOutputSize>[] = [
  slip(
    "padding-ignored",
    { ko: "padding을 더하지 않았다", en: "The padding was not added" },
    hasPadding,
    (n, k, { stride, dilation }) => outputSize(n, 0, k, stride, dilation),
    (n, k, { stride }) => `⌊(${n} − ${k}) / ${stride}⌋ + 1`,
    ({ padding, input: [n] }) => ({
      ko: `padding ${padding}만큼 양쪽에 0이 붙어서 커널은 ${n + 2 * padding}칸 위를 지나가요.`,
      en: `Padding ${padding} puts zeros on both sides, so the kernel travels over ${n + 2 * padding} cells.`,
    }),
  ),
  slip(
    "padding-one-side",
    { ko: "padding을 한쪽에만 더했다", en: "The padding was added on one side only" },
    hasPadding,
    (n, k, { padding, stride, dilation }) => outputSize(n, padding, k, stride, dilation),
    (n, k, { padding, stride }) => `⌊(${n} + ${padding} − ${k}) / ${stride}⌋ + 1`,
    ({ padding, input: [n] }) => ({
      ko: `padding ${padding}만큼 양쪽에 붙어요. ${n} + 2·${padding} = ${n + 2 * padding}칸이에요.`,
      en: `Padding ${padding} goes on both sides: ${n} + 2·${padding} = ${n + 2 * padding} cells.`,
    }),
  ),
  slip(
    "first-position-missed",
    { ko: "마지막 + 1을 빠뜨렸다", en: "The last + 1 was left out" },
    always,
    (n, k, params) => trueRule(n, k, params) - 1,
    (n, k, { padding, stride }) => `⌊(${n} + 2·${padding} − ${k}) / ${stride}⌋`,
    () => ({
      ko: "나눈 값은 커널이 움직인 횟수예요. 처음 놓인 자리도 세어야 해요.",
      en: "The quotient counts the moves of the kernel. The place where it starts counts too.",
    }),
  ),
  slip(
    "rounded-up",
    { ko: "나머지를 올림했다", en: "The remainder was rounded up" },
    always,
    (n, k, { padding, stride, dilation }) => Math.ceil((n + 2 * padding - spanned(k, dilation)) / stride) + 1,
    (n, k, { padding, stride }) => `⌈(${n} + 2·${padding} − ${k}) / ${stride}⌉ + 1`,
    () => ({
      ko: "끝에 커널이 다 들어가지 못하는 자리는 버려요. 그래서 내림해요.",
      en: "A last window that does not fit whole is dropped, so round down.",
    }),
  ),
  slip(
    "kernel-ignored",
    { ko: "입력을 stride로만 나누었다", en: "The input was only divided by the stride" },
    always,
    (n, _, { stride }) => Math.floor(n / stride),
    (n, _, { stride }) => `⌊${n} / ${stride}⌋`,
    ({ kernel: [k], dilation }) => ({
      ko: `커널이 ${spanned(k, dilation)}칸을 차지하므로 그만큼 움직일 자리가 줄어요.`,
      en: `The kernel takes ${spanned(k, dilation)} cells, so it has that much less room to move.`,
    }),
  ),
  slip(
    "stride-ignored",
    { ko: "stride를 쓰지 않았다", en: "The stride was not used" },
    ({ stride }) => stride > 1,
    (n, k, { padding, dilation }) => outputSize(n, 2 * padding, k, 1, dilation),
    (n, k, { padding }) => `(${n} + 2·${padding} − ${k}) + 1`,
    ({ stride }) => ({
      ko: `커널은 한 번에 ${stride}칸씩 건너뛰어요.`,
      en: `The kernel jumps ${stride} cells at a time.`,
    }),
  ),
  slip(
    "dilation-ignored",
    { ko: "dilation을 쓰지 않았다", en: "The dilation was not used" },
    ({ dilation }) => dilation > 1,
    (n, k, { padding, stride }) => outputSize(n, 2 * padding, k, stride, 1),
    (n, _, { padding, stride, kernel: [k] }) => `⌊(${n} + 2·${padding} − ${k}) / ${stride}⌋ + 1`,
    ({ dilation, kernel: [k] }) => ({
      ko: `dilation ${dilation}이면 커널은 ${dilation}·(${k} − 1) + 1 = ${spanned(k, dilation)}칸에 걸쳐요.`,
      en: `With dilation ${dilation} the kernel spans ${dilation}·(${k} − 1) + 1 = ${spanned(k, dilation)} cells.`,
    }),
  ),
  {
    slip: "channels-kept",
    name: { ko: "입력 채널 수를 그대로 두었다", en: "The input channels were kept" },
    gives: (params) => (isVolume(params) ? sizeBy(trueRule, params, params.channels) : null),
    work: ({ channels }) => `C = ${channels}`,
    say: ({ filters }) => ({
      ko: `필터 하나가 채널 하나를 만들어요. 필터가 ${filters}개라 출력 채널도 ${filters}개예요.`,
      en: `Each filter makes one channel: ${filters} filters give ${filters} channels.`,
    }),
  },
  {
    slip: "layer-once",
    name: { ko: "합성곱을 한 번만 했다", en: "The convolution was done once only" },
    gives: (params) => (params.repeat > 1 ? sizeBy(trueRule, params, params.filters, 1) : null),
    work: (params) => {
      const [[height], [kernel]] = [params.input, params.kernel];
      const once = trueRule(height, kernel, params);
      return `⌊(${height} + 2·${params.padding} − ${kernel}) / ${params.stride}⌋ + 1 = ${once}`;
    },
    say: ({ repeat }) => ({
      ko: `${repeat}번 이어서 하니까 나온 크기를 다시 입력으로 넣어요.`,
      en: `It is done ${repeat} times: each output size is the next input size.`,
    }),
  },
];
