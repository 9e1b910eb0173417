import { drawVariant } from "./draw-variant";
import type { Level } from "./family";
import type { AnyFamily } from "./registry";

/** For tests: what so many seeds draw, without repeats. Everything else of a variant follows from its params. */
export function distinctParams(family: AnyFamily, level: Level, seeds: readonly number[]): unknown[] {
  const drawn = seeds.map((seed) => drawVariant(family, seed, level).params);
  return [...new Map(drawn.map((params) => [JSON.stringify(params), params])).values()];
}
