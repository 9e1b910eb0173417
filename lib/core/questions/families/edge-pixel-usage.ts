/** How many windows of a convolution use one input cell: why a corner counts for less, and what padding mends. */
import type { InfluenceProgram, Output, WindowLayer } from "../../compute/program";
import { outputSize } from "../../compute/windows";
import { article, plural } from "../../english";
import { joined, particle } from "../../korean";
import type { Rng } from "../../rng";
import type { Text } from "../../text";
import type { Cell, Truth } from "../answer-form";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level, Mistake } from "../family";
import { fieldsOf, isWhole } from "../params";
import { takeOutput } from "../take-output";

interface EdgePixelUsage {
  /** Cells along each side of the square input. */
  side: number;
  kernel: number;
  padding: number;
  stride: number;
  /** Row and column of the followed input cell, counted from 0. */
  cell: Cell;
}

const integer = (value: number): Truth => ({ kind: "integer", value });

const draws: Record<Level, (rng: Rng) => EdgePixelUsage> = {
  1: (rng) => place(rng, { side: rng.int(4, 6), kernel: 3, padding: 0, stride: 1 }, ["corner", "middle"]),
  2: (rng) =>
    place(rng, { side: rng.int(4, 7), kernel: 3, padding: rng.int(0, 1), stride: 1 }, [
      "corner",
      "edge",
      "any",
    ]),
  3: (rng) =>
    place(rng, { side: rng.int(5, 7), kernel: rng.int(3, 4), padding: rng.int(0, 1), stride: 2 }, [
      "corner",
      "any",
      "any",
    ]),
};

function place(
  rng: Rng,
  layer: Omit<EdgePixelUsage, "cell">,
  places: ("corner" | "edge" | "middle" | "any")[],
): EdgePixelUsage {
  const last = layer.side - 1;
  const anywhere = () => rng.int(0, last);
  const cells = {
    corner: (): Cell => [rng.pick([0, last]), rng.pick([0, last])],
    edge: (): Cell =>
      rng.int(0, 1) === 0 ? [rng.pick([0, last]), anywhere()] : [anywhere(), rng.pick([0, last])],
    middle: (): Cell => [Math.floor(last / 2), Math.floor(last / 2)],
    any: (): Cell => [anywhere(), anywhere()],
  };
  return { ...layer, cell: cells[rng.pick(places)]() };
}

/** A slip needs what it overlooks. */
function propose(rng: Rng, level: Level, separating?: string): EdgePixelUsage {
  if (separating === "padding-ignored") return { ...draws[2](rng), padding: 1 };
  return draws[separating === "stride-ignored" ? 3 : level](rng);
}

function legal(params: unknown): params is EdgePixelUsage {
  const { side, kernel, padding, stride, cell } = fieldsOf(params) ?? {};
  return (
    isWhole(side, 1, 12) &&
    isWhole(kernel, 1, 7) &&
    isWhole(padding, 0, Number(kernel) - 1) &&
    isWhole(stride, 1, 4) &&
    outputSize(Number(side), 2 * Number(padding), Number(kernel), Number(stride), 1) >= 1 &&
    Array.isArray(cell) &&
    cell.length === 2 &&
    cell.every((at) => isWhole(at, 0, Number(side) - 1))
  );
}

function ask({ side, kernel, padding, stride, cell: [row, column] }: EdgePixelUsage): Ask {
  const settings = `padding ${padding}, stride ${stride}`;
  return {
    prompt: {
      ko: `입력 ${side}×${side} 위를 커널 ${kernel}×${kernel}${particle(`${kernel}`, "이가")} ${joined(settings, "으로로")} 지나가요. 입력의 ${row}행 ${column}열은 출력 몇 칸의 계산에 쓰이나요?`,
      en: `${article("A", kernel)}×${kernel} kernel slides over ${article("a", side)}×${side} input with ${settings}. For how many output cells is the input cell at row ${row}, column ${column} used?`,
    },
    given: [
      {
        ko: "행과 열은 0부터 세요. 커널이 입력 밖으로 나가는 자리는 padding이 있는 만큼만 가능해요.",
        en: "Rows and columns count from 0. The kernel leaves the input only as far as there is padding.",
      },
    ],
    figures: [],
    answer: { kind: "integer", label: { ko: "쓰이는 횟수", en: "Number of uses" } },
  };
}

