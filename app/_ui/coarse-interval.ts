/** In which unit an interval is said: minutes while learning, days up to 99, then months, then years; none is "done". */
import type { Interval } from "@/lib/core/schedule/memory";

export type SpokenUnit = "done" | "seconds" | "minutes" | "hours" | "days" | "months" | "years";

const round = (value: number): number => Math.round(value * 10) / 10;

/** `amount` is in `unit`; months are 30.4 days and years 365.25, both to one decimal. */
export function coarseInterval(interval: Pick<Interval, "unit" | "amount">): {
  unit: SpokenUnit;
  count: number;
} {
  const { unit, amount } = interval;
  if (amount === 0) return { unit: "done", count: 0 };
  if (unit === "seconds") {
    if (amount < 60) return { unit: "seconds", count: Math.round(amount) };
    if (amount < 5_400) return { unit: "minutes", count: round(amount / 60) };
    return { unit: "hours", count: round(amount / 3_600) };
  }
  if (amount < 100) return { unit: "days", count: amount };
  if (amount < 365) return { unit: "months", count: round(amount / 30.4) };
  return { unit: "years", count: round(amount / 365.25) };
}
