/** Where "same" and written padding put zeros, the maps that this gives, and the wrong answers with their names. */
import { runConv2d } from "../../compute/conv2d";
import type { Pads } from "../../compute/layout";
import type { Conv2dProgram } from "../../compute/program";
import { joined } from "../../korean";
import type { Text } from "../../text";
import { channelOf, toVolume } from "../draw-matrix";
import type { Mistake } from "../family";

export interface SameVsExplicitPadding {
  input: number[][];
  kernel: number[][];
  stride: number;
  /** Zeros on each side that are compared with "same". */
  padding: number;
  /** How the two outputs compare, or where "same" put its zeros. */
  asks: "outputs" | "sides";
}

/** Where one axis' zeros may go: none, on both ends, only after, only before. */
export type Place = "none" | "both" | "after" | "before";
export const places: Place[] = ["none", "both", "after", "before"];
export const padsAt: Record<Place, Pads> = {
  none: [0, 0, 0, 0],
  both: [1, 1, 1, 1],
  after: [0, 1, 0, 1],
  before: [1, 0, 1, 0],
};

/** ⌈n / stride⌉ outputs; of an odd number of zeros the one more goes after. */
export function samePads({ input, kernel, stride }: SameVsExplicitPadding): Pads {
  const along = (size: number, reach: number): [number, number] => {
    const total = Math.max(0, (Math.ceil(size / stride) - 1) * stride + reach - size);
    return [Math.floor(total / 2), Math.ceil(total / 2)];
  };
  return [...along(input.length, kernel.length), ...along(input[0]?.length ?? 0, kernel[0]?.length ?? 0)];
}

export const explicitPads = ({ padding }: SameVsExplicitPadding): Pads => [
  padding,
  padding,
  padding,
  padding,
];

export function programOf({ input, kernel, stride }: SameVsExplicitPadding, pads: Pads): Conv2dProgram {
  return {
    kind: "conv2d",
    input: toVolume(input),
    kernel: toVolume(kernel).map((row) => row.map((cell) => [cell])),
    bias: null,
    pads,
    stride: [stride, stride],
    dilation: [1, 1],
    repeat: 1,
  };
}
export function mapOf(params: SameVsExplicitPadding, pads: Pads): number[][] {
  const run = runConv2d(programOf(params, pads));
  return run.ok ? channelOf(run.value.values) : [];
}
/** The map that a question about the sides shows. */
export const sameMap = (params: SameVsExplicitPadding): number[][] => mapOf(params, samePads(params));
export const isSameMap = (one: number[][], other: number[][]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

const slip = (
  name: string,
  label: Text,
  asks: SameVsExplicitPadding["asks"],
  id: string,
  say: (params: SameVsExplicitPadding) => Text,
): Mistake<SameVsExplicitPadding> => ({
  slip: name,
  name: label,
  gives: (params) => (params.asks === asks ? { kind: "choice", id } : null),
  say,
});
/** How many zeros a direction needs, and where they go: none, one after, or shared by both ends. */
function zerosWanted(params: SameVsExplicitPadding): Text {
  const [top, bottom] = samePads(params);
  const total = top + bottom;
  const outputs = `⌈${params.input.length}/${params.stride}⌉`;
  if (total === 0)
    return {
      ko: `0이 없어도 출력이 ${outputs}칸이라, 붙일 0이 없어요.`,
      en: `The output has ${outputs} cells without any zero, so none is added.`,
    };
  if (top === bottom)
    return {
      ko: `필요한 0은 한 방향에 ${total}칸이라, 앞과 뒤가 ${top}칸씩 나누어 가져요. 남는 칸이 없어요.`,
      en: `Each direction needs ${total} zeros in all, shared evenly: ${top} before and ${bottom} after. None is left over.`,
    };
  return {
    ko: `필요한 0은 한 방향에 ${total}칸이에요. 남는 한 칸은 뒤, 곧 아래와 오른쪽에 붙어요. 출력의 왼쪽 위 값을 계산해 보면 알 수 있어요.`,
    en: `Zeros needed in each direction: ${total}. The one left over goes after: bottom and right. The output's top left value shows it.`,
  };
}
export const sideSlips = ["all-sides-assumed", "before-first", "nothing-added"];

export const mistakes: Mistake<SameVsExplicitPadding>[] = [
  slip(
    "identical-assumed",
    { ko: "같은 padding이라고 여겼다", en: "The two were taken for the same padding" },
    "outputs",
    "identical",
    (params) => {
      const [top, bottom] = samePads(params);
      return {
        ko: `'same'은 여기서 앞에 ${top}칸, 뒤에 ${bottom}칸을 붙여요. padding ${joined(params.padding, "은는")} 양쪽에 ${params.padding}칸씩이라 창이 놓이는 자리가 달라요.`,
        en: `"Same" puts ${top} before and ${bottom} after here. Padding ${params.padding} puts ${params.padding} on both ends, so the windows lie elsewhere.`,
      };
    },
  ),
  slip(
    "sizes-taken-as-different",
    { ko: "크기가 다르다고 했다", en: "The sizes were said to differ" },
    "outputs",
    "other-size",
    ({ input, kernel, stride, padding }) => {
      const windows = Math.floor((input.length + 2 * padding - kernel.length) / stride) + 1;
      return {
        ko: `padding ${padding}의 크기도 ⌊(${input.length} + 2·${padding} − ${kernel.length}) / ${stride}⌋ + 1 = ${joined(windows, "으로로")} 'same'의 ⌈${input.length}/${stride}⌉과 같아요.`,
        en: `Padding ${padding} gives ⌊(${input.length} + 2·${padding} − ${kernel.length}) / ${stride}⌋ + 1 = ${windows}, the same as ⌈${input.length}/${stride}⌉.`,
      };
    },
  ),
  slip(
    "size-or-sides-not-counted",
    { ko: "크기나 붙는 칸 수를 세지 않았다", en: "Sizes or zeros were not counted" },
    "outputs",
    "other-values",
    (params) => {
      const [top, bottom] = samePads(params);
      return {
        ko: `'same'이 앞에 ${top}칸, 뒤에 ${bottom}칸을 붙인 것을 padding ${joined(params.padding, "과와")} 칸 수로 견주어 보세요.`,
        en: `Compare cell by cell: "same" puts ${top} before and ${bottom} after, the other ${params.padding} on each end.`,
      };
    },
  ),
  slip(
    "all-sides-assumed",
    { ko: "네 변에 똑같이 붙는다고 여겼다", en: "Zeros were taken to go on all sides alike" },
    "sides",
    "both",
    zerosWanted,
  ),
  slip(
    "before-first",
    { ko: "앞에 먼저 붙는다고 여겼다", en: "The zero was taken to go before" },
    "sides",
    "before",
    zerosWanted,
  ),
  slip(
    "nothing-added",
    { ko: "0이 붙지 않는다고 여겼다", en: "No zeros were taken to be added" },
    "sides",
    "none",
    ({ input, stride }) => ({
      ko: `0이 없으면 출력이 ⌈${input.length}/${stride}⌉칸보다 작아져요.`,
      en: `Without zeros the output would have fewer than ⌈${input.length}/${stride}⌉ cells.`,
    }),
  ),
];
