import type { CardWords, Prepared } from "@/lib/core/exercises/exercise";
import { exerciseFor } from "@/lib/core/exercises/exercise-for";
import { type Neighbours, neighboursOf } from "@/lib/core/exercises/neighbours";
import type { UserId } from "@/lib/core/ids";
import { taughtSide } from "@/lib/core/notes/stored-course";
import { seedOf } from "@/lib/core/rng";
import type { Locale } from "@/lib/core/text";
import type { CardState } from "@/lib/db/card-state";
import type { CardRow } from "@/lib/db/courses";
import type { CourseIndex } from "./course-index";

/** By the cards of a course: those of one version are the same for every learner and request. */
const kept = new WeakMap<CourseIndex["cards"], Map<Locale, Neighbours>>();

/** What exercises know of a course in one language; made once for each version of it. */
function neighboursIn(course: CourseIndex, locale: Locale): Neighbours {
  const known = kept.get(course.cards) ?? new Map<Locale, Neighbours>();
  kept.set(course.cards, known);
  const neighbours = known.get(locale) ?? neighboursOf(wordsOf(course, locale), locale);
  known.set(locale, neighbours);
  return neighbours;
}

function wordsOf({ concepts, cards, links, outline }: CourseIndex, locale: Locale) {
  const also = new Map(outline?.concepts.map((concept) => [concept.id, concept.also ?? []]));
  return {
    concepts: [...concepts.values()].map((concept) => ({ ...concept, also: also.get(concept.id) ?? [] })),
    // A matching card repeats what others say, of several concepts at once: it tells nothing about any of them.
    cards: [...cards.values()].flatMap((card) =>
      card.rule === "match" ? [] : (cardWords(card, locale) ?? []),
    ),
    links,
    spellings: outline?.spellings ?? {},
  };
}

function cardWords({ id, concept, rule, sides, edit, family }: CardRow, locale: Locale): CardWords | null {
  const side = family === null ? taughtSide(sides, edit, locale) : null;
  return side && { id, concept, rule, ...side };
}

/** The form in which a learner is asked this card in this state: always the same one, with its truth. */
export function preparedExercise(
  userId: UserId,
  course: CourseIndex,
  card: CardRow,
  state: CardState,
  locale: Locale,
): Prepared | null {
  const words = cardWords(card, locale);
  if (!words) return null;
  const seed = seedOf(`${userId}:${card.id}:${state.revision}`);
  return exerciseFor(words, neighboursIn(course, locale), { phase: state.phase, seed });
}
