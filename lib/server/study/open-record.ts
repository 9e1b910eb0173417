import { type Person, rulesOf } from "@/lib/core/people/person";
import type { LoggedDay } from "@/lib/core/study/progress/heat-map";
import type { ConceptProgress } from "@/lib/core/study/progress/progress";
import { type Streak, streakOn } from "@/lib/core/study/progress/streak";
import { addDays, type StudyDay, studyDayOf } from "@/lib/core/study-day";
import type { Locale } from "@/lib/core/text";
import { allStates } from "@/lib/db/memories";
import { recallSince, studiedDays } from "@/lib/db/progress";
import { theStore } from "../store";
import { coursesOf, familyOfConcept, findCard } from "./course-index";
import { calendarOf } from "./load-queue";
import { conceptsOf } from "./open-progress";

/** Days over which recall is summed up, today included. */
const recentDays = 30;
const weakestShown = 3;

/** A concept to take up first, with the family that practises it, if one does. */
export type WeakConcept = ConceptProgress & { family: string | null };

export interface StudyRecord {
  today: StudyDay;
  /** Study days with a review, oldest first. */
  days: LoggedDay[];
  streak: Streak;
  /** Of the cards in review asked in the last days: how many came to mind. */
  recent: { days: number; asked: number; recalled: number };
  /** Of all cards of the learner's courses: those that have left learning. */
  cards: { known: number; all: number };
  /** The weakest of the concepts met, weakest first. */
  weakest: WeakConcept[];
  isOneCourse: boolean;
}

/** What lies behind a learner's day: days studied, recall lately, and where it is weakest. */
export async function openRecord(person: Person, locale: Locale, now: number): Promise<StudyRecord> {
  const { read } = theStore();
  const today = studyDayOf(now, calendarOf(person));
  const [courses, states, days, recent] = await Promise.all([
    coursesOf(person.id),
    allStates(read, person.id),
    studiedDays(read, person.id),
    recallSince(read, person.id, addDays(today, -recentDays)),
  ]);
  const memories = new Map(states.map((state) => [state.cardId, state]));
  const familyOf = ({ courseId, id }: ConceptProgress): string | null => {
    const course = courses.find((each) => each.id === courseId);
    return course ? familyOfConcept(course, id) : null;
  };
  return {
    today,
    days,
    streak: streakOn(days, today, rulesOf(person).easyDays),
    recent: { days: recentDays, ...recent },
    cards: {
      known: states.filter(({ phase, cardId }) => phase === "review" && findCard(courses, cardId)).length,
      all: courses.reduce((sum, { cards }) => sum + cards.size, 0),
    },
    weakest: conceptsOf(person, courses, { memories, locale, now })
      .filter(({ seen }) => seen > 0)
      .slice(0, weakestShown)
      .map((concept) => ({ ...concept, family: familyOf(concept) })),
    isOneCourse: courses.length < 2,
  };
}
