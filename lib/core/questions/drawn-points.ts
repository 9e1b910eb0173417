/** Noisy points of a known curve, the same for the same seed: what the training families learn from. */
import type { Points } from "../compute/training-program";
import type { Rng } from "../rng";

/** cos(ωx) on −1 to 1, with noise of a triangular distribution whose largest size is `noise`. */
export function drawPoints(rng: Rng, count: number, frequency: number, noise: number): Points {
  const x = Array.from({ length: count }, () => rounded(2 * rng.real() - 1)).sort(
    (one, other) => one - other,
  );
  const y = x.map((each) => rounded(Math.cos(frequency * each) + noise * (rng.real() + rng.real() - 1)));
  return { x, y };
}
const rounded = (value: number): number => Math.round(value * 1000) / 1000;

export const gridOf = (pieces: number): number[] =>
  Array.from({ length: pieces + 1 }, (_, at) => rounded(-1 + (2 * at) / pieces));