const layerOf = ({ kernel, padding, stride }: EdgePixelUsage): WindowLayer => ({
  op: "conv",
  kernel: [kernel, kernel],
  stride: [stride, stride],
  pads: [padding, padding, padding, padding],
  dilation: [1, 1],
});

/** With weights of 1 the gradient of the sum of all outputs counts the windows over each cell. */
const solve = (params: EdgePixelUsage): InfluenceProgram => ({
  kind: "influence",
  input: [params.side, params.side],
  layers: [layerOf(params)],
  from: "all",
});

const read = (output: Output, { cell: [row, column] }: EdgePixelUsage): Truth =>
  integer(takeOutput(output, "influence").values[row]?.[column] ?? Number.NaN);

/** Windows over one place of an axis. */
function windowsOver(at: number, { side, kernel, padding, stride }: EdgePixelUsage): number {
  const windows = outputSize(side, 2 * padding, kernel, stride, 1);
  const starts = Array.from({ length: Math.max(0, windows) }, (_, window) => window * stride - padding);
  return starts.filter((start) => start <= at && at < start + kernel).length;
}

function slip(
  name: string,
  label: Text,
  count: (params: EdgePixelUsage) => [value: number, work: string] | null,
  say: (params: EdgePixelUsage) => Text,
): Mistake<EdgePixelUsage> {
  return {
    slip: name,
    name: label,
    gives: (params) => {
      const counted = count(params);
      return counted && integer(counted[0]);
    },
    work: (params) => (count(params) ?? [0, ""])[1],
    say,
  };
}

/** How many windows cover the cell, one direction after the other. */
function covered(params: EdgePixelUsage): Text {
  const [down, across] = params.cell.map((at) => windowsOver(at, params)) as Cell;
  return {
    ko: `이 칸을 덮는 창은 세로로 ${down}자리, 가로로 ${across}자리예요.`,
    en: `Windows cover this cell at ${plural(down, "position")} down and ${across} across.`,
  };
}

/** The count by other settings, as rows × columns. */
function countBy(params: EdgePixelUsage): [number, string] {
  const [rows, columns] = params.cell.map((at) => windowsOver(at, params)) as Cell;
  return [rows * columns, `${rows}·${columns} = ${rows * columns}`];
}

