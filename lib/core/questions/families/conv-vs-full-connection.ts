/** Which input cells one output cell depends on: a patch under a convolution, where a dense layer would use them all. */
import { runInfluence } from "../../compute/influence";
import type { Pair } from "../../compute/layout";
import type { InfluenceProgram, Output, WindowLayer } from "../../compute/program";
import { windowsOn } from "../../compute/windows";
import { particle } from "../../korean";
import type { Rng } from "../../rng";
import type { Text } from "../../text";
import type { Cell, Truth } from "../answer-form";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level, Mistake } from "../family";
import { fieldsOf, isWhole } from "../params";
import { takeOutput } from "../take-output";

interface Layer {
  kernel: number;
  stride: number;
  padding: number;
  dilation: number;
}
interface ConvVsFullConnection {
  /** Cells along each side of the square input. */
  side: number;
  layers: Layer[];
  /** Row and column of the output cell, counted from 0. */
  cell: Cell;
}

const plain: Layer = { kernel: 3, stride: 1, padding: 0, dilation: 1 };
const draws: Record<Level, (rng: Rng) => Omit<ConvVsFullConnection, "cell">> = {
  1: (rng) => ({ side: rng.int(4, 5), layers: [{ ...plain, kernel: rng.int(2, 3) }] }),
  2: (rng) => ({
    side: rng.int(5, 6),
    layers: [{ ...plain, stride: rng.int(1, 2), padding: rng.int(0, 1) }],
  }),
  3: (rng) =>
    rng.int(0, 1) === 0
      ? { side: rng.int(6, 7), layers: [{ ...plain, dilation: 2, padding: rng.int(0, 1) }] }
      : {
          side: rng.int(5, 6),
          layers: [
            { ...plain, kernel: 2, stride: rng.int(1, 2) },
            { ...plain, kernel: 2 },
          ],
        },
};
/** A slip needs a layer that has what it overlooks. */
const needs: Record<string, (rng: Rng) => Omit<ConvVsFullConnection, "cell">> = {
  "stride-ignored": (rng) => ({
    side: rng.int(5, 6),
    layers: [{ ...plain, stride: 2, padding: rng.int(0, 1) }],
  }),
  "padding-ignored": (rng) => ({ side: rng.int(4, 6), layers: [{ ...plain, padding: 1 }] }),
  "dilation-ignored": (rng) => ({ side: rng.int(6, 7), layers: [{ ...plain, dilation: 2 }] }),
  "last-layer-only": (rng) => ({
    side: rng.int(5, 6),
    layers: [
      { ...plain, kernel: 2 },
      { ...plain, kernel: 2 },
    ],
  }),
};

const windowOf = ({ kernel, stride, padding, dilation }: Layer): WindowLayer => ({
  op: "conv",
  kernel: [kernel, kernel],
  stride: [stride, stride],
  pads: [padding, padding, padding, padding],
  dilation: [dilation, dilation],
});

/** Size after all layers; null where one does not fit. */
function outputOf(side: number, layers: readonly Layer[]): Pair | null {
  let size: Pair | null = [side, side];
  for (const layer of layers) {
    const next: ReturnType<typeof windowsOn> | null = size && windowsOn(size, windowOf(layer));
    size = next?.ok ? next.value : null;
  }
  return size;
}

/** A place with the minus sign of print, and 0 without one. */
const write = (value: number): string => (value < 0 ? `−${-value}` : String(Math.abs(value)));

function propose(rng: Rng, level: Level, separating?: string): ConvVsFullConnection {
  const drawn = (needs[separating ?? ""] ?? draws[level])(rng);
  const [rows, columns] = outputOf(drawn.side, drawn.layers) ?? [1, 1];
  return { ...drawn, cell: [rng.int(0, rows - 1), rng.int(0, columns - 1)] };
}

function legal(params: unknown): params is ConvVsFullConnection {
  const { side, layers, cell } = fieldsOf(params) ?? {};
  if (!isWhole(side, 1, 12) || !Array.isArray(layers) || !isWhole(layers.length, 1, 3)) return false;
  const isLayer = (value: unknown) => {
    const { kernel, stride, padding, dilation } = fieldsOf(value) ?? {};
    return (
      isWhole(kernel, 1, 5) &&
      isWhole(stride, 1, 3) &&
      isWhole(padding, 0, Number(kernel) - 1) &&
      isWhole(dilation, 1, 3)
    );
  };
  if (!layers.every(isLayer)) return false;
  const size = outputOf(Number(side), layers);
  return (
    size !== null &&
    Array.isArray(cell) &&
    cell.length === 2 &&
    cell.every((at, axis) => isWhole(at, 0, (size[axis] ?? 0) - 1))
  );
}

function nameOf({ kernel, stride, padding, dilation }: Layer): Text {
  const settings = `${kernel}×${kernel}, padding ${padding}, stride ${stride}${dilation > 1 ? `, dilation ${dilation}` : ""}`;
  return { ko: `합성곱 ${settings}`, en: `convolution ${settings}` };
}

