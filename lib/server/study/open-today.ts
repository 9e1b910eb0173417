import { type Person, rulesOf } from "@/lib/core/people/person";
import type { Grade } from "@/lib/core/schedule/memory";
import { type Counts, countAgain, totalOf } from "@/lib/core/study/review-card";
import { lowestLimits } from "@/lib/core/study/room";
import { addDays, nextTurn, startOfStudyDay } from "@/lib/core/study-day";
import { countDue } from "@/lib/db/queue";
import { theStore } from "../store";
import { forecastFor, minutesReader } from "./forecast";
import { hasUnseen, type LoadedQueue, loadQueue } from "./load-queue";

const gradesShown = 60;

export interface Today {
  counts: Counts;
  dueTotal: number;
  estimatedMinutes: number;
  doneToday: number;
  doneYesterday: number;
  /** Of all done today, those graded Again. */
  doneAgain: number;
  /** The last grades given today, oldest first. */
  doneGrades: Grade[];
  /** Cards of each of the next 14 study days: those left today, then those that come back. */
  forecast: number[];
  /** When nothing is left: the instant at which something comes back, null if nothing ever does. */
  nextAt: number | null;
  /** When all of this changes by itself, as a card comes back or the day turns. */
  changesAt: number;
  /** Reviews that wait beyond what the day takes, and whether their order can still be made better. */
  backlog: { left: number; canSort: boolean };
  /** Whether there are new cards to ask for beyond the day's. */
  hasMoreNew: boolean;
}

/** What the learner's day looks like now. */
export async function openToday(person: Person, now: number): Promise<Today> {
  const queue = await loadQueue(person, now);
  const { arranged, done, doneYesterday } = queue;
  const { counts } = arranged;
  const dueTotal = totalOf(counts);

  const forecast = await forecastFor(person, now, dueTotal);
  const hasMoreNew = counts.new > 0 || (await hasUnseen(person, queue));
  const grades = done.map(({ grade }) => grade);
  const minutesFor = await minutesReader(person);
  return {
    counts,
    dueTotal,
    estimatedMinutes: minutesFor(dueTotal),
    doneToday: done.length,
    doneYesterday,
    doneAgain: countAgain(grades),
    doneGrades: grades.slice(-gradesShown),
    forecast,
    backlog: {
      left: await reviewsBeyond(person, queue),
      canSort: rulesOf(person).reviewOrder !== "recall-down",
    },
    hasMoreNew,
    changesAt: nextTurn(now, queue.calendar, arranged.nextLearningAt),
    nextAt: dueTotal > 0 ? null : (arranged.nextLearningAt ?? (await nextDayAt(person, queue, forecast))),
  };
}

/** When the next day begins that has cards: tomorrow where a course still has new ones to give, else by the forecast. */
async function nextDayAt(
  person: Person,
  { courses, today, calendar }: LoadedQueue,
  forecast: readonly number[],
): Promise<number | null> {
  const limits = { new: person.newPerDay, reviews: person.reviewsPerDay };
  const giving = courses.filter(({ rules }) => lowestLimits(limits, rules).new > 0);
  const isNewTomorrow = await hasUnseen(person, { courses: giving, today });
  const ahead = isNewTomorrow ? 1 : forecast.findIndex((cards, day) => day > 0 && cards > 0);
  return ahead > 0 ? startOfStudyDay(addDays(today, ahead), calendar) : null;
}

/** Due reviews that the limits of the day or of their course leave out; what waits only for a sibling is not among them. */
async function reviewsBeyond(person: Person, { arranged, today }: LoadedQueue): Promise<number> {
  const full = [...arranged.reviewsOf].filter(([, { hasRoom }]) => !hasRoom);
  if (full.length === 0) return 0;
  const due = await countDue(theStore().read, person.id, today);
  return full.reduce((sum, [course, { count }]) => sum + Math.max(0, (due.get(course) ?? 0) - count), 0);
}
