/** Where a kernel stands on a scene, stop by stop: pure geometry for the grids, the ruler and the products. */
import type { ConvolutionScene } from "@/lib/core/questions/scenes/convolution";

/** Grids are drawn up to this many cells a side, padding included; beyond it a ruler stands for them. */
export const mostCells = 12;

export function isDrawn({ input, pads, shape, repeat }: ConvolutionScene): boolean {
  const height = input.length + pads[0] + pads[1];
  const width = (input[0]?.length ?? 0) + pads[2] + pads[3];
  return height <= mostCells && width <= mostCells && shape[2] === 1 && repeat === 1;
}

export interface Padded {
  value: number;
  isPadding: boolean;
}

/** The input with its padding ring, [H + pads][W + pads]. */
export function padded({
  input,
  pads: [top, bottom, left, right],
}: Pick<ConvolutionScene, "input" | "pads">): Padded[][] {
  const width = (input[0]?.length ?? 0) + left + right;
  return Array.from({ length: input.length + top + bottom }, (_, row) =>
    Array.from({ length: width }, (_, column) => {
      const value = input[row - top]?.[column - left];
      return { value: value ?? 0, isPadding: value === undefined };
    }),
  );
}

export interface Placed<Value> {
  row: number;
  column: number;
  value: Value;
}

/** A grid whose cells know where they are. */
export const placed = <Value>(grid: readonly (readonly Value[])[]): Placed<Value>[][] =>
  grid.map((cells, row) => cells.map((value, column) => ({ row, column, value })));

export interface Stop {
  /** Index in the output. */
  row: number;
  column: number;
  /** Top left cell under the kernel, in padded cells. */
  top: number;
  left: number;
}

/** The stop at which output cell number `at` is computed, in reading order. */
export function stopAt({ shape, stride }: ConvolutionScene, at: number): Stop {
  const row = Math.floor(at / shape[1]);
  const column = at % shape[1];
  return { row, column, top: row * stride[0], left: column * stride[1] };
}

/** Cells a side that the kernel reaches over, gaps of dilation included. */
export const reach = (kernel: number, dilation: number): number => dilation * (kernel - 1) + 1;

/** Whether a padded cell lies under a weight of the kernel (and not in a gap of its dilation). */
export function isUnder(scene: ConvolutionScene, stop: Stop, row: number, column: number): boolean {
  const [down, across] = [row - stop.top, column - stop.left];
  const [rows, columns] = [scene.kernel.length, scene.kernel[0]?.length ?? 0];
  const [byRow, byColumn] = scene.dilation;
  const isOn = (offset: number, by: number, count: number) =>
    offset >= 0 && offset % by === 0 && offset / by < count;
  return isOn(down, byRow, rows) && isOn(across, byColumn, columns);
}

/** The factors of one output cell in kernel order, channel after channel: [input value, weight]. */
export function productsAt(scene: ConvolutionScene, stop: Stop): [number, number][] {
  return [scene, ...scene.otherChannels].flatMap(({ input, kernel }) => {
    const cells = padded({ ...scene, input });
    return kernel.flatMap((weights, i) =>
      weights.map((weight, j): [number, number] => [
        cells[stop.top + i * scene.dilation[0]]?.[stop.left + j * scene.dilation[1]]?.value ?? 0,
        weight,
      ]),
    );
  });
}
