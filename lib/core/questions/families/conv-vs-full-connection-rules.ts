/** Which cells act on an output cell, found by a run, and the wrong windows that a learner may lay instead. */
import { runInfluence } from "../../compute/influence";
import type { InfluenceProgram, WindowLayer } from "../../compute/program";
import type { Text } from "../../text";
import type { Cell, Truth } from "../answer-form";
import type { Mistake } from "../family";

export interface Layer {
  kernel: number;
  stride: number;
  padding: number;
  dilation: number;
}
export interface ConvVsFullConnection {
  /** Cells along each side of the square input. */
  side: number;
  layers: Layer[];
  /** Row and column of the output cell, counted from 0. */
  cell: Cell;
}

export const plain: Layer = { kernel: 3, stride: 1, padding: 0, dilation: 1 };

export const windowOf = ({ kernel, stride, padding, dilation }: Layer): WindowLayer => ({
  op: "conv",
  kernel: [kernel, kernel],
  stride: [stride, stride],
  pads: [padding, padding, padding, padding],
  dilation: [dilation, dilation],
});

export const solve = ({ side, layers, cell }: ConvVsFullConnection): InfluenceProgram => ({
  kind: "influence",
  input: [side, side],
  layers: layers.map(windowOf),
  from: cell,
});

export function cellsOf(values: number[][]): Truth {
  const cells = values.flatMap((line, row) =>
    line.flatMap((value, column): Cell[] => (value === 0 ? [] : [[row, column]])),
  );
  return { kind: "cells", cells };
}
/** A place with the minus sign of print, and 0 without one. */
export const write = (value: number): string => (value < 0 ? `−${-value}` : String(Math.abs(value)));

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

export const mistakes: Mistake<ConvVsFullConnection>[] = [
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
