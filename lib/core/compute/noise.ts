/** Noise on gradients as data: a size and a seed travel to the worker, and the numbers are drawn where they are used. */
import { createRng } from "../rng";

export interface Noise {
  /** Standard deviation on each coordinate. */
  size: number;
  seed: number;
}

/** A number for each coordinate at each step. Twelve even draws summed are normal enough, with a deviation of 1. */
export function drawNoise({ size, seed }: Noise, steps: number, coordinates: number): number[][] {
  const rng = createRng(seed);
  const draw = () => {
    let sum = -6;
    for (let each = 0; each < 12; each += 1) sum += rng.real();
    return size * sum;
  };
  return Array.from({ length: steps }, () => Array.from({ length: coordinates }, draw));
}
