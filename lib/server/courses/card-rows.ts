/** The rows in which a compiled course is stored. */

import { optionMark } from "@/lib/core/exercises/odd-one";
import { asId, type CardId, type CourseId } from "@/lib/core/ids";
import type { Card, Course } from "@/lib/core/notes/course";
import { sourceOf } from "@/lib/core/notes/identity/known-card";
import { picturePath } from "@/lib/core/notes/picture-path";
import type { CardEdit, Side } from "@/lib/core/notes/stored-course";
import type { CardRow } from "@/lib/db/courses";
import { defaultCourseSlug } from "../default-course";

/** Ids of cards are made from words, so each course but the shipped one keeps its own apart. */
const prefixOf = (courseId: CourseId): string => (courseId === defaultCourseSlug ? "" : `${courseId}/`);
export const storedId = (courseId: CourseId, id: CardId): CardId =>
  asId<CardId>(`${prefixOf(courseId)}${id}`);
export const localId = (courseId: CourseId, id: CardId): CardId =>
  asId<CardId>(id.slice(prefixOf(courseId).length));

/** One row for each card of the notes, in their order, with what a person made of it. */
export function noteRows(
  courseId: CourseId,
  { course, cards }: Course,
  edits: ReadonlyMap<CardId, CardEdit>,
  { notes, pictures }: { notes: readonly { file: string; text: string }[]; pictures: readonly string[] },
  now: number,
): CardRow[] {
  const sideOf = sideReader(notes);
  const known = new Set(pictures);
  const groups = siblingGroups(cards);
  return cards.map(({ id, concept, rule, correction, translation, images = [], ...side }, position) => ({
    id: storedId(courseId, id),
    courseId,
    concept,
    rule,
    sides: {
      [course.locale]: sideOf(side),
      ...(translation && { [translation.locale]: sideOf(translation) }),
    },
    edit: edits.get(id) ?? null,
    siblingGroup: storedId(courseId, groups.get(id) ?? id),
    correction: correction ?? null,
    family: null,
    images: images
      .map(({ src, alt }) => ({ path: picturePath(side.file, src), alt }))
      .filter(({ path }) => known.has(path)),
    position,
    retiredAt: edits.get(id)?.isDropped ? now : null,
  }));
}

type Placed = Pick<Card, "front" | "back" | "file" | "lines" | "options">;

function sideReader(notes: readonly { file: string; text: string }[]) {
  const linesByFile = new Map(notes.map(({ file, text }) => [file, text.split(/\r\n?|\n/)]));
  return ({ front, back, file, lines, options = [] }: Placed): Side => ({
    // A choice is stored as text: the question, then what can be chosen.
    front: [front, ...options].join(optionMark),
    back,
    file,
    lines,
    source: sourceOf(linesByFile.get(file) ?? [], lines),
  });
}

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
