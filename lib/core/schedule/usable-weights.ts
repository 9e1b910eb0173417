/** Least and most of each weight of FSRS-6, as fsrs-rs keeps them while it fits (its parameter clipper). */
const bounds: readonly (readonly [least: number, most: number])[] = [
  [0.001, 100],
  [0.001, 100],
  [0.001, 100],
  [0.001, 100],
  [1, 10],
  [0.001, 4],
  [0.001, 4],
  [0.001, 0.75],
  [0, 4.5],
  [0, 0.8],
  [0.001, 3.5],
  [0.001, 5],
  [0.001, 0.25],
  [0.001, 0.9],
  [0, 4],
  [0, 1],
  [1, 6],
  [0, 2],
  [0, 2],
  [0, 0.8],
  [0.1, 0.8],
];

/** A fit computes in 32 bits, so a weight at its bound may lie this much beyond it. */
const rounding = 1e-6;

/** Whether a memory model can be made of these: 21 numbers, each within its bounds. */
export const areUsable = (weights: readonly number[]): boolean =>
  weights.length === bounds.length &&
  bounds.every(([least, most], at) => {
    const weight = weights[at] ?? Number.NaN;
    return weight >= least - rounding && weight <= most + rounding;
  });
