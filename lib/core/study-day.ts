/**
 * Decides which day of study an instant belongs to. A study day starts at the rollover hour of the learner's own
 * zone and lasts until the next one, so it is 23 or 25 hours long when clocks change. Days are counted, never timed.
 */

/** Civil days since 1970-01-01, in the learner's calendar. */
export type StudyDay = number & { readonly __unit: "study day" };

export interface Calendar {
  /** IANA name, as in "Asia/Seoul". */
  zone: string;
  /** 0 to 23: the local hour at which the next study day starts. */
  rolloverHour: number;
}

export const dayMs = 86_400_000;
const hourMs = 3_600_000;
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  clocks.set(zone, clock);
  return clock;
}

/** Whether this machine knows the zone name. */
export function isZone(zone: string): boolean {
  try {
    clockOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** The wall clock of the zone at an instant, written as if it were UTC, in milliseconds. */
function wallClock(at: number, zone: string): number {
  const part: Record<string, number> = {};
  for (const { type, value } of clockOf(zone).formatToParts(at)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The study day of an instant (epoch milliseconds). */
export function studyDayOf(at: number, { zone, rolloverHour }: Calendar): StudyDay {
  return Math.floor((wallClock(at, zone) - rolloverHour * hourMs) / dayMs) as StudyDay;
}

const starts = new Map<string, number>();
/** Asking a zone's clock takes long, and the same days are asked for again and again. */
const startsKept = 20_000;

/** First instant of a study day, in epoch milliseconds; where clocks skip the rollover hour, the first one after it. */
export function startOfStudyDay(day: StudyDay, calendar: Calendar): number {
  const key = `${day} ${calendar.rolloverHour} ${calendar.zone}`;
  const known = starts.get(key);
  if (known !== undefined) return known;
  const start = findStart(day, calendar);
  if (starts.size >= startsKept) starts.clear();
  starts.set(key, start);
  return start;
}

function findStart(day: StudyDay, calendar: Calendar): number {
  const wall = day * dayMs + calendar.rolloverHour * hourMs;
  const offsetAt = (at: number) => wallClock(at, calendar.zone) - at;
  const guess = wall - offsetAt(wall - offsetAt(wall));
  if (studyDayOf(guess, calendar) === day && studyDayOf(guess - 1000, calendar) < day) return guess;
  let before = guess - 4 * hourMs;
  let after = guess + 4 * hourMs;
  while (after - before > 1000) {
    const middle = Math.floor((before + after) / 2000) * 1000;
    if (studyDayOf(middle, calendar) < day) before = middle;
    else after = middle;
  }
  return after;
}

/** The study day some days later (or earlier). */
export const addDays = (day: StudyDay, days: number): StudyDay => (day + days) as StudyDay;

/** When a day's queue changes by itself: a card comes back at `nextAt`, if any does, or the day turns. */
export const nextTurn = (now: number, calendar: Calendar, nextAt: number | null): number =>
  Math.min(nextAt ?? Infinity, startOfStudyDay(addDays(studyDayOf(now, calendar), 1), calendar));
