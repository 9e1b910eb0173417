/** A set of one learner with what it depends on: the states of its cards, and the answers given in it. */

import type { CardId, SetId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import type { ArrangedQueue } from "@/lib/core/study/queue";
import { totalOf } from "@/lib/core/study/review-card";
import { arrangeSet } from "@/lib/core/study/review-set";
import { studyDayOf } from "@/lib/core/study-day";
import { type DueRow, statesOf } from "@/lib/db/memories";
import { findSet, type ReviewSet, reviewsInSet, type SetReview } from "@/lib/db/sets";
import { theStore } from "../store";
import { freshState } from "./build-card";
import { coursesOf, findCard, type StudiedCourse } from "./course-index";
import { calendarOf } from "./load-queue";

export const findOwnSet = async (person: Person, set: SetId | undefined): Promise<ReviewSet | null> =>
  set === undefined ? null : findSet(theStore().read, person.id, set);

export interface LoadedSet {
  courses: StudiedCourse[];
  states: ReadonlyMap<CardId, DueRow>;
  /** Answers that were not taken back, oldest first. */
  done: SetReview[];
  /** Nothing is left of a set that was ended. */
  arranged: ArrangedQueue;
  /** Cards that the set is not done with, those whose time has not come included. */
  left: number;
}

export async function loadSet(person: Person, set: ReviewSet, now: number): Promise<LoadedSet> {
  const { read } = theStore();
  const courses = await coursesOf(person.id);
  const rows = await reviewsInSet(read, set.id);
  const stored = await statesOf(read, person.id, set.cardIds);
  const states = new Map(
    set.cardIds.map((cardId) => [
      cardId,
      askedState(set, { ...freshState(), ...stored.get(cardId), cardId }, rows),
    ]),
  );
  const done = rows.filter(({ undoneAt }) => undoneAt === null);
  const last = new Map(done.map((row) => [row.cardId, row]));
  const today = studyDayOf(now, calendarOf(person));
  const isLeft = ({ suspendedAt, buriedUntil }: DueRow) =>
    suspendedAt === null && (buriedUntil === null || buriedUntil <= today);
  const entries = [...states.values()]
    .filter((state) => isLeft(state) && findCard(courses, state.cardId) !== null)
    .map((memory) => ({ cardId: memory.cardId, memory, last: last.get(memory.cardId) ?? null }));
  const arranged = arrangeSet(set.kind, set.endedAt === null ? entries : [], {
    now,
    lastCardId: done.at(-1)?.cardId ?? null,
  });
  const { counts, nextLearningAt } = arranged;
  const left = totalOf(counts) + (nextLearningAt === null ? 0 : 1);
  return { courses, states, done, arranged, left };
}

/**
 * A card as it is asked in a set. Practising leaves the memory's revision as it is, so each answer of the set raises the
 * one shown, taken back ones too: what was asked is never asked alike again, and an older page is refused.
 */
export function askedState(
  { kind }: Pick<ReviewSet, "kind">,
  state: DueRow,
  rows: readonly Pick<SetReview, "cardId">[],
): DueRow {
  const tries = kind === "cram" ? rows.filter(({ cardId }) => cardId === state.cardId).length : 0;
  return { ...state, revision: state.revision + tries };
}
