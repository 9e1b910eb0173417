/** How long a volume gets when it is flattened, and where one of its cells lands. Order H, W, C; counted from 0. */

import type { Volume } from "../../compute/layout";
import type { FlattenProgram, Output } from "../../compute/program";
import { article } from "../../english";
import { joined } from "../../korean";
import type { Rng } from "../../rng";
import type { Truth } from "../answer-form";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level, Mistake } from "../family";
import { fieldsOf, isWhole } from "../params";
import { takeOutput } from "../take-output";

interface FlattenLengthIndex {
  shape: Volume;
  /** The followed cell (row, column, channel from 0); null when the length is asked. */
  marked: Volume | null;
}

const integer = (value: number): Truth => ({ kind: "integer", value });
const drawCell = (rng: Rng, shape: Volume): Volume => shape.map((side) => rng.int(0, side - 1)) as Volume;

const shapes: Record<Level, (rng: Rng) => Volume> = {
  1: (rng) => [rng.int(2, 5), rng.int(2, 5), rng.int(2, 4)],
  2: (rng) => [rng.int(4, 8), rng.int(4, 8), rng.pick([3, 6, 8, 16])],
  3: (rng) => [rng.int(5, 14), rng.int(5, 14), rng.pick([16, 32, 64])],
};
const lengthSlips = ["channels-forgotten", "sizes-added", "channels-added"];

function propose(rng: Rng, level: Level, separating?: string): FlattenLengthIndex {
  const shape = shapes[level](rng);
  const isLength = separating === undefined ? rng.int(1, 3) === 1 : lengthSlips.includes(separating);
  return { shape, marked: isLength ? null : drawCell(rng, shape) };
}

function legal(params: unknown): params is FlattenLengthIndex {
  const { shape, marked } = fieldsOf(params) ?? {};
  if (!Array.isArray(shape) || shape.length !== 3 || !shape.every((side) => isWhole(side, 1, 64)))
    return false;
  if (marked === null) return true;
  return (
    Array.isArray(marked) &&
    marked.length === 3 &&
    marked.every((at, axis) => isWhole(at, 0, shape[axis] - 1))
  );
}

function ask({ shape, marked }: FlattenLengthIndex): Ask {
  const size = shape.join("×");
  return {
    prompt: marked
      ? {
          ko: `${size} 특성 맵을 펼치면 ${marked[0]}행 ${marked[1]}열 ${marked[2]}채널의 값은 몇 번째에 오나요?`,
          en: `${article("A", size)} feature map is flattened. At which place does the value of row ${marked[0]}, column ${marked[1]}, channel ${marked[2]} land?`,
        }
      : {
          ko: `${size} 특성 맵을 펼치면 값은 모두 몇 개인가요?`,
          en: `${article("A", size)} feature map is flattened. How many values are there?`,
        },
    given: marked
      ? [
          {
            ko: "높이, 너비, 채널 순서로 펼쳐요. 채널이 가장 빨리 바뀌어요.",
            en: "The order is height, width, channel: the channel changes fastest.",
          },
          {
            ko: "행, 열, 채널과 자리를 모두 0부터 세요.",
            en: "Rows, columns, channels and places are all counted from 0.",
          },
        ]
      : [{ ko: "크기는 높이×너비×채널이에요.", en: "Sizes are height×width×channels." }],
    figures: [],
    answer: {
      kind: "integer",
      label: marked ? { ko: "자리", en: "Place" } : { ko: "값의 수", en: "Number of values" },
    },
  };
}

const solve = ({ shape, marked }: FlattenLengthIndex): FlattenProgram => ({
  kind: "flatten",
  shape,
  marked: marked ?? [0, 0, 0],
});

function read(output: Output, { marked }: FlattenLengthIndex): Truth {
  const { length, index } = takeOutput(output, "flatten");
  return integer(marked ? index : length);
}

/** A wrong rule for the length or for the place, with its arithmetic. */
function slip(
  id: string,
  name: Mistake<FlattenLengthIndex>["name"],
  applies: "length" | "place",
  rule: (shape: Volume, cell: Volume) => [value: number, work: string],
  say: Mistake<FlattenLengthIndex>["say"],
): Mistake<FlattenLengthIndex> {
  const compute = ({ shape, marked }: FlattenLengthIndex) => rule(shape, marked ?? [0, 0, 0]);
  return {
    slip: id,
    name,
    gives: (params) =>
      (params.marked === null) === (applies === "length") ? integer(compute(params)[0]) : null,
    work: (params) => {
      const [value, work] = compute(params);
      return `${work} = ${value}`;
    },
    say,
  };
}