function ask({ side, layers, cell: [row, column] }: ConvVsFullConnection): Ask {
  const names = layers.map(nameOf);
  return {
    prompt: {
      ko: `입력 ${side}×${side}${particle(`${side}`, "이가")} ${names.map(({ ko }) => ko).join(" → ")}${layers.length > 1 ? " 순서로" : `${particle(nameOf(layers[0] ?? plain).ko, "을를")}`} 지나요. 출력의 ${row}행 ${column}열에 영향을 주는 입력 칸을 모두 고르세요.`,
      en: `A ${side}×${side} input goes through ${names.map(({ en }) => en).join(" → ")}. Choose every input cell that affects the output at row ${row}, column ${column}.`,
    },
    given: [
      {
        ko: "행과 열은 0부터 세요. 커널의 값은 모두 0이 아니에요.",
        en: "Rows and columns count from 0. No value of the kernel is 0.",
      },
    ],
    figures: [],
    answer: {
      kind: "cells",
      label: { ko: "영향을 주는 입력 칸", en: "Input cells that affect it" },
      rows: side,
      columns: side,
    },
  };
}

const solve = ({ side, layers, cell }: ConvVsFullConnection): InfluenceProgram => ({
  kind: "influence",
  input: [side, side],
  layers: layers.map(windowOf),
  from: cell,
});

function cellsOf(values: number[][]): Truth {
  const cells = values.flatMap((line, row) =>
    line.flatMap((value, column): Cell[] => (value === 0 ? [] : [[row, column]])),
  );
  return { kind: "cells", cells };
}
const read = (output: Output): Truth => cellsOf(takeOutput(output, "influence").values);

/** A wrong rule as other layers, or another output cell. */
function bent(
  slip: string,
  name: Text,
  bend: (params: ConvVsFullConnection) => ConvVsFullConnection | null,
  say: (params: ConvVsFullConnection) => Text,
): Mistake<ConvVsFullConnection> {
  return {
    slip,
    name,
    gives: (params) => {
      const other = bend(params);
      const run = other && runInfluence(solve(other));
      if (!run?.ok) return null;
      const truth = cellsOf(run.value.values);
      return truth.kind === "cells" && truth.cells.length > 0 ? truth : null;
    },
    say,
  };
}
const withLayers = (params: ConvVsFullConnection, changed: Partial<Layer>): ConvVsFullConnection => ({
  ...params,
  layers: params.layers.map((layer) => ({ ...layer, ...changed })),
});
const some = ({ layers }: ConvVsFullConnection, isSo: (layer: Layer) => boolean): boolean =>
  layers.some(isSo);

