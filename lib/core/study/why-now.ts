/** Why a card is asked just now, for one sentence to say. */
import type { ReviewCard } from "./review-card";

export type Why =
  | { kind: "new" | "learning" | "relearning" }
  /** `percent`: chance of recall now; `days`: how long ago it was due. */
  | { kind: "due"; percent: number }
  | { kind: "late"; percent: number; days: number };

export function whyNow({ phase, memory, daysLate }: Pick<ReviewCard, "phase" | "memory" | "daysLate">): Why {
  if (phase !== "review") return { kind: phase };
  const percent = Math.round((memory?.recall ?? 0) * 100);
  return daysLate > 0 ? { kind: "late", percent, days: daysLate } : { kind: "due", percent };
}
