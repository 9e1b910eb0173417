import type { CardId, ConceptId, CourseId, UserId } from "@/lib/core/ids";
import type { Correction, Link } from "@/lib/core/notes/course";
import type { ConceptsFile } from "@/lib/core/notes/course-data";
import { shownName } from "@/lib/core/notes/names";
import { decidedCorrections } from "@/lib/core/notes/stored-course";
import type { CourseRules } from "@/lib/core/study/study-rules";
import type { Locale } from "@/lib/core/text";
import { type CardRow, enrolledCourses, loadCourse, type StoredCourse } from "@/lib/db/courses";
import { theStore } from "../store";

/** A stored course with its cards, concepts and note lines at hand. */
export interface CourseIndex {
  id: CourseId;
  fingerprint: string;
  title: string;
  ownerId: UserId | null;
  cards: ReadonlyMap<CardId, CardRow>;
  /** Cards that share a sentence, by their group. */
  groups: ReadonlyMap<string, CardId[]>;
  concepts: ReadonlyMap<ConceptId, StoredCourse["concepts"][number]>;
  corrections: ReadonlyMap<string, Correction>;
  links: readonly Link[];
  outline: ConceptsFile | null;
  notes: ReadonlyMap<string, { text: string; lines: string[] }>;
}

/** A course with what one learner sets apart for it. */
export interface StudiedCourse extends CourseIndex {
  rules: CourseRules;
}

const kept = new Map<CourseId, CourseIndex>();

export function indexCourse(course: StoredCourse): CourseIndex {
  return {
    id: course.id,
    fingerprint: course.fingerprint,
    title: course.title,
    ownerId: course.ownerId,
    cards: new Map(course.cards.map((card) => [card.id, card])),
    groups: groupsOf(course.cards),
    concepts: new Map(course.concepts.map((concept) => [concept.id, concept])),
    corrections: new Map(
      decidedCorrections(course.corrections, course.decisions).map((correction) => [
        correction.id,
        correction,
      ]),
    ),
    links: course.links,
    outline: course.outline,
    notes: new Map(course.notes.map(({ file, text }) => [file, { text, lines: text.split(/\r?\n/) }])),
  };
}

function groupsOf(cards: readonly CardRow[]): Map<string, CardId[]> {
  const groups = new Map<string, CardId[]>();
  for (const { id, siblingGroup } of cards) {
    const group = groups.get(siblingGroup);
    if (group) group.push(id);
    else groups.set(siblingGroup, [id]);
  }
  return groups;
}

/** The courses of a learner. Their content is kept in memory until its fingerprint changes. */
export async function coursesOf(userId: UserId): Promise<StudiedCourse[]> {
  const courses: StudiedCourse[] = [];
  for (const { id, fingerprint, rules } of await enrolledCourses(theStore().read, userId)) {
    let course = kept.get(id);
    if (course?.fingerprint !== fingerprint) {
      course = indexCourse(await loadCourse(theStore().read, id));
      kept.set(id, course);
    }
    courses.push({ ...course, rules });
  }
  return courses;
}

/** The card, if it belongs to one of these courses and is still taught. */
export function findCard<Course extends CourseIndex>(
  courses: readonly Course[],
  cardId: CardId,
): { course: Course; card: CardRow } | null {
  for (const course of courses) {
    const card = course.cards.get(cardId);
    if (card) return { course, card };
  }
  return null;
}

/** The family that practises a concept: that of its first computed card. */
export const familyOfConcept = (course: CourseIndex, conceptId: ConceptId): string | null =>
  [...course.cards.values()].find(({ concept, family }) => concept === conceptId && family !== null)
    ?.family ?? null;

/** A concept and those above it, from the top, by their names in a language. */
export function pathOf(
  course: CourseIndex,
  conceptId: ConceptId,
  locale: Locale,
): { id: ConceptId; name: string }[] {
  const path: { id: ConceptId; name: string }[] = [];
  let at: ConceptId | null = conceptId;
  while (at !== null && path.length < 20) {
    const concept: ReturnType<CourseIndex["concepts"]["get"]> = course.concepts.get(at);
    if (!concept) break;
    path.unshift({ id: concept.id, name: shownName(concept.names, locale) || concept.id });
    at = concept.parent;
  }
  return path;
}
