import type { CardId, CourseId } from "@/lib/core/ids";
import type { Concept, Correction } from "@/lib/core/notes/course";
import { shownName } from "@/lib/core/notes/names";
import {
  type CorrectionDecision,
  decidedCorrections,
  taughtSide,
  type Words,
} from "@/lib/core/notes/stored-course";
import { mayTeach, type Person } from "@/lib/core/people/person";
import { ok, type Result } from "@/lib/core/result";
import { inLocale, type Locale } from "@/lib/core/text";
import { allCards, loadCourse } from "@/lib/db/courses";
import { reportsOf } from "@/lib/db/reports";
import { theStore } from "../store";
import { type CourseFailure, mayEdit, mayImport, seeCourse } from "./see-course";

export interface CourseCard {
  id: CardId;
  locale: Locale;
  words: Words;
  /** Rewritten by hand. */
  isEdited: boolean;
  isDropped: boolean;
  file: string;
  line: number;
}
export interface CoursePage {
  id: CourseId;
  title: string;
  isPublished: boolean;
  mayEdit: boolean;
  mayImport: boolean;
  mayPublish: boolean;
  notes: { file: string; text: string }[];
  concepts: {
    id: string;
    name: string;
    names: Concept["names"];
    parent: string | null;
    cards: CourseCard[];
  }[];
  corrections: (Correction & { state: CorrectionDecision["state"] | null })[];
  reports: { id: string; cardId: CardId; front: string; text: string; at: number }[];
}

/** Everything about a course, as far as this person may see it. */
export async function openCourse(person: Person, id: CourseId): Promise<Result<CoursePage, CourseFailure>> {
  const head = await seeCourse(person, id);
  if (!head.ok) return head;
  const isEditor = mayEdit(person, head.value);
  const course = await loadCourse(theStore().read, id);
  const rows = isEditor ? await allCards(theStore().read, id) : course.cards;
  const cards = new Map<string, CourseCard[]>();
  const fronts = new Map<CardId, string>();
  for (const { id: cardId, concept, sides, edit, retiredAt } of rows) {
    const isDropped = edit?.isDropped === true;
    const shown = inLocale(sides, person.locale);
    const side = shown && taughtSide(sides, edit, shown.locale);
    if (!shown || !side || (retiredAt !== null && !isDropped)) continue;
    const { front, back, file, lines } = side;
    fronts.set(cardId, front);
    const card = { id: cardId, locale: shown.locale, words: { front, back }, file, line: lines[0] };
    const isEdited = edit?.words[shown.locale] !== undefined;
    cards.set(concept, [...(cards.get(concept) ?? []), { ...card, isEdited, isDropped }]);
  }
  const states = new Map(course.decisions.map(({ id: correction, state }) => [correction, state]));
  const decided = new Map(
    decidedCorrections(course.corrections, course.decisions).map((each) => [each.id, each]),
  );
  const added = course.decisions.flatMap(({ correction }) => correction ?? []);
  return ok({
    id,
    title: course.title,
    isPublished: course.publishedAt !== null,
    mayEdit: isEditor,
    mayImport: mayImport(person, head.value),
    mayPublish: isEditor && mayTeach(person),
    notes: course.notes,
    concepts: course.concepts.map(({ id: concept, names, parent }) => ({
      id: concept,
      names,
      parent,
      name: shownName(names, person.locale) || concept,
      cards: cards.get(concept) ?? [],
    })),
    corrections: [...course.corrections, ...added].map((each) => ({
      ...(decided.get(each.id) ?? each),
      state: states.get(each.id) ?? null,
    })),
    reports: isEditor
      ? (await reportsOf(theStore().read, id)).map((report) => ({
          ...report,
          front: fronts.get(report.cardId) ?? report.cardId,
        }))
      : [],
  });
}
