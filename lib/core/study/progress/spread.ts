/** How many cards lie where: by stability on a scale that doubles, by difficulty in whole points. */

/** Cards from `from` to below `to`; null is without end. */
export interface Bin {
  from: number;
  to: number | null;
  cards: number;
}

export interface Spread {
  bins: Bin[];
  /** The middle value of all cards; null without any. */
  median: number | null;
}

const stabilityEdges = [0, 1, 2, 4, 8, 16, 32, 64, 128, 256] as const;
const difficultyEdges = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/** @param days stabilities */
export const spreadStability = (days: readonly number[]): Spread => spread(days, stabilityEdges);

/** @param values difficulties, 1 to 10; only the hardest possible falls into the last bin */
export const spreadDifficulty = (values: readonly number[]): Spread => spread(values, difficultyEdges);

function spread(values: readonly number[], edges: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const bins = edges.map((from, at) => {
    const to = edges[at + 1] ?? null;
    return { from, to, cards: sorted.filter((value) => value >= from && (to === null || value < to)).length };
  });
  return { bins, median: sorted[Math.floor((sorted.length - 1) / 2)] ?? null };
}
