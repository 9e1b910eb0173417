import type { ConceptId } from "@/lib/core/ids";
import { type CardMemory, sumUpMastery } from "@/lib/core/study/mastery";
import type { Calendar } from "@/lib/core/study-day";
import type { Locale } from "@/lib/core/text";
import type { CardRow } from "@/lib/db/courses";
import type { CourseIndex } from "./course-index";
import { type ConceptFigures, namesOf } from "./describe-concept";

/** The cards of each concept; a concept without any is left out. */
export function cardsByConcept(course: CourseIndex): Map<ConceptId, CardRow[]> {
  const cards = new Map<ConceptId, CardRow[]>();
  for (const card of course.cards.values()) {
    const list = cards.get(card.concept);
    if (list) list.push(card);
    else cards.set(card.concept, [card]);
  }
  return cards;
}

interface Known {
  cards: ReadonlyMap<ConceptId, readonly CardRow[]>;
  memories: ReadonlyMap<string, CardMemory>;
  locale: Locale;
  now: number;
  calendar: Calendar;
}

/** What is known of every concept of a course, in the order of the notes. */
export const figuresOf = (
  course: CourseIndex,
  { cards, memories, locale, now, calendar }: Known,
): ConceptFigures[] =>
  [...course.concepts.keys()].map((id) => {
    const known = (cards.get(id) ?? []).map((card): CardMemory => memories.get(card.id));
    return { ...namesOf(course, id, locale), ...sumUpMastery(known, now, calendar) };
  });
