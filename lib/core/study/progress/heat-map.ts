/** Reviews a day as cells: a column a week, Monday on top, the last column the week of today. */
import type { StudyDay } from "../../study-day";

/** What the log holds of one study day. */
export interface LoggedDay {
  day: StudyDay;
  reviews: number;
  /** Together, in milliseconds. */
  takenMs: number;
}

export interface HeatCell {
  day: StudyDay;
  reviews: number;
  /** 0 (a day of rest) to 4. */
  level: number;
}

export interface HeatMap {
  /** Seven cells each; the last one ends with today. */
  weeks: HeatCell[][];
  /** Level 1 reaches to one step, level 2 to two, level 3 to three; level 4 is more. */
  step: number;
  studied: number;
  reviews: number;
  /** The day with most reviews, the earliest of several; null where every day was one of rest. */
  fullest: HeatCell | null;
}

/** Columns on a wide screen, and on a narrow one. */
export const shownWeeks = { wide: 26, narrow: 13 } as const;
const levels = 4;
/** Few days are fuller than this share of them: one long day must not make all others pale. */
const usualShare = 0.9;

/** 0 is Monday: day 0 of the count, 1970-01-01, was a Thursday. */
export const weekdayOf = (day: StudyDay): number => (((day + 3) % 7) + 7) % 7;

/** @param weeks columns, the one of today included */
export function heatMap(log: readonly LoggedDay[], today: StudyDay, weeks: number): HeatMap {
  const first = today - weekdayOf(today) - (weeks - 1) * 7;
  const shown = log.filter(({ day, reviews }) => day >= first && day <= today && reviews > 0);
  const counts = shown.map(({ reviews }) => reviews).sort((a, b) => a - b);
  const usual = counts[Math.ceil(counts.length * usualShare) - 1] ?? 1;
  const step = Math.ceil(usual / levels);
  const byDay = new Map(shown.map(({ day, reviews }) => [day, reviews]));
  const cells = Array.from({ length: today - first + 1 }, (_, ahead): HeatCell => {
    const day = (first + ahead) as StudyDay;
    const reviews = byDay.get(day) ?? 0;
    return { day, reviews, level: Math.min(levels, Math.ceil(reviews / step)) };
  });
  return {
    weeks: Array.from({ length: weeks }, (_, week) => cells.slice(week * 7, week * 7 + 7)),
    step,
    studied: shown.length,
    reviews: counts.reduce((sum, count) => sum + count, 0),
    fullest: cells.reduce<HeatCell | null>(
      (most, cell) => (cell.reviews > (most?.reviews ?? 0) ? cell : most),
      null,
    ),
  };
}
