import { type Person, rulesOf } from "@/lib/core/people/person";
import type { Grade } from "@/lib/core/schedule/memory";
import { extraOn } from "@/lib/core/study/extra-today";
import type { Counts } from "@/lib/core/study/review-card";
import { addDays, startOfStudyDay } from "@/lib/core/study-day";
import { countByDay } from "@/lib/db/memories";
import { recentTimes } from "@/lib/db/reviews";
import { theStore } from "../store";
import { loadQueue } from "./load-queue";

const forecastDays = 14;
const timesRead = 100;
const defaultTakenMs = 20_000;
const gradesShown = 60;

export interface Today {
  counts: Counts;
  dueTotal: number;
  estimatedMinutes: number;
  doneToday: number;
  doneYesterday: number;
  /** Grades given today, oldest first. */
  doneGrades: Grade[];
  /** Cards coming back on each of the next 14 study days, today first (what is overdue counts as today). */
  forecast: number[];
  /** When nothing is left: the instant at which something comes back, null if nothing ever does. */
  nextAt: number | null;
  /** Reviews that wait beyond what the day takes, and whether their order can still be made better. */
  backlog: { left: number; canSort: boolean };
  /** Whether there are new cards to ask for beyond the day's. */
  hasMoreNew: boolean;
}

/** What the learner's day looks like now. */
export async function openToday(person: Person, now: number): Promise<Today> {
  const { arranged, today, calendar, done, doneYesterday, hasUnseen, dueReviews } = await loadQueue(
    person,
    now,
  );
  const { counts } = arranged;
  const reviewed = done.filter(({ phase }) => phase === "review").length;
  const isFull = counts.review + reviewed >= person.reviewsPerDay + extraOn(person.extra, today).reviews;
  const dueTotal = counts.new + counts.learning + counts.review;

  const until = startOfStudyDay(addDays(today, forecastDays), calendar);
  const forecast = Array.from({ length: forecastDays }, () => 0);
  for (const { day, cards } of await countByDay(theStore().read, person.id, until)) {
    const ahead = day === null ? 0 : Math.max(0, day - today);
    if (ahead < forecastDays) forecast[ahead] = (forecast[ahead] ?? 0) + cards;
  }
  const nextDay =
    hasUnseen && person.newPerDay > 0 ? 1 : forecast.findIndex((cards, ahead) => ahead > 0 && cards > 0);
  const nextDayAt = nextDay > 0 ? startOfStudyDay(addDays(today, nextDay), calendar) : null;
  const times = await recentTimes(theStore().read, person.id, timesRead);
  return {
    counts,
    dueTotal,
    estimatedMinutes: Math.ceil((dueTotal * (median(times) ?? defaultTakenMs)) / 60_000),
    doneToday: done.length,
    doneYesterday,
    doneGrades: done.slice(-gradesShown).map(({ grade }) => grade),
    forecast,
    backlog: {
      // What waits only because a sibling was met today is no backlog.
      left: isFull ? Math.max(0, dueReviews - counts.review) : 0,
      canSort: rulesOf(person).reviewOrder !== "recall-down",
    },
    hasMoreNew: hasUnseen,
    nextAt: dueTotal > 0 ? null : (arranged.nextLearningAt ?? nextDayAt),
  };
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}
