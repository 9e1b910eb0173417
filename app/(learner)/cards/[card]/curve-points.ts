/** Where the forgetting curve of one card runs: recall chance by whole days since its last review. */
import { recallChance } from "@/lib/core/schedule/grade-card";
import type { Memory } from "@/lib/core/schedule/memory";
import type { Scheduling } from "@/lib/core/schedule/scheduling";
import { addDays, type Calendar, startOfStudyDay, studyDayOf } from "@/lib/core/study-day";

export interface CurvePoint {
  /** Study days since the last review. */
  day: number;
  at: number;
  /** 0 to 1. */
  chance: number;
}
export interface Curve {
  points: CurvePoint[];
  now: CurvePoint;
  due: CurvePoint;
}

const leastDays = 7;
const mostPoints = 60;

/** From the last review to twice the interval, or a little past now if that is later; null for a card never graded. */
export function curvePoints(
  memory: Memory,
  now: number,
  { calendar, scheduling }: { calendar: Calendar; scheduling: Scheduling },
): Curve | null {
  const from = memory.lastReviewedAt;
  if (from === null || memory.phase === "new") return null;
  const first = studyDayOf(from, calendar);
  const point = (day: number): CurvePoint => {
    // Day 0 is the review itself. One late at night belongs to the day before, and so does what comes days later.
    const at = day === 0 ? from : startOfStudyDay(addDays(first, day), calendar);
    return { day, at, chance: recallChance(memory, at, calendar, scheduling) };
  };
  const dueIn = Math.max(0, (memory.dueDay ?? studyDayOf(memory.dueAt, calendar)) - first);
  const since = Math.max(0, studyDayOf(now, calendar) - first);
  const until = Math.max(leastDays, dueIn * 2, Math.ceil(since * 1.2));
  const step = Math.ceil(until / mostPoints);
  const points = Array.from({ length: Math.floor(until / step) + 1 }, (_, index) => point(index * step));
  return { points, now: point(since), due: point(dueIn) };
}