const mistakes: Mistake<EdgePixelUsage>[] = [
  slip(
    "every-place",
    { ko: "어느 칸이나 k·k번 쓰인다고 했다", en: "Every cell was said to be used k·k times" },
    ({ kernel }) => [kernel * kernel, `${kernel}·${kernel} = ${kernel * kernel}`],
    (params) => {
      const { kernel, stride } = params;
      return {
        ko:
          stride === 1
            ? `${kernel}·${kernel}번은 커널의 모든 자리에 놓이는 칸이에요. ${covered(params).ko}`
            : `창이 ${stride}칸씩 건너뛰므로 한 칸이 커널의 모든 자리에 놓이지는 않아요.`,
        en:
          stride === 1
            ? `${kernel}·${kernel} holds for a cell that comes under every place of the kernel. ${covered(params).en}`
            : `Windows jump ${stride} cells, so a cell does not come under every place of the kernel.`,
      };
    },
  ),
  slip(
    "never-used",
    { ko: "쓰이지 않는다고 했다", en: "It was said not to be used" },
    () => [0, "0"],
    covered,
  ),
  slip(
    "padding-ignored",
    { ko: "padding이 만든 자리를 세지 않았다", en: "Positions that the padding adds were not counted" },
    (params) =>
      params.padding > 0 && params.side >= params.kernel ? countBy({ ...params, padding: 0 }) : null,
    ({ padding }) => ({
      ko: `padding ${padding} 덕분에 커널이 바깥으로 ${padding}칸 더 나가서, 가장자리를 덮는 자리가 늘어요.`,
      en: `Padding ${padding} lets the kernel start ${padding} outside, so more positions cover the border.`,
    }),
  ),
  slip(
    "one-axis",
    { ko: "한 방향만 세었다", en: "Only one direction was counted" },
    (params) => {
      const rows = windowsOver(params.cell[0], params);
      return [rows, String(rows)];
    },
    () => ({
      ko: "세로로 놓이는 자리와 가로로 놓이는 자리의 수를 곱해야 해요.",
      en: "The positions down and the positions across have to be multiplied.",
    }),
  ),
  slip(
    "axes-added",
    { ko: "두 방향의 수를 더했다", en: "The two directions were added" },
    (params) => {
      const [rows, columns] = params.cell.map((at) => windowsOver(at, params)) as Cell;
      return [rows + columns, `${rows} + ${columns} = ${rows + columns}`];
    },
    () => ({
      ko: "세로 자리마다 가로 자리가 모두 있으니 더하지 않고 곱해요.",
      en: "Each position down goes with every position across: multiply, not add.",
    }),
  ),
  slip(
    "stride-ignored",
    { ko: "stride 1로 셌다", en: "Counted as if the stride were 1" },
    (params) => (params.stride > 1 ? countBy({ ...params, stride: 1 }) : null),
    ({ stride }) => ({
      ko: `창은 ${stride}칸마다 하나씩만 있어요.`,
      en: `There is a window only at every ${stride === 2 ? "second" : `${stride}th`} cell.`,
    }),
  ),
];

function explain(params: EdgePixelUsage, output: Output): Explanation {
  const { values, output: size } = takeOutput(output, "influence");
  const [row, column] = params.cell;
  const [down, across] = params.cell.map((at) => windowsOver(at, params)) as Cell;
  const most = Math.max(...values.flat());
  return {
    steps: [
      {
        ko: `이 칸을 덮는 창은 세로로 ${down}자리, 가로로 ${across}자리라서 ${down}·${across} = ${values[row]?.[column]}번 쓰여요.`,
        en: `Windows cover this cell at ${plural(down, "position")} down and ${across} across: ${down}·${across} = ${values[row]?.[column]}.`,
      },
      {
        ko: `가장 많이 쓰이는 칸은 ${most}번이에요.`,
        en: `The cell that is used most is used ${plural(most, "time")}.`,
      },
    ],
    scene: { kind: "influence", values, output: size, from: "all", layer: layerOf(params) },
  };
}

const judging = { id: "edge-pixel-usage", solve, read, mistakes, legal };

const knob = (id: "padding" | "stride", label: Text, values: number[]) => ({
  id,
  label,
  values: () => values,
  get: (params: EdgePixelUsage) => params[id],
  set: (params: EdgePixelUsage, value: number) => ({ ...params, [id]: value }),
});

export const edgePixelUsage: Family<EdgePixelUsage> = {
  ...judging,
  version: 1,
  title: { ko: "가장자리 칸이 쓰이는 횟수", en: "How often a border cell is used" },
  concepts: ["padding", "convolutional-layer"],
  answer: "integer",
  levels: [1, 2, 3],
  draw: (rng, level, separating) =>
    drawTelling(judging, rng, (drawing) => propose(drawing, level, separating), { separating }),
  ask,
  explain,
  knobs: [
    knob("padding", { ko: "padding", en: "Padding" }, [0, 1, 2]),
    knob("stride", { ko: "stride", en: "Stride" }, [1, 2, 3]),
  ],
};
