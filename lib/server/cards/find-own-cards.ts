import type { CardId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import { coursesOf, findCard } from "../study/course-index";

export const mostCards = 500;

export interface CardsFailure {
  kind: "not-found" | "too-many";
}

/** The cards, each once, if they are all of courses that this person studies. One that is not refuses them all. */
export async function findOwnCards(
  person: Person,
  cardIds: readonly CardId[],
): Promise<Result<CardId[], CardsFailure>> {
  if (cardIds.length > mostCards) return fail({ kind: "too-many" });
  const courses = await coursesOf(person.id);
  const isOwn = cardIds.every((cardId) => findCard(courses, cardId) !== null);
  return isOwn ? ok([...new Set(cardIds)]) : fail({ kind: "not-found" });
}
