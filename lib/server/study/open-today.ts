import { type Person, rulesOf } from "@/lib/core/people/person";
import type { Grade } from "@/lib/core/schedule/memory";
import { extraOn } from "@/lib/core/study/extra-today";
import { type Counts, countAgain, totalOf } from "@/lib/core/study/review-card";
import { addDays, nextTurn, startOfStudyDay } from "@/lib/core/study-day";
import { countDue } from "@/lib/db/queue";
import { theStore } from "../store";
import { forecastFor, minutesReader } from "./forecast";
import { hasUnseen, loadQueue } from "./load-queue";

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
  const { arranged, today, calendar, done, doneYesterday } = queue;
  const { counts } = arranged;
  const reviewed = done.filter(({ phase }) => phase === "review").length;
  const isFull = counts.review + reviewed >= person.reviewsPerDay + extraOn(person.extra, today).reviews;
  const dueTotal = totalOf(counts);

  const forecast = await forecastFor(person, now, dueTotal);
  const hasMoreNew = counts.new > 0 || (await hasUnseen(person, queue));
  const nextDay =
    hasMoreNew && person.newPerDay > 0 ? 1 : forecast.findIndex((cards, ahead) => ahead > 0 && cards > 0);
  const nextDayAt = nextDay > 0 ? startOfStudyDay(addDays(today, nextDay), calendar) : null;
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
      // What waits only because a sibling was met today is no backlog.
      left: isFull ? Math.max(0, (await countDue(theStore().read, person.id, today)) - counts.review) : 0,
      canSort: rulesOf(person).reviewOrder !== "recall-down",
    },
    hasMoreNew,
    changesAt: nextTurn(now, calendar, arranged.nextLearningAt),
    nextAt: dueTotal > 0 ? null : (arranged.nextLearningAt ?? nextDayAt),
  };
}
