import type { ConceptId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { recallOn } from "@/lib/core/schedule/grade-card";
import { type CardMemory, sumUpMastery } from "@/lib/core/study/mastery";
import { studyDayOf } from "@/lib/core/study-day";
import type { Locale } from "@/lib/core/text";
import type { CardRow } from "@/lib/db/courses";
import type { CourseIndex, StudiedCourse } from "./course-index";
import { type ConceptFigures, namesOf } from "./describe-concept";
import { calendarOf } from "./load-queue";
import { schedulingFor } from "./scheduling-for";

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
}

/** What a learner knows of every concept of a course, in the order of the notes. */
export function figuresOf(
  person: Person,
  course: StudiedCourse,
  { cards, memories, locale, now }: Known,
): ConceptFigures[] {
  const today = studyDayOf(now, calendarOf(person));
  return [...course.concepts.keys()].map((id) => {
    const own = cards.get(id) ?? [];
    const known = own.map((card): CardMemory => memories.get(card.id));
    const mastery = sumUpMastery(known, (memory, place) => {
      const card = own[place];
      return card ? recallOn(memory, today, schedulingFor(person, { course, card })) : 0;
    });
    return { ...namesOf(course, id, locale), ...mastery };
  });
}
