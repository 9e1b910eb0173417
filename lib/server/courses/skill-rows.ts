/** The rows of computed skills: one schedule for a family in a course, fresh numbers at every review. */
import { asId, type CardId, type ConceptId, type CourseId } from "@/lib/core/ids";
import type { Course } from "@/lib/core/notes/course";
import { familyOf } from "@/lib/core/questions/registry";
import type { CardRow } from "@/lib/db/courses";
import { storedId } from "./card-rows";

export function skillRow(courseId: CourseId, family: string, concept: ConceptId): CardRow {
  const id = storedId(courseId, asId<CardId>(`skill:${family}`));
  return {
    id,
    courseId,
    concept,
    rule: "hand",
    sides: {},
    edit: null,
    siblingGroup: id,
    correction: null,
    family,
    position: 0,
    images: [],
    retiredAt: null,
  };
}

/** Puts a skill behind the worked example for which the author names its family. Names that no family has are passed over. */
export function withNamedSkills(
  courseId: CourseId,
  noteCards: readonly CardRow[],
  course: Course,
): CardRow[] {
  const named = new Map(
    course.cards.flatMap(({ id, family }) =>
      family && familyOf(family) ? [[storedId(courseId, id), family] as const] : [],
    ),
  );
  const placed = new Set<string>();
  const rows = noteCards.flatMap((card) => {
    const family = named.get(card.id);
    if (!family || placed.has(family)) return [card];
    placed.add(family);
    return [card, skillRow(courseId, family, card.concept)];
  });
  return rows.map((card, position) => ({ ...card, position }));
}
