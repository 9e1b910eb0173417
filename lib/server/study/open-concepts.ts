import type { CourseId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { precedences } from "@/lib/core/study/concept-links";
import { layOutConcepts } from "@/lib/core/study/concept-map";
import { type DrawnMap, drawMap } from "@/lib/core/study/map-lines";
import type { Locale } from "@/lib/core/text";
import { allStates } from "@/lib/db/memories";
import { theStore } from "../store";
import { cardsByConcept, figuresOf } from "./concept-figures";
import { coursesOf } from "./course-index";
import { type ChosenConcept, type ConceptFigures, describeConcept, type OfCourse } from "./describe-concept";

/** Boxes side by side on the map. */
const mapColumns = 5;

export interface CourseConcepts {
  id: CourseId;
  title: string;
  /** In the order of the notes. */
  concepts: ConceptFigures[];
  map: DrawnMap;
}

export interface Concepts {
  courses: CourseConcepts[];
  chosen: ChosenConcept | null;
}

/**
 * What a learner knows of each concept of their courses. `wished` is the concept to look at closely; where there is no
 * such concept it is the weakest of those seen, and before the first review the first of the notes.
 */
export async function openConcepts(
  person: Person,
  locale: Locale,
  now: number,
  wished: { concept: string | null; course: string | null },
): Promise<Concepts> {
  const courses = await coursesOf(person.id);
  const states = await allStates(theStore().read, person.id);
  const memories = new Map(states.map((state) => [state.cardId, state]));
  const opened = courses.map((course) => {
    const cards = cardsByConcept(course);
    const concepts = figuresOf(person, course, { cards, memories, locale, now });
    const pairs = precedences(course.links);
    const map = drawMap(layOutConcepts([...course.concepts.values()], pairs, mapColumns), pairs);
    return { course, cards, concepts, map };
  });
  const all = opened.flatMap(({ course, cards, concepts }) =>
    concepts.map((figures) => ({ course, cards: cards.get(figures.id) ?? [], figures })),
  );
  const isWished = ({ course, figures }: OfCourse) =>
    figures.id === wished.concept && (wished.course === null || course.id === wished.course);
  const chosen = all.find(isWished) ?? weakest(all) ?? all[0];
  return {
    courses: opened.map(({ course: { id, title }, concepts, map }) => ({ id, title, concepts, map })),
    chosen: chosen ? describeConcept(chosen, memories, locale) : null,
  };
}

function weakest(all: readonly OfCourse[]): OfCourse | undefined {
  const seen = all.filter(({ figures }) => figures.seen > 0);
  return seen.sort((a, b) => a.figures.mastery - b.figures.mastery)[0];
}
