/** Days studied in a row, where a week may have a day of rest: quiet arithmetic, so that nobody studies for a number. */
import type { DayLoad } from "../../schedule/load-balance";
import type { StudyDay } from "../../study-day";
import { type LoggedDay, weekdayOf } from "./heat-map";

/** Days of a week, from Monday, that may pass without a review. */
export const restsPerWeek = 1;

export interface Streak {
  /** Days with a review since the run began; today counts once something was reviewed. 0 when no run goes on. */
  days: number;
  /** Days of rest that this week still has. */
  restsLeft: number;
}

/**
 * The run that goes on today. Today costs nothing before it is over, and neither does a weekday that the learner keeps
 * free of reviews.
 * @param easyDays by weekday, Sunday first; "minimum" is a free day
 */
export function streakOn(
  log: readonly LoggedDay[],
  today: StudyDay,
  easyDays: readonly DayLoad[] = [],
): Streak {
  const studied = new Set(log.flatMap(({ day, reviews }) => (reviews > 0 ? [day as number] : [])));
  const isFree = (day: number) => easyDays[(weekdayOf(day as StudyDay) + 1) % 7] === "minimum";
  const first = Math.min(...studied);
  let days = 0;
  let rests = 0;
  let restsThisWeek = 0;
  for (let day: number = today; day >= first; day -= 1) {
    if (studied.has(day)) days += 1;
    else if (day !== today && !isFree(day)) rests += 1;
    if (rests > restsPerWeek) break;
    if (mondayOf(day) === mondayOf(today)) restsThisWeek = rests;
    if (day === mondayOf(day)) rests = 0;
  }
  return { days, restsLeft: restsPerWeek - restsThisWeek };
}

const mondayOf = (day: number): number => day - weekdayOf(day as StudyDay);
