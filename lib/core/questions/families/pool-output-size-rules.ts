/** How a learner may count pooling windows: the rule, and the wrong rules with their names. */
import { runNetwork } from "../../compute/network";
import type { NetworkProgram } from "../../compute/network-program";
import type { Output } from "../../compute/program";
import { plural } from "../../english";
import { joined } from "../../korean";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import type { Mistake } from "../family";
import { takeOutput } from "../take-output";

export interface PoolOutputSize {
  side: number;
  /** 0 asks for one side alone; otherwise height×width×channels is asked. */
  channels: number;
  window: number;
  stride: number;
  padding: number;
  rounding: "floor" | "ceil";
  pool: "max" | "average";
}

export const solve = ({
  side,
  channels,
  window,
  stride,
  padding,
  rounding,
  pool,
}: PoolOutputSize): NetworkProgram => ({
  kind: "network",
  input: [side, side, Math.max(1, channels)],
  layers: [
    {
      type: pool === "max" ? "max-pool" : "average-pool",
      kernel: [window, window],
      stride: [stride, stride],
      pads: [padding, padding, padding, padding],
      rounding,
    },
  ],
});

export const shapeOf = (output: Output): number[] => takeOutput(output, "network").layers[0]?.output ?? [];
export const answerOf = ({ channels }: PoolOutputSize, shape: number[]): Truth =>
  channels > 0 ? { kind: "shape", sizes: shape } : { kind: "integer", value: shape[0] ?? 0 };
/** Height, width and channels with other settings; null where they leave no output. */
export function sizeBy(params: PoolOutputSize): number[] | null {
  const run = runNetwork(solve(params));
  return run.ok ? shapeOf(run.value) : null;
}

function slip(
  name: string,
  label: Text,
  shape: (params: PoolOutputSize) => number[] | null,
  work: (params: PoolOutputSize) => string,
  say: (params: PoolOutputSize) => Text,
): Mistake<PoolOutputSize> {
  return {
    slip: name,
    name: label,
    gives: (params) => {
      const found = shape(params);
      return found && (found[0] ?? 0) >= 1 ? answerOf(params, found) : null;
    },
    work: (params) => `${work(params)} = ${shape(params)?.[0] ?? ""}`,
    say,
  };
}
const brackets = ({ rounding }: PoolOutputSize): [string, string] =>
  rounding === "floor" ? ["⌊", "⌋"] : ["⌈", "⌉"];
export function formula(params: PoolOutputSize): string {
  const [open, close] = brackets(params);
  const { side, padding, window, stride } = params;
  const dropped = dropsLast(params) ? " − 1" : "";
  return `${open}(${side}${padding > 0 ? ` + 2·${padding}` : ""} − ${window}) / ${stride}${close} + 1${dropped}`;
}
/** Whether rounding up counts a last window that lies in the trailing padding, or beyond the input, and is dropped. */
export function dropsLast(params: PoolOutputSize): boolean {
  const { side, padding, window, stride, rounding } = params;
  if (rounding === "floor") return false;
  const [size = 0] = sizeBy(params) ?? [];
  return Math.ceil((side + 2 * padding - window) / stride) + 1 > size;
}
const otherRounding = (params: PoolOutputSize): PoolOutputSize => ({
  ...params,
  rounding: params.rounding === "floor" ? "ceil" : "floor",
});

export const mistakes: Mistake<PoolOutputSize>[] = [
  slip(
    "rounding-swapped",
    { ko: "올림과 내림을 바꾸었다", en: "Rounding went the wrong way" },
    (params) => sizeBy(otherRounding(params)),
    (params) => formula(otherRounding(params)),
    ({ rounding }) =>
      rounding === "floor"
        ? {
            ko: "여기서는 다 들어가지 못하는 창을 버려요. 그래서 내림해요.",
            en: "Here a window that does not fit whole is dropped, so round down.",
          }
        : {
            ko: "여기서는 일부만 들어가는 창도 세어요. 그래서 올림해요.",
            en: "Here a window that fits in part counts too, so round up.",
          },
  ),
  slip(
    "window-taken-as-stride",
    { ko: "창의 크기만큼 움직였다", en: "The window was moved by its own size" },
    (params) => (params.window === params.stride ? null : sizeBy({ ...params, stride: params.window })),
    (params) => formula({ ...params, stride: params.window }),
    ({ stride, window }) => ({
      ko: `창은 ${window}칸이지만 stride가 ${joined(stride, "으로로")} 따로 주어졌어요. ${stride}칸씩 움직여요.`,
      en: `The window is ${window} wide, but the stride is given as ${stride}: it moves by ${stride}.`,
    }),
  ),
  slip(
    "first-position-missed",
    { ko: "마지막 + 1을 빠뜨렸다", en: "The last + 1 was left out" },
    (params) => sizeBy(params)?.map((size, axis) => (axis < 2 ? size - 1 : size)) ?? null,
    (params) => formula(params).replace(" + 1", ""),
    () => ({
      ko: "나눈 값은 창이 움직인 횟수예요. 처음 놓인 자리도 세어야 해요.",
      en: "The quotient counts moves of the window. The place where it starts counts too.",
    }),
  ),
  slip(
    "window-ignored",
    { ko: "입력을 stride로만 나누었다", en: "The input was only divided by the stride" },
    (params) => {
      const size = Math.floor(params.side / params.stride);
      return [size, size, params.channels];
    },
    ({ side, stride }) => `⌊${side} / ${stride}⌋`,
    ({ window }) => ({
      ko: `창이 ${window}칸을 차지해서 움직일 자리가 그만큼 줄어요.`,
      en: `The window takes ${plural(window, "cell")}, so it has that much less room to move.`,
    }),
  ),
  {
    slip: "channels-reduced",
    name: { ko: "채널도 줄였다", en: "The channels were reduced too" },
    gives: (params) => {
      const found = sizeBy(params);
      return params.channels > 1 && found
        ? answerOf(params, [...found.slice(0, 2), Math.floor(params.channels / params.stride)])
        : null;
    },
    work: ({ channels, stride }) => `C = ⌊${channels} / ${stride}⌋ = ${Math.floor(channels / stride)}`,
    say: ({ channels }) => ({
      ko: `풀링은 채널마다 따로 해요. 채널은 ${channels}개 그대로예요.`,
      en: `Pooling treats each channel by itself: there are still ${channels}.`,
    }),
  },
  slip(
    "padding-ignored",
    { ko: "padding을 더하지 않았다", en: "The padding was not added" },
    (params) => (params.padding > 0 ? sizeBy({ ...params, padding: 0 }) : null),
    (params) => formula({ ...params, padding: 0 }),
    ({ padding, side }) => ({
      ko: `padding ${joined(padding, "이가")} 양쪽에 붙어 ${side + 2 * padding}칸 위를 지나가요.`,
      en: `Padding ${padding} goes on both sides, so the window travels over ${side + 2 * padding} cells.`,
    }),
  ),
];
