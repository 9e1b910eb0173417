/** Seeded small maps: images, kernels, volumes. */
import type { Pair, Volume } from "../compute/layout";
import type { Rng } from "../rng";

const listOf = <Item>(length: number, item: () => Item): Item[] => Array.from({ length }, item);

/** A map of whole numbers from `min` to `max`. */
export const drawMatrix = (rng: Rng, [rows, columns]: Pair, min: number, max: number): number[][] =>
  listOf(rows, () => listOf(columns, () => rng.int(min, max)));

/** As above with channels last, [H][W][C]. */
export const drawVolume = (
  rng: Rng,
  [rows, columns, channels]: Volume,
  min: number,
  max: number,
): number[][][] => listOf(rows, () => listOf(columns, () => listOf(channels, () => rng.int(min, max))));

/** A map as a volume of one channel. */
export const toVolume = (map: readonly number[][]): number[][][] =>
  map.map((row) => row.map((value) => [value]));

/** One channel of a volume as a map. */
export const channelOf = (volume: readonly number[][][], channel = 0): number[][] =>
  volume.map((row) => row.map((cell) => cell[channel] ?? Number.NaN));
