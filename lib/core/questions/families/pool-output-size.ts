/** Size after pooling: windows that fit, rounded down or up, channel by channel. */

import { runNetwork } from "../../compute/network";
import type { NetworkProgram } from "../../compute/network-program";
import type { Output } from "../../compute/program";
import { joined } from "../../korean";
import type { Rng } from "../../rng";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level, Mistake } from "../family";
import { fieldsOf, isWhole } from "../params";
import { takeOutput } from "../take-output";

interface PoolOutputSize {
  side: number;
  /** 0 asks for one side alone; otherwise height×width×channels is asked. */
  channels: number;
  window: number;
  stride: number;
  padding: number;
  rounding: "floor" | "ceil";
  pool: "max" | "average";
}

const draws: Record<Level, (rng: Rng) => PoolOutputSize> = {
  1: (rng) => ({
    side: rng.int(4, 9),
    channels: 0,
    window: rng.int(2, 3),
    stride: rng.int(1, 3),
    padding: 0,
    rounding: "floor",
    pool: rng.pick(["max", "average"]),
  }),
  2: (rng) => ({
    side: rng.int(5, 32),
    channels: 0,
    window: rng.int(2, 3),
    stride: rng.int(1, 3),
    padding: 0,
    rounding: rng.pick(["floor", "ceil"]),
    pool: rng.pick(["max", "average"]),
  }),
  3: (rng) => ({
    side: rng.pick([13, 27, 28, 32, 55, 56, 112]),
    channels: rng.pick([6, 16, 64, 96]),
    window: rng.int(2, 3),
    stride: rng.int(2, 3),
    padding: rng.int(0, 1),
    rounding: rng.pick(["floor", "floor", "ceil"]),
    pool: rng.pick(["max", "average"]),
  }),
};

function legal(params: unknown): params is PoolOutputSize {
  const { side, channels, window, stride, padding, rounding, pool } = fieldsOf(params) ?? {};
  return (
    isWhole(side, 1, 224) &&
    isWhole(channels, 0, 512) &&
    isWhole(window, 1, 7) &&
    isWhole(stride, 1, 7) &&
    isWhole(padding, 0, Math.floor(Number(window) / 2)) &&
    (rounding === "floor" || rounding === "ceil") &&
    (pool === "max" || pool === "average") &&
    sizeBy(params as PoolOutputSize) !== null
  );
}

