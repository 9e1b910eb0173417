/** What comes back to a learner in the next days, and how long it will take them. */
import type { Person } from "@/lib/core/people/person";
import { addDays, startOfStudyDay, studyDayOf } from "@/lib/core/study-day";
import { countByDay } from "@/lib/db/memories";
import { recentTimes } from "@/lib/db/reviews";
import { theStore } from "../store";
import { calendarOf } from "./load-queue";

const forecastDays = 14;
const timesRead = 100;
const defaultTakenMs = 20_000;

/**
 * Cards of each of the next 14 study days. Today are those that its queue still holds, new ones included, as `dueToday`
 * says; later days count what comes back by then.
 */
export async function forecastFor(person: Person, now: number, dueToday: number): Promise<number[]> {
  const calendar = calendarOf(person);
  const today = studyDayOf(now, calendar);
  const until = startOfStudyDay(addDays(today, forecastDays), calendar);
  const later = new Map(
    (await countByDay(theStore().read, person.id, until)).map(({ day, cards }) => [day, cards]),
  );
  return Array.from({ length: forecastDays }, (_, ahead) =>
    ahead === 0 ? dueToday : (later.get(addDays(today, ahead)) ?? 0),
  );
}

/** Whole minutes that so many cards take, by the learner's own last answers. */
export async function minutesReader(person: Person): Promise<(cards: number) => number> {
  const seconds = await secondsPerAnswer(person);
  return (cards) => Math.ceil((cards * seconds) / 60);
}

/** The median of the learner's own last answers. */
export async function secondsPerAnswer(person: Person): Promise<number> {
  return (median(await recentTimes(theStore().read, person.id, timesRead)) ?? defaultTakenMs) / 1_000;
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}
