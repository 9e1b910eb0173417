import type { CardId, CourseId } from "@/lib/core/ids";
import { type Person, rulesOf } from "@/lib/core/people/person";
import { recallOn } from "@/lib/core/schedule/grade-card";
import { extraOn } from "@/lib/core/study/extra-today";
import { arrangeQueue, type DayQueue, headFirst, type QueueInput } from "@/lib/core/study/queue";
import type { Limit } from "@/lib/core/study/room";
import { addDays, type Calendar, type StudyDay, studyDayOf } from "@/lib/core/study-day";
import { dueRows, learningRows } from "@/lib/db/queue";
import { type DayReview, reviewsSince } from "@/lib/db/reviews";
import { theStore } from "../store";
import { coursesOf, findCard, type StudiedCourse } from "./course-index";
import { freshEntries } from "./fresh-entries";
import { seenEntries, usedToday } from "./queue-entries";
import { schedulingFor } from "./scheduling-for";

/** Due cards read at first for each that the day takes: some wait for a sibling, or belong to no course any more. */
const dueForEach = 2;
const allDue = 1_000_000_000;

export interface LoadedQueue {
  courses: StudiedCourse[];
  today: StudyDay;
  calendar: Calendar;
  arranged: DayQueue;
  /** Today's reviews that were not taken back, oldest first. */
  done: DayReview[];
  doneYesterday: number;
}

export const calendarOf = ({ zone, rolloverHour }: Pick<Person, "zone" | "rolloverHour">): Calendar => ({
  zone,
  rolloverHour,
});

/** Reads what today's queue depends on and arranges it. `first` is put at the head if it is still due. */
export async function loadQueue(person: Person, now: number, first?: CardId): Promise<LoadedQueue> {
  const calendar = calendarOf(person);
  const today = studyDayOf(now, calendar);
  const courses = await coursesOf(person.id);
  const { read } = theStore();
  const log = (await reviewsSince(read, person.id, addDays(today, -1))).filter(
    ({ kind }) => kind === "review",
  );
  const done = log.filter((review) => review.studyDay >= today);

  const { newPerDay, reviewsPerDay } = person;
  const extra = extraOn(person.extra, today);
  const arranged = await arrangeEnough(person, courses, {
    now,
    today,
    rules: rulesOf(person),
    limits: { new: newPerDay + extra.new, reviews: reviewsPerDay + extra.reviews },
    courseLimits: courseLimits(courses, extra),
    ...usedToday(courses, done),
    lastCardId: done.at(-1)?.cardId ?? null,
    recallOf: ({ cardId, memory }) => {
      const found = findCard(courses, cardId);
      return found ? recallOn(memory, today, schedulingFor(person, found)) : 0;
    },
  });
  return {
    courses,
    today,
    calendar,
    arranged: { ...arranged, order: headFirst(arranged.order, first) },
    done,
    doneYesterday: log.length - done.length,
  };
}

/**
 * Arranges the queue from as few cards as give the same queue as all of them: where the order goes by the due day, the
 * first days that fill the limits, and all of them where those do not; and new cards only where the reviews leave room.
 */
async function arrangeEnough(
  person: Person,
  courses: readonly StudiedCourse[],
  situation: Omit<QueueInput, "seen" | "fresh">,
): Promise<DayQueue> {
  const { read } = theStore();
  const { today, rules, limits } = situation;
  const learning = await learningRows(read, person.id);
  const goesByDay = rules.reviewOrder === "due" || rules.reviewOrder === "due-course";
  let atLeast = goesByDay ? dueForEach * limits.reviews : allDue;
  for (;;) {
    const due = await dueRows(read, person.id, { today, atLeast });
    const seen = seenEntries(courses, [...learning, ...due]);
    const arranged = arrangeQueue({ ...situation, seen, fresh: [] });
    if (arranged.hasRoom.reviews && due.length > atLeast) atLeast = allDue;
    else if (!arranged.hasRoom.new) return arranged;
    else return arrangeQueue({ ...situation, seen, fresh: await freshEntries(person, courses, today) });
  }
}

function courseLimits(
  courses: readonly StudiedCourse[],
  extra: Limit,
): ReadonlyMap<CourseId, Partial<Limit>> {
  return new Map(
    courses.map(({ id, rules: { newPerDay, reviewsPerDay } }) => [
      id,
      {
        ...(newPerDay !== undefined && { new: newPerDay + extra.new }),
        ...(reviewsPerDay !== undefined && { reviews: reviewsPerDay + extra.reviews }),
      },
    ]),
  );
}

/** Whether the learner may still meet a card for the first time, beyond today's limit included. */
export const hasUnseen = async (
  person: Person,
  { courses, today }: Pick<LoadedQueue, "courses" | "today">,
): Promise<boolean> => (await freshEntries(person, courses, today)).length > 0;
