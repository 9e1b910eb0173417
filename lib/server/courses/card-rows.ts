/** The rows in which a compiled course is stored. */
import type { CardId, CourseId } from "@/lib/core/ids";
import type { Card, Course } from "@/lib/core/notes/course";
import type { Sides } from "@/lib/core/notes/stored-course";
import type { CardRow } from "@/lib/db/courses";

/** One row for each card of the notes, in their order. */
export function noteRows(courseId: CourseId, { course, cards }: Course): CardRow[] {
  const groups = siblingGroups(cards);
  return cards.map(({ id, concept, rule, front, back, file, lines, correction, translation }, position) => ({
    id,
    courseId,
    concept,
    rule,
    sides: { [course.locale]: { front, back, file, lines }, ...sideOf(translation) },
    edit: null,
    siblingGroup: groups.get(id) ?? id,
    correction: correction ?? null,
    family: null,
    position,
    retiredAt: null,
  }));
}

const sideOf = (translation: Card["translation"]): Sides => {
  if (!translation) return {};
  const { locale, ...side } = translation;
  return { [locale]: side };
};

/** Names the connected sets of siblings by their first card. */
function siblingGroups(cards: readonly Card[]): Map<CardId, CardId> {
  const byId = new Map(cards.map((card) => [card.id, card]));
  const groups = new Map<CardId, CardId>();
  for (const { id: first } of cards) {
    const open = groups.has(first) ? [] : [first];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (groups.has(id)) continue;
      groups.set(id, first);
      open.push(...(byId.get(id)?.siblings ?? []));
    }
  }
  return groups;
}