const solve = ({
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

const shapeOf = (output: Output): number[] => takeOutput(output, "network").layers[0]?.output ?? [];
const answerOf = ({ channels }: PoolOutputSize, shape: number[]): Truth =>
  channels > 0 ? { kind: "shape", sizes: shape } : { kind: "integer", value: shape[0] ?? 0 };
const read = (output: Output, params: PoolOutputSize): Truth => answerOf(params, shapeOf(output));

/** Height, width and channels with other settings; null where they leave no output. */
function sizeBy(params: PoolOutputSize): number[] | null {
  const run = runNetwork(solve(params));
  return run.ok ? shapeOf(run.value) : null;
}

function ask(params: PoolOutputSize): Ask {
  const { side, channels, window, stride, padding, rounding, pool } = params;
  const isVolume = channels > 0;
  const input = `${side}×${side}${isVolume ? `×${channels}` : ""}`;
  const name =
    pool === "max" ? { ko: "최대 풀링", en: "max pooling" } : { ko: "평균 풀링", en: "average pooling" };
  const settings = `${window}×${window}, stride ${stride}${padding > 0 ? `, padding ${padding}` : ""}`;
  return {
    prompt: isVolume
      ? {
          ko: `${input} 입력에 ${name.ko} ${joined(settings, "을를")} 하면 출력의 높이×너비×채널은?`,
          en: `A ${input} input goes through ${name.en} ${settings}. What are the output's height×width×channels?`,
        }
      : {
          ko: `${input} 입력에 ${name.ko} ${joined(settings, "을를")} 하면 출력의 한 변은?`,
          en: `A ${input} input goes through ${name.en} ${settings}. What is the side of the output?`,
        },
    given: [
      rounding === "floor"
        ? {
            ko: "끝에서 창이 다 들어가지 못하는 칸은 버려요(floor).",
            en: "Cells at the end where the window does not fit whole are dropped (floor).",
          }
        : {
            ko: "끝에서 일부만 들어가는 창도 세어요(ceil). 뒤쪽 padding에서 시작하는 창은 빼요.",
            en: "A window that fits only in part at the end counts too (ceil), unless it starts in the padding behind.",
          },
    ],
    figures: [],
    answer: isVolume
      ? {
          kind: "shape",
          axes: [
            { ko: "출력 높이", en: "Output height" },
            { ko: "출력 너비", en: "Output width" },
            { ko: "출력 채널", en: "Output channels" },
          ],
        }
      : { kind: "integer", label: { ko: "출력의 한 변", en: "Side of the output" } },
  };
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
function formula(params: PoolOutputSize): string {
  const [open, close] = brackets(params);
  const { side, padding, window, stride } = params;
  return `${open}(${side}${padding > 0 ? ` + 2·${padding}` : ""} − ${window}) / ${stride}${close} + 1`;
}
const otherRounding = (params: PoolOutputSize): PoolOutputSize => ({
  ...params,
  rounding: params.rounding === "floor" ? "ceil" : "floor",
});

const mistakes: Mistake<PoolOutputSize>[] = [
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
      en: `The window takes ${window} cells, so it has that much less room to move.`,
    }),
  ),
  slip(
    "channels-reduced",
    { ko: "채널도 줄였다", en: "The channels were reduced too" },
    (params) => {
      const found = sizeBy(params);
      return params.channels > 1 && found
        ? [...found.slice(0, 2), Math.floor(params.channels / params.stride)]
        : null;
    },
    (params) => formula(params),
    ({ channels }) => ({
      ko: `풀링은 채널마다 따로 해요. 채널은 ${channels}개 그대로예요.`,
      en: `Pooling treats each channel by itself: there are still ${channels}.`,
    }),
  ),
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

function explain(params: PoolOutputSize, output: Output): Explanation {
  const { side, window, stride, padding, rounding, pool, channels } = params;
  const [rows = 0, columns = 0] = shapeOf(output);
  const last = (rows - 1) * stride - padding;
  const reckoned = `${formula(params)}`;
  return {
    steps: [
      { ko: `${reckoned} → ${rows}`, en: `${reckoned} → ${rows}` },
      {
        ko: `마지막 창은 입력의 ${last}번 칸에서 시작해요(0부터 셈).${channels > 0 ? ` 채널은 ${channels}개 그대로예요.` : ""}`,
        en: `The last window starts at input cell ${last}, counted from 0.${channels > 0 ? ` The ${channels} channels stay.` : ""}`,
      },
    ],
    scene: {
      kind: "pooling",
      pool,
      input: Array.from({ length: side }, () => Array<number>(side).fill(0)),
      output: [],
      size: [rows, columns],
      window: [window, window],
      stride: [stride, stride],
      pads: [padding, padding, padding, padding],
      rounding,
      focus: null,
    },
  };
}

const judging = { id: "pool-output-size", solve, read, mistakes, legal };
/** A slip needs what it overlooks, and a stride at which no other slip gives the same. */
const needs: Record<string, Partial<PoolOutputSize>> = {
  "channels-reduced": { channels: 16, stride: 2 },
  "padding-ignored": { window: 3, padding: 1, stride: 1 },
  "window-ignored": { window: 3, stride: 1, padding: 0 },
};
const knob = (id: "window" | "stride" | "padding", label: Text, values: number[]) => ({
  id,
  label,
  values: () => values,
  get: (params: PoolOutputSize) => params[id],
  set: (params: PoolOutputSize, value: number) => ({ ...params, [id]: value }),
});

export const poolOutputSize: Family<PoolOutputSize> = {
  ...judging,
  version: 1,
  title: { ko: "풀링 출력 크기", en: "Pooling output size" },
  concepts: ["pooling-layer", "pooling-kinds"],
  answer: "integer",
  levels: [1, 2, 3],
  draw: (rng, level, separating) =>
    drawTelling(judging, rng, (drawing) => ({ ...draws[level](drawing), ...needs[separating ?? ""] }), {
      separating,
    }),
  ask,
  explain,
  knobs: [
    knob("window", { ko: "창", en: "Window" }, [1, 2, 3, 4]),
    knob("stride", { ko: "stride", en: "Stride" }, [1, 2, 3, 4]),
    knob("padding", { ko: "padding", en: "Padding" }, [0, 1, 2]),
  ],
};