const mistakes: Mistake<ConvVsFullConnection>[] = [
  {
    slip: "all-cells",
    name: { ko: "모든 칸이 영향을 준다고 했다", en: "Every cell was said to affect it" },
    gives: ({ side }) => cellsOf(Array.from({ length: side }, () => Array<number>(side).fill(1))),
    say: ({ side }) => ({
      ko: `${side * side}칸 모두와 이어지는 것은 완전 연결층이에요. 합성곱의 출력 한 칸은 커널이 놓인 곳만 보아요.`,
      en: `A fully connected layer uses all ${side * side} cells. One output of a convolution sees only what lies under the kernel.`,
    }),
  },
  {
    slip: "one-cell",
    name: { ko: "같은 자리의 한 칸만 골랐다", en: "Only the cell at the same place was chosen" },
    gives: ({ side, cell }) => (cell.every((at) => at < side) ? { kind: "cells", cells: [cell] } : null),
    say: ({ layers: [first = plain] }) => ({
      ko: `커널은 한 번에 ${first.kernel}×${first.kernel}칸을 보아요.`,
      en: `The kernel looks at ${first.kernel}×${first.kernel} cells at once.`,
    }),
  },
  bent(
    "centred-window",
    { ko: "창의 가운데를 출력과 같은 자리에 두었다", en: "The window was centred on the output's own place" },
    (params) => {
      const centre = ({ kernel, dilation }: Layer) => Math.floor((dilation * (kernel - 1)) / 2);
      if (params.layers.length > 1 || !some(params, (layer) => centre(layer) !== layer.padding)) return null;
      return {
        ...params,
        layers: params.layers.map((layer) => ({ ...layer, stride: 1, padding: centre(layer) })),
      };
    },
    ({ layers: [first = plain] }) => ({
      ko: `padding이 ${first.padding}이면 출력 (0, 0)의 창은 입력의 (${write(-first.padding)}, ${write(-first.padding)})에서 시작해요. 창의 왼쪽 위부터 맞춰 보세요.`,
      en: `With padding ${first.padding} the window of output (0, 0) starts at input (${write(-first.padding)}, ${write(-first.padding)}). Place its top left corner first.`,
    }),
  ),
  bent(
    "stride-ignored",
    { ko: "stride만큼 건너뛰지 않았다", en: "The stride was not taken into account" },
    (params) => (some(params, ({ stride }) => stride > 1) ? withLayers(params, { stride: 1 }) : null),
    ({ layers }) => ({
      ko: `출력에서 한 칸 옆은 입력에서 ${Math.max(...layers.map(({ stride }) => stride))}칸 옆이에요.`,
      en: `One cell along in the output is ${Math.max(...layers.map(({ stride }) => stride))} cells along in the input.`,
    }),
  ),
  bent(
    "padding-ignored",
    { ko: "padding만큼 바깥에서 시작하지 않았다", en: "The window did not start in the padding" },
    (params) => (some(params, ({ padding }) => padding > 0) ? withLayers(params, { padding: 0 }) : null),
    ({ layers }) => ({
      ko: `padding ${Math.max(...layers.map(({ padding }) => padding))}만큼 창이 입력 바깥에서 시작해요.`,
      en: `The window starts ${Math.max(...layers.map(({ padding }) => padding))} outside the input, in the padding.`,
    }),
  ),
  bent(
    "dilation-ignored",
    { ko: "커널의 칸을 붙여 놓았다", en: "The kernel's cells were kept together" },
    (params) => (some(params, ({ dilation }) => dilation > 1) ? withLayers(params, { dilation: 1 }) : null),
    ({ layers: [first = plain] }) => ({
      ko: `dilation ${first.dilation}이면 커널의 칸이 ${first.dilation}칸 간격으로 벌어져요.`,
      en: `With dilation ${first.dilation} the kernel's cells lie ${first.dilation} apart.`,
    }),
  ),
  bent(
    "last-layer-only",
    { ko: "마지막 층의 창만 보았다", en: "Only the last layer's window was used" },
    (params) => (params.layers.length > 1 ? { ...params, layers: params.layers.slice(-1) } : null),
    () => ({
      ko: "마지막 층이 보는 칸마다 앞 층도 여러 칸을 보아요. 한 층씩 거슬러 가세요.",
      en: "Each cell the last layer sees itself sees several cells. Go back layer by layer.",
    }),
  ),
];

function explain({ side, layers, cell }: ConvVsFullConnection, output: Output): Explanation {
  const { values, output: size } = takeOutput(output, "influence");
  const count = values.flat().filter((value) => value !== 0).length;
  const [first = plain] = layers;
  const start = cell.map((at) => at * first.stride - first.padding);
  const [top = 0, left = 0] = start;
  return {
    steps: [
      layers.length === 1
        ? {
            ko: `창의 왼쪽 위는 입력의 (${cell[0]}·${first.stride} − ${first.padding}, ${cell[1]}·${first.stride} − ${first.padding}) = (${write(top)}, ${write(left)})에 놓여요.`,
            en: `The window's top left lies at input (${cell[0]}·${first.stride} − ${first.padding}, ${cell[1]}·${first.stride} − ${first.padding}) = (${write(top)}, ${write(left)}).`,
          }
        : {
            ko: "마지막 층의 창이 보는 칸을 먼저 찾고, 그 칸마다 첫 층의 창을 놓아요.",
            en: "First find what the last layer's window sees, then lay the first layer's window on each of those cells.",
          },
      {
        ko: `영향을 주는 칸은 ${count}개예요. 완전 연결층이라면 ${side * side}개 모두예요.`,
        en: `${count} cells affect it. With a fully connected layer it would be all ${side * side}.`,
      },
    ],
    scene: { kind: "influence", values, output: size, from: cell, layer: windowOf(layers.at(-1) ?? plain) },
  };
}

const judging = { id: "conv-vs-full-connection", solve, read, mistakes, legal };

export const convVsFullConnection: Family<ConvVsFullConnection> = {
  ...judging,
  version: 1,
  title: { ko: "출력 한 칸이 보는 입력", en: "What one output cell sees" },
  concepts: ["convolutional-layer", "receptive-field", "fully-connected"],
  answer: "cells",
  levels: [1, 2, 3],
  draw: (rng, level, separating) =>
    drawTelling(judging, rng, (drawing) => propose(drawing, level, separating), { separating }),
  ask,
  explain,
  knobs: [
    {
      id: "row",
      label: { ko: "출력의 행", en: "Output row" },
      values: ({ side }) => Array.from({ length: side }, (_, at) => at),
      get: ({ cell: [row] }) => row,
      set: (params, row) => ({ ...params, cell: [row, params.cell[1]] }),
    },
    {
      id: "column",
      label: { ko: "출력의 열", en: "Output column" },
      values: ({ side }) => Array.from({ length: side }, (_, at) => at),
      get: ({ cell: [, column] }) => column,
      set: (params, column) => ({ ...params, cell: [params.cell[0], column] }),
    },
  ],
};
