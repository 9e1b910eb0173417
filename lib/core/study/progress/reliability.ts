/** Whether cards were recalled as often as was promised before they were asked. */
import { type Range, wilsonRange } from "./wilson-range";

/** One review: the recall chance before it, 0 to 1, and whether the card was recalled. */
export interface Prediction {
  chance: number;
  isRecalled: boolean;
}

/** Reviews whose promised chance was from `from` to below `to`. */
export interface ReliabilityBin {
  from: number;
  to: number;
  reviews: number;
  recalled: number;
  /** Mean of the promised chances. */
  promised: number;
  seen: number;
  range: Range;
}

export interface Reliability extends Omit<ReliabilityBin, "from" | "to"> {
  /** Mean of (promised − outcome)²: 0 is perfect, and always saying one half gives .25. */
  brier: number;
  /** Those that hold a review, from the lowest chance up. */
  bins: ReliabilityBin[];
}

/** Finer where schedules keep cards; the last bin takes a chance of 1 in. */
const edges = [0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1] as const;

/** Null where there is no review to judge by. */
export function sumUpReliability(predictions: readonly Prediction[]): Reliability | null {
  if (predictions.length === 0) return null;
  const misses = predictions.map(({ chance, isRecalled }) => (chance - Number(isRecalled)) ** 2);
  const bins = edges.slice(1).flatMap((to, at) => {
    const from = edges[at] ?? 0;
    const inside = predictions.filter(({ chance }) => chance >= from && (chance < to || to === 1));
    return inside.length === 0 ? [] : { from, to, ...count(inside) };
  });
  return { ...count(predictions), brier: mean(misses), bins };
}

function count(predictions: readonly Prediction[]) {
  const reviews = predictions.length;
  const recalled = predictions.filter(({ isRecalled }) => isRecalled).length;
  return {
    reviews,
    recalled,
    promised: mean(predictions.map(({ chance }) => chance)),
    seen: recalled / reviews,
    range: wilsonRange(recalled, reviews),
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Fewer reviews than this say so little that their range would hide the others. */
export const leastDrawn = 5;

/** The bins worth drawing; where none has reviews enough, all of them. */
export function drawnBins(bins: readonly ReliabilityBin[]): readonly ReliabilityBin[] {
  const full = bins.filter(({ reviews }) => reviews >= leastDrawn);
  return full.length === 0 ? bins : full;
}

/** What the range of the share seen allows to say about the promise. */
export function judgePromise({
  promised,
  range,
}: Pick<Reliability, "promised" | "range">): "kept" | "above" | "below" {
  if (range.high < promised) return "below";
  return range.low > promised ? "above" : "kept";
}
