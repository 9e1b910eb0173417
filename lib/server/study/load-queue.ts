import type { CardId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { type ArrangedQueue, arrangeQueue, type FreshEntry, type SeenEntry } from "@/lib/core/study/queue";
import { addDays, type Calendar, type StudyDay, studyDayOf } from "@/lib/core/study-day";
import { type DueRow, dueStates, unseenCards } from "@/lib/db/memories";
import { type DayReview, reviewsSince } from "@/lib/db/reviews";
import { theStore } from "../store";
import { type CourseIndex, coursesOf, findCard } from "./course-index";

/** Two places on Earth differ by at most this: a day due anywhere is loaded, whatever zone it was counted in. */
const zoneSpreadMs = 26 * 3_600_000;
/** More unseen cards than anybody meets in a day, siblings and skills included. */
const freshAtMost = 500;

export interface LoadedQueue {
  courses: CourseIndex[];
  today: StudyDay;
  calendar: Calendar;
  arranged: ArrangedQueue;
  states: ReadonlyMap<CardId, DueRow>;
  /** Today's reviews that were not taken back, oldest first. */
  done: DayReview[];
  doneYesterday: number;
  /** Whether any card of the courses was never graded, beyond today's limit included. */
  hasUnseen: boolean;
}

export const calendarOf = ({ zone, rolloverHour }: Person): Calendar => ({ zone, rolloverHour });

/** Reads what today's queue depends on and arranges it. `first` is put at the head if it is still due. */
export async function loadQueue(person: Person, now: number, first?: CardId): Promise<LoadedQueue> {
  const calendar = calendarOf(person);
  const today = studyDayOf(now, calendar);
  const courses = await coursesOf(person.id);
  const rows = await dueStates(theStore().read, person.id, now + zoneSpreadMs);
  const log = await reviewsSince(theStore().read, person.id, addDays(today, -1));
  const done = log.filter((review) => review.studyDay >= today);

  const states = new Map(rows.map((row) => [row.cardId, row]));
  const seen: SeenEntry[] = [];
  for (const memory of rows) {
    const found = memory.phase === "new" ? null : findCard(courses, memory.cardId);
    if (found) seen.push({ cardId: memory.cardId, group: found.card.siblingGroup, memory });
  }
  const groupsToday = new Set<string>();
  for (const { cardId, phase } of done) {
    const group = findCard(courses, cardId)?.card.siblingGroup;
    if (group !== undefined && (phase === "new" || phase === "review")) groupsToday.add(group);
  }
  const metToday = done.filter(({ phase }) => phase === "new");
  const fresh = await freshEntries(person, courses);
  const arranged = arrangeQueue({
    now,
    today,
    seen,
    fresh,
    limits: { newPerDay: person.newPerDay, reviewsPerDay: person.reviewsPerDay },
    used: {
      new: metToday.length,
      skills: metToday.filter(({ cardId }) => Boolean(findCard(courses, cardId)?.card.family)).length,
      reviews: done.filter(({ phase }) => phase === "review").length,
    },
    groupsToday,
    lastCardId: done.at(-1)?.cardId ?? null,
  });
  const isWanted = (cardId: CardId) => cardId === first;
  const order = arranged.order.some(isWanted)
    ? [...arranged.order.filter(isWanted), ...arranged.order.filter((cardId) => !isWanted(cardId))]
    : arranged.order;
  return {
    courses,
    today,
    calendar,
    arranged: { ...arranged, order },
    states,
    done,
    doneYesterday: log.length - done.length,
    hasUnseen: fresh.length > 0,
  };
}

async function freshEntries(person: Person, courses: CourseIndex[]): Promise<FreshEntry[]> {
  const fresh: FreshEntry[] = [];
  for (const course of courses) {
    for (const cardId of await unseenCards(theStore().read, person.id, course.id, freshAtMost)) {
      const card = course.cards.get(cardId);
      if (!card) continue;
      const position = fresh.length;
      fresh.push({ cardId, group: card.siblingGroup, isSkill: card.family !== null, position });
    }
  }
  return fresh;
}
