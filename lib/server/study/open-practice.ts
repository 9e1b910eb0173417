import type { CardId, SetId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import type { ReviewKind } from "@/lib/core/study/review-kind";
import { addDays, studyDayOf } from "@/lib/core/study-day";
import { statesOf } from "@/lib/db/memories";
import { reviewsSince } from "@/lib/db/reviews";
import { currentSet } from "@/lib/db/sets";
import { theStore } from "../store";
import { coursesOf, findCard } from "./course-index";
import { calendarOf } from "./load-queue";
import { loadSet } from "./load-set";

const recentDays = 7;

/** Beside the day: the set that the learner is in, while something is left of it, and how many cards were forgotten lately. */
export interface Practice {
  set: { id: SetId; kind: ReviewKind; left: number } | null;
  forgotten: number;
}

export async function openPractice(person: Person, now: number): Promise<Practice> {
  const set = await currentSet(theStore().read, person.id);
  const left = set ? (await loadSet(person, set, now)).left : 0;
  return {
    set: set && left > 0 ? { id: set.id, kind: set.kind, left } : null,
    forgotten: (await forgottenLately(person, now)).length,
  };
}

/** Cards graded Again in the last 7 study days, the latest first, those left out that the learner suspended since. */
export async function forgottenLately(person: Person, now: number): Promise<CardId[]> {
  const { read } = theStore();
  const from = addDays(studyDayOf(now, calendarOf(person)), 1 - recentDays);
  const again = (await reviewsSince(read, person.id, from)).filter(
    ({ kind, grade }) => kind === "review" && grade === "again",
  );
  const cardIds = [...new Set(again.map(({ cardId }) => cardId).reverse())];
  const [courses, states] = await Promise.all([coursesOf(person.id), statesOf(read, person.id, cardIds)]);
  return cardIds.filter((cardId) => findCard(courses, cardId) && states.get(cardId)?.suspendedAt === null);
}
