import type { CardId, ConceptId } from "@/lib/core/ids";
import { shownName } from "@/lib/core/notes/names";
import { taughtSide, type Words } from "@/lib/core/notes/stored-course";
import type { Person } from "@/lib/core/people/person";
import { type CardText, foldName, textOfCard } from "@/lib/core/study/search-cards";
import { type Locale, locales, type Text } from "@/lib/core/text";
import type { CardRow } from "@/lib/db/courses";
import { type CourseIndex, coursesOf } from "../study/course-index";
import { exampleAsk } from "./example-ask";

/** A card as the browser of cards knows it, the same for every learner of its course. */
export interface ListedCard {
  cardId: CardId;
  /** What it asks and answers in each language that it has; a computed card answers nothing beforehand. */
  words: Partial<Record<Locale, Words>>;
  isComputed: boolean;
  conceptId: ConceptId;
  conceptName: Text;
  text: CardText;
  concepts: ReadonlySet<string>;
}

const kept = new WeakMap<CourseIndex, ListedCard[]>();

/** The cards of a person's courses in the order of the notes. A course is read once for everybody who studies it. */
export async function listCards(person: Person): Promise<ListedCard[]> {
  return (await coursesOf(person.id)).flatMap((course) => {
    const listed = kept.get(course) ?? [...course.cards.values()].map((card) => listCard(course, card));
    kept.set(course, listed);
    return listed;
  });
}

function listCard(course: CourseIndex, card: CardRow): ListedCard {
  const words = wordsOf(card);
  const concepts = conceptsAbove(course, card.concept);
  const names = concepts[0]?.names ?? {};
  const spellings = (id: ConceptId) => course.outline?.concepts.find((each) => each.id === id)?.also ?? [];
  return {
    cardId: card.id,
    words,
    isComputed: card.family !== null,
    conceptId: card.concept,
    conceptName: {
      ko: shownName(names, "ko") || card.concept,
      en: shownName(names, "en") || card.concept,
    },
    text: textOfCard([
      ...Object.values(words).flatMap(({ front, back }) => [front, back]),
      ...Object.values(names),
      ...spellings(card.concept),
    ]),
    concepts: new Set(
      concepts
        .flatMap((each) => [each.id, ...Object.values(each.names), ...spellings(each.id)])
        .map(foldName),
    ),
  };
}

/** The words of a card in each language; a computed card has its title and the question with example numbers. */
export function wordsOf(card: CardRow): Partial<Record<Locale, Words>> {
  const ask = card.family === null ? null : exampleAsk(card.family);
  const words: Partial<Record<Locale, Words>> = {};
  for (const locale of locales) {
    const side = taughtSide(card.sides, card.edit, locale);
    if (ask) words[locale] = { front: ask.title[locale], back: ask.prompt[locale] };
    else if (side) words[locale] = { front: side.front, back: side.back };
  }
  return words;
}

/** The concept and those above it, nearest first. */
function conceptsAbove(course: CourseIndex, conceptId: ConceptId) {
  const above = [];
  let concept = course.concepts.get(conceptId);
  while (concept && above.length < 20) {
    above.push(concept);
    concept = concept.parent === null ? undefined : course.concepts.get(concept.parent);
  }
  return above;
}
