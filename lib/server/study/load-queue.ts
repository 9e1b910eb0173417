import type { CardId, CourseId } from "@/lib/core/ids";
import { type Person, rulesOf } from "@/lib/core/people/person";
import { recallChance } from "@/lib/core/schedule/grade-card";
import { extraOn } from "@/lib/core/study/extra-today";
import {
  type ArrangedQueue,
  arrangeQueue,
  type FreshEntry,
  headFirst,
  type SeenEntry,
} from "@/lib/core/study/queue";
import type { Limit } from "@/lib/core/study/room";
import { addDays, type Calendar, type StudyDay, studyDayOf } from "@/lib/core/study-day";
import type { CardRow } from "@/lib/db/courses";
import { type DueRow, dueStates, unseenCards } from "@/lib/db/memories";
import { type DayReview, reviewsSince } from "@/lib/db/reviews";
import { theStore } from "../store";
import { coursesOf, findCard, type StudiedCourse } from "./course-index";
import { schedulingFor } from "./scheduling-for";

/** Two places on Earth differ by at most this: a day due anywhere is loaded, whatever zone it was counted in. */
export const zoneSpreadMs = 26 * 3_600_000;
/** More unseen cards than anybody meets in a day, siblings and skills included; to shuffle them takes all. */
const freshAtMost = 500;
const freshAtAll = 100_000;

export interface LoadedQueue {
  courses: StudiedCourse[];
  today: StudyDay;
  calendar: Calendar;
  arranged: ArrangedQueue;
  states: ReadonlyMap<CardId, DueRow>;
  /** Today's reviews that were not taken back, oldest first. */
  done: DayReview[];
  doneYesterday: number;
  /** Whether any card of the courses was never graded, beyond today's limit included. */
  hasUnseen: boolean;
  /** Reviews due today before any limit. */
  dueReviews: number;
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
  const rows = await dueStates(read, person.id, now + zoneSpreadMs);
  const log = (await reviewsSince(read, person.id, addDays(today, -1))).filter(
    ({ kind }) => kind === "review",
  );
  const done = log.filter((review) => review.studyDay >= today);

  const states = new Map(rows.map((row) => [row.cardId, row]));
  const fresh = await freshEntries(person, courses, today);
  const seen = seenEntries(courses, rows);
  const { newPerDay, reviewsPerDay } = person;
  const extra = extraOn(person.extra, today);
  const arranged = arrangeQueue({
    now,
    today,
    seen,
    fresh,
    rules: rulesOf(person),
    limits: { new: newPerDay + extra.new, reviews: reviewsPerDay + extra.reviews },
    courseLimits: courseLimits(courses, extra),
    ...usedToday(courses, done),
    lastCardId: done.at(-1)?.cardId ?? null,
    recallOf: ({ cardId, memory }) => {
      const found = findCard(courses, cardId);
      return found ? recallChance(memory, now, calendar, schedulingFor(person, found)) : 0;
    },
  });
  return {
    courses,
    today,
    calendar,
    arranged: { ...arranged, order: headFirst(arranged.order, first) },
    states,
    done,
    doneYesterday: log.length - done.length,
    hasUnseen: fresh.length > 0,
    dueReviews: seen.filter(
      ({ memory: { phase, dueDay } }) => phase === "review" && dueDay !== null && dueDay <= today,
    ).length,
  };
}

/** The cards of these courses that were graded before, as the queue takes them. */
export function seenEntries(courses: readonly StudiedCourse[], rows: readonly DueRow[]): SeenEntry[] {
  return rows.flatMap((memory) => {
    const found = memory.phase === "new" ? null : findCard(courses, memory.cardId);
    if (!found) return [];
    const { course, card } = found;
    return {
      cardId: memory.cardId,
      ...placeOf(courses, course, card.position),
      group: card.siblingGroup,
      memory,
      buriedUntil: memory.buriedUntil,
    };
  });
}

/** More than the cards of any course, so that courses follow one another. */
const courseSpan = 1_000_000;

function placeOf(courses: readonly StudiedCourse[], course: StudiedCourse, position: number) {
  const coursePlace = courses.indexOf(course);
  return { courseId: course.id, coursePlace, position: coursePlace * courseSpan + position };
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

/** What today's grades have used of the limits, and the groups that were met. */
export function usedToday(courses: readonly StudiedCourse[], done: readonly DayReview[]) {
  const groupsToday = new Set<string>();
  const used = { skills: 0, courses: new Map<CourseId, Limit>() };
  for (const { cardId, phase } of done) {
    const found = findCard(courses, cardId);
    if (!found || (phase !== "new" && phase !== "review")) continue;
    const { course, card } = found;
    groupsToday.add(card.siblingGroup);
    const count = used.courses.get(course.id) ?? { new: 0, reviews: 0 };
    if (phase === "new" && card.family !== null) used.skills += 1;
    const kind = phase === "new" ? "new" : "reviews";
    used.courses.set(course.id, { ...count, [kind]: count[kind] + 1 });
  }
  return { used, groupsToday };
}

/** A card never graded, as the queue takes it. */
export const freshEntry = (
  courses: readonly StudiedCourse[],
  course: StudiedCourse,
  card: CardRow,
): FreshEntry => ({
  cardId: card.id,
  ...placeOf(courses, course, card.position),
  group: card.siblingGroup,
  isSkill: card.family !== null,
});

async function freshEntries(
  person: Person,
  courses: readonly StudiedCourse[],
  today: StudyDay,
): Promise<FreshEntry[]> {
  const fresh: FreshEntry[] = [];
  const { newOrder } = rulesOf(person);
  const wanted = {
    today,
    limit: newOrder === "random" ? freshAtAll : freshAtMost,
    backwards: newOrder === "position-down",
  };
  for (const course of courses) {
    for (const cardId of await unseenCards(theStore().read, person.id, course.id, wanted)) {
      const card = course.cards.get(cardId);
      if (card) fresh.push(freshEntry(courses, course, card));
    }
  }
  return fresh;
}