const mistakes: Mistake<FlattenLengthIndex>[] = [
  slip(
    "channels-forgotten",
    { ko: "채널을 세지 않았다", en: "The channels were not counted" },
    "length",
    ([height, width]) => [height * width, `${height}·${width}`],
    ({ shape }) => ({
      ko: `채널도 함께 펼쳐지니, 채널 수 ${joined(shape[2], "을를")} 곱해야 해요.`,
      en: `The channels are flattened too: ${shape[2]} times as many.`,
    }),
  ),
  slip(
    "sizes-added",
    { ko: "곱하지 않고 더했다", en: "The sizes were added" },
    "length",
    ([height, width, channels]) => [height + width + channels, `${height} + ${width} + ${channels}`],
    ({ shape }) => ({
      ko: `칸마다 값이 하나씩 있어요. ${joined(shape.join("·"), "으로로")} 곱해요.`,
      en: `There is one value in each cell, so multiply: ${shape.join("·")}.`,
    }),
  ),
  slip(
    "channels-added",
    { ko: "채널 수를 더하기만 했다", en: "The channels were only added" },
    "length",
    ([height, width, channels]) => [height * width + channels, `${height}·${width} + ${channels}`],
    ({ shape }) => ({
      ko: `${shape[0]}×${shape[1]} 지도가 채널마다 하나씩, ${shape[2]}장 있어요.`,
      en: `There is one ${shape[0]}×${shape[1]} map for each of the ${shape[2]} channels.`,
    }),
  ),
  slip(
    "channel-first",
    { ko: "채널부터 세는 순서로 셌다", en: "The order was channel first" },
    "place",
    ([height, width], [row, column, channel]) => [
      (channel * height + row) * width + column,
      `(${channel}·${height} + ${row})·${width} + ${column}`,
    ],
    () => ({
      ko: "여기서는 높이, 너비, 채널 순서예요. 한 칸의 채널이 모두 나온 뒤에 다음 칸으로 가요.",
      en: "The order here is height, width, channel: all channels of a cell come before the next cell.",
    }),
  ),
  slip(
    "columns-first",
    { ko: "열부터 내려가며 셌다", en: "Columns were read before rows" },
    "place",
    ([height, , channels], [row, column, channel]) => [
      (column * height + row) * channels + channel,
      `(${column}·${height} + ${row})·${channels} + ${channel}`,
    ],
    ({ shape }) => ({
      ko: `한 행의 열 ${shape[1]}개가 끝나야 다음 행으로 가요.`,
      en: `All ${shape[1]} columns of a row come before the next row.`,
    }),
  ),
  slip(
    "channels-ignored",
    { ko: "한 칸에 채널이 여럿인 것을 잊었다", en: "That a cell has several channels was forgotten" },
    "place",
    ([, width], [row, column, channel]) => [
      row * width + column + channel,
      `${row}·${width} + ${column} + ${channel}`,
    ],
    ({ shape }) => ({
      ko: `칸 하나에 값이 ${shape[2]}개 있어요. 지나온 칸의 수에 ${joined(shape[2], "을를")} 곱해요.`,
      en: `Every cell holds ${shape[2]} values, so multiply the cells passed by ${shape[2]}.`,
    }),
  ),
  slip(
    "counted-from-one",
    { ko: "1부터 셌다", en: "Counted from 1" },
    "place",
    ([, width, channels], [row, column, channel]) => [
      (row * width + column) * channels + channel + 1,
      `(${row}·${width} + ${column})·${channels} + ${channel} + 1`,
    ],
    () => ({ ko: "첫 자리를 0으로 세기로 했어요.", en: "The first place counts as 0." }),
  ),
];

function explain({ shape, marked }: FlattenLengthIndex, output: Output): Explanation {
  const { length, index } = takeOutput(output, "flatten");
  const [, width, channels] = shape;
  const [row, column, channel] = marked ?? [0, 0, 0];
  const passed = row * width + column;
  return {
    steps: marked
      ? [
          {
            ko: `앞에 있는 칸은 ${row}·${width} + ${column} = ${passed}개예요.`,
            en: `The cells before it: ${row}·${width} + ${column} = ${passed}.`,
          },
          {
            ko: `칸마다 값이 ${channels}개씩이고 채널 ${channel}까지 가니 ${passed}·${channels} + ${channel} = ${index}번째예요.`,
            en: `Each holds ${channels} values, then on to channel ${channel}: ${passed}·${channels} + ${channel} = ${index}.`,
          },
        ]
      : [{ ko: `${shape.join("·")} = ${length}개예요.`, en: `${shape.join("·")} = ${length}.` }],
    scene: { kind: "flatten", shape, marked: marked && { cell: marked, index }, length },
  };
}

const judging = { id: "flatten-length-index", solve, read, mistakes, legal };

export const flattenLengthIndex: Family<FlattenLengthIndex> = {
  ...judging,
  version: 1,
  title: { ko: "특성 맵 펼치기", en: "Flattening a feature map" },
  concepts: ["fully-connected", "feature-map"],
  answer: "integer",
  levels: [1, 2, 3],
  draw: (rng, level, separating) =>
    drawTelling(judging, rng, (drawing) => propose(drawing, level, separating), { separating }),
  ask,
  explain,
  knobs: (["height", "width", "channels"] as const).map((id, axis) => ({
    id,
    label: [
      { ko: "높이", en: "Height" },
      { ko: "너비", en: "Width" },
      { ko: "채널", en: "Channels" },
    ][axis] as { ko: string; en: string },
    values: () => Array.from({ length: 14 }, (_, at) => at + 1),
    get: ({ shape }: FlattenLengthIndex) => shape[axis] ?? 1,
    set: (params: FlattenLengthIndex, value: number) => ({
      ...params,
      shape: params.shape.map((side, at) => (at === axis ? value : side)) as Volume,
    }),
  })),
};
