/** How much time answers took, day by day. */
import { addDays, type StudyDay } from "../../study-day";
import type { LoggedDay } from "./heat-map";

export interface TimeSpent {
  /** Oldest first, today last, days of rest included. */
  days: LoggedDay[];
  takenMs: number;
  reviews: number;
  studied: number;
  /** Mean time of one answer in milliseconds; null without one. */
  perReview: number | null;
  fullest: LoggedDay | null;
}

/** @param length days, today included */
export function timeSpent(log: readonly LoggedDay[], today: StudyDay, length: number): TimeSpent {
  const byDay = new Map(log.map((logged) => [logged.day, logged]));
  const days = Array.from({ length }, (_, at) => {
    const day = addDays(today, at - length + 1);
    return byDay.get(day) ?? { day, reviews: 0, takenMs: 0 };
  });
  const sum = (of: (day: LoggedDay) => number) => days.reduce((total, day) => total + of(day), 0);
  const takenMs = sum((day) => day.takenMs);
  const reviews = sum((day) => day.reviews);
  return {
    days,
    takenMs,
    reviews,
    studied: days.filter((day) => day.reviews > 0).length,
    perReview: reviews === 0 ? null : takenMs / reviews,
    fullest: days.reduce<LoggedDay | null>(
      (most, day) => (day.takenMs > (most?.takenMs ?? 0) ? day : most),
      null,
    ),
  };
}
