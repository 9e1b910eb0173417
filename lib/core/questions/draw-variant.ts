/** Fresh numbers of a family from a seed: the same seed, level and separated slip give the same variant anywhere. */
import { createRng } from "../rng";
import type { Level } from "./family";
import type { AnyFamily } from "./registry";

export interface Variant {
  family: string;
  version: number;
  seed: number;
  params: unknown;
}

export function drawVariant(family: AnyFamily, seed: number, level: Level, separating?: string): Variant {
  const { id, version } = family;
  return { family: id, version, seed, params: family.draw(createRng(seed), level, separating) };
}
