import { asId, type CardId } from "../../ids";
import type { Course } from "../course";
import type { KnownCard } from "./known-card";

/** The course under the identities that are stored already. A new card takes no id that was ever used. */
export function adoptIds(
  course: Course,
  previous: ReadonlyMap<CardId, KnownCard>,
  stored: Iterable<CardId>,
): Course {
  const taken = new Set<string>(stored);
  const ids = new Map<CardId, CardId>();
  for (const { id } of course.cards) {
    const known = previous.get(id)?.id;
    let own: string = known ?? id;
    for (let copy = 2; known === undefined && taken.has(own); copy += 1) own = `${id}.${copy}`;
    taken.add(own);
    ids.set(id, asId<CardId>(own));
  }
  const renamed = (id: CardId): CardId => ids.get(id) ?? id;
  return {
    ...course,
    cards: course.cards.map((card) => ({
      ...card,
      id: renamed(card.id),
      siblings: card.siblings.map(renamed),
    })),
  };
}
