/** Size after pooling: windows that fit, rounded down or up, channel by channel. */

import type { Output } from "../../compute/program";
import { article } from "../../english";
import { joined } from "../../korean";
import type { Rng } from "../../rng";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level } from "../family";
import { fieldsOf, isWhole } from "../params";
import {
  answerOf,
  dropsLast,
  formula,
  mistakes,
  type PoolOutputSize,
  shapeOf,
  sizeBy,
  solve,
} from "./pool-output-size-rules";

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

const read = (output: Output, params: PoolOutputSize): Truth => answerOf(params, shapeOf(output));

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
          en: `${article("A", input)} input goes through ${name.en} ${settings}. What are the output's height×width×channels?`,
        }
      : {
          ko: `${input} 입력에 ${name.ko} ${joined(settings, "을를")} 하면 출력의 한 변은?`,
          en: `${article("A", input)} input goes through ${name.en} ${settings}. What is the side of the output?`,
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

function explain(params: PoolOutputSize, output: Output): Explanation {
  const { side, window, stride, padding, rounding, pool, channels } = params;
  const [rows = 0, columns = 0] = shapeOf(output);
  const last = (rows - 1) * stride - padding;
  const reckoned = `${formula(params)} = ${rows}`;
  return {
    steps: [
      { ko: reckoned, en: reckoned },
      ...(dropsLast(params)
        ? [
            {
              ko: "끝의 − 1은 입력을 지난 자리에서 시작해서 빠지는 창이에요.",
              en: "The − 1 at the end is a window that would start past the input, so it is left out.",
            },
          ]
        : []),
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
      divisor: "real-cells",
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
      // Windows side by side, the usual pooling, leave two ways to go wrong.
      least: 2,
    }),
  ask,
  explain,
  knobs: [
    knob("window", { ko: "창", en: "Window" }, [1, 2, 3, 4]),
    knob("stride", { ko: "stride", en: "Stride" }, [1, 2, 3, 4]),
    knob("padding", { ko: "padding", en: "Padding" }, [0, 1, 2]),
  ],
};
