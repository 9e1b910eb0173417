import { randomUUID } from "node:crypto";
import { asId, type CardId, type SetId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import { recallChance } from "@/lib/core/schedule/grade-card";
import type { ReviewKind } from "@/lib/core/study/review-kind";
import { chooseForSet, type SetOrder } from "@/lib/core/study/review-set";
import { allStates } from "@/lib/db/memories";
import { addSet, endSets } from "@/lib/db/sets";
import { theStore } from "../store";
import { coursesOf, findCard } from "./course-index";
import { calendarOf } from "./load-queue";
import { schedulingFor } from "./scheduling-for";

export interface SetWish {
  cardIds: readonly CardId[];
  /** "cram" only practises, "review" counts. */
  kind: ReviewKind;
  order: SetOrder;
}

/**
 * Begins a set with cards of the learner's courses, at most 200 of them and none that is suspended, in the place of the
 * set before. Nothing is moved or marked for it.
 */
export async function beginSet(
  person: Person,
  { cardIds, kind, order }: SetWish,
  now: number,
): Promise<Result<SetId, { kind: "empty" }>> {
  const courses = await coursesOf(person.id);
  const states = new Map((await allStates(theStore().read, person.id)).map((state) => [state.cardId, state]));
  const calendar = calendarOf(person);
  const cards = [...new Set(cardIds)].flatMap((cardId) => {
    const found = findCard(courses, cardId);
    const state = states.get(cardId);
    if (!found || (state && state.suspendedAt !== null)) return [];
    const isSeen = state !== undefined && state.phase !== "new";
    return {
      cardId,
      recall: isSeen ? recallChance(state, now, calendar, schedulingFor(person, found)) : null,
    };
  });
  if (cards.length === 0) return fail({ kind: "empty" });
  const id = asId<SetId>(randomUUID());
  const set = { id, userId: person.id, kind, cardIds: chooseForSet(cards, order, id), createdAt: now };
  await theStore().tx(async (db) => {
    await endSets(db, person.id, now);
    await addSet(db, set);
  });
  return ok(id);
}
