/** Adds to a course a card for each set of terms that can be paired with their meanings in exactly one way. */
import { explainingCard } from "../exercises/definitions";
import type { CardWords } from "../exercises/exercise";
import { type MatchingSet, proposeMatchingSets, writeMatching } from "../exercises/matching";
import { type Neighbours, neighboursOf } from "../exercises/neighbours";
import { asId, type CardId } from "../ids";
import type { Locale } from "../text";
import type { Card, CardSide, Course } from "./course";
import type { CardEdit } from "./stored-course";

/**
 * The course with its matching cards, each behind the last card of its terms and cited at the first of them. They are
 * made of the words that are taught: a person's own before those of the notes, and nothing of a card taken out by hand.
 */
export function withMatchingCards(course: Course, edits: ReadonlyMap<CardId, CardEdit>): Course {
  const { locale } = course.course;
  const own = neighboursIn(course, edits, locale);
  const sets = proposeMatchingSets(own);
  if (sets.length === 0) return course;
  const other = course.cards.find(({ translation }) => translation)?.translation?.locale;
  const others = other && neighboursIn(course, edits, other);
  const cards = [...course.cards];
  for (const set of sets) {
    const side = sideIn(set, own);
    if (!side) continue;
    const translated = others && sideIn(set, others);
    const last = cards.findLastIndex(({ concept }) => set.members.includes(concept));
    const card: Card = {
      id: asId<CardId>(`match:${set.id}`),
      concept: set.concept,
      rule: "match",
      ...side,
      siblings: [],
      ...(translated && { translation: { locale: others.locale, ...translated } }),
    };
    cards.splice(last + 1, 0, card);
  }
  return { ...course, cards };
}

function sideIn(set: MatchingSet, neighbours: Neighbours): CardSide | null {
  const words = writeMatching(set, neighbours);
  const [first] = set.members;
  const place =
    (first && explainingCard(first, neighbours)?.card) ??
    neighbours.cards.find(({ concept }) => concept === first);
  return words && place ? { ...words, file: place.file, lines: place.lines } : null;
}

function neighboursIn(course: Course, edits: ReadonlyMap<CardId, CardEdit>, locale: Locale): Neighbours {
  const cards = course.cards.flatMap((card): CardWords[] => {
    const { id, concept, rule, translation } = card;
    const side = locale === course.course.locale ? card : translation;
    const edit = edits.get(id);
    if (!side || edit?.isDropped) return [];
    const { front, back, file, lines } = side;
    return [{ id, concept, rule, front, back, file, lines, ...edit?.words[locale] }];
  });
  return neighboursOf({ concepts: course.concepts, links: course.links, cards }, locale);
}
