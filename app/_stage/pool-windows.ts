/** What a pooling window holds, stop by stop: pure geometry for its grids. */
import type { PoolingScene } from "@/lib/core/questions/scenes/pooling";
import { padded } from "./windows";

/** The padded input, [H + pads][W + pads]; null where padding holds no value (everywhere but in a mean that counts it). */
export function poolCells(scene: PoolingScene): (number | null)[][] {
  const isCounted = scene.pool === "average" && scene.divisor === "window";
  return padded(scene).map((cells) =>
    cells.map(({ value, isPadding }) => (isPadding && !isCounted ? null : value)),
  );
}

export interface PoolStop {
  /** Index in the output. */
  row: number;
  column: number;
  /** Top left cell of the window and the first past it, in padded cells; cut where the padding ends. */
  from: [row: number, column: number];
  to: [row: number, column: number];
}

/** The window of output cell number `at`, in reading order. */
export function poolStopAt({ input, size, window, stride, pads }: PoolingScene, at: number): PoolStop {
  const row = Math.floor(at / size[1]);
  const column = at % size[1];
  const [top, left] = [row * stride[0], column * stride[1]];
  const height = input.length + pads[0] + pads[1];
  const width = (input[0]?.length ?? 0) + pads[2] + pads[3];
  return {
    row,
    column,
    from: [top, left],
    to: [Math.min(top + window[0], height), Math.min(left + window[1], width)],
  };
}

export const isInside = ({ from, to }: PoolStop, row: number, column: number): boolean =>
  row >= from[0] && row < to[0] && column >= from[1] && column < to[1];

/** The values that count at a stop, in reading order. */
export const valuesAt = (scene: PoolingScene, { from, to }: PoolStop): number[] =>
  poolCells(scene)
    .slice(from[0], to[0])
    .flatMap((cells) => cells.slice(from[1], to[1]))
    .filter((value) => value !== null);
