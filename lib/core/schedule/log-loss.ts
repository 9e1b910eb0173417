import type { FitItem } from "./fit-items";
import { modelOf, type Scheduling } from "./scheduling";
import { nextTrace, type Trace } from "./trace";

/** No forecast is surer than this, so that a single surprise does not cost without bound. */
const surest = 1e-7;

/**
 * Mean log loss in nats of the recall that these weights foretell for each item; lower is better, ln 2 is a coin. NaN
 * for no items. Anything but Again is a recall.
 */
export function logLoss(items: readonly FitItem[], scheduling: Scheduling): number {
  const { forgetting_curve } = modelOf(scheduling);
  let sum = 0;
  let folded: { reviews: FitItem["reviews"] | null; count: number; trace: Trace | null } = {
    reviews: null,
    count: 0,
    trace: null,
  };
  for (const { reviews, last } of items) {
    // Items of one card follow one another: the fold goes on from where the last one stopped.
    if (folded.reviews !== reviews || folded.count > last) folded = { reviews, count: 0, trace: null };
    for (const { grade, days } of reviews.slice(folded.count, last))
      folded.trace = nextTrace(folded.trace, days, grade, scheduling);
    folded.count = last;
    const asked = reviews[last];
    if (!asked || !folded.trace) throw new Error("logLoss: an item has no review before the one asked");
    const chance = forgetting_curve(asked.days, folded.trace.stability);
    const right = asked.grade === "again" ? 1 - chance : chance;
    sum -= Math.log(Math.min(Math.max(right, surest), 1 - surest));
  }
  return sum / items.length;
}
