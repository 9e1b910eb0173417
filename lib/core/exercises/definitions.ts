/** Finds what the cards of a course say about a concept in one line. */
import type { ConceptId } from "../ids";
import type { CardWords } from "./exercise";
import type { Neighbours } from "./neighbours";
import { findTerm } from "./term-answer";

const asksMeaning =
  /(?:이란|란|의) (?:무엇|뜻|정의)|뜻은\?|정의는\?|^what (?:is|are) (?:an? |the )?[^?]{1,60}\?$|mean\?$/i;

/** Questions about names, or about what the notes think, explain nothing. */
const asksBesides = /이름|노트에서|\bnames?\b|\bnotes\b/i;

/** A card that says what the concept is, or else another of its own one-line cards. */
export function explainingCard(
  concept: ConceptId,
  neighbours: Neighbours,
): { card: CardWords; isDefinition: boolean } | null {
  const own = neighbours.cards.filter(
    (card) =>
      card.concept === concept &&
      ["R1", "R5", "hand"].includes(card.rule) &&
      !card.back.includes("\n") &&
      !asksBesides.test(card.front) &&
      neighbours.isNamedIn(concept, card.front) &&
      findTerm(card, neighbours.terms) === null,
  );
  const isDefinition = ({ front }: CardWords) => asksMeaning.test(front);
  const definition = own.find(isDefinition);
  const card = definition ?? own[0];
  return card ? { card, isDefinition: definition !== undefined } : null;
}

/** Words that stand for the concept and do not name it: its definition, or the description that a card asks by. */
export function meaningOf(concept: ConceptId, neighbours: Neighbours): string | null {
  const { cards, isNamedIn, terms } = neighbours;
  const explaining = explainingCard(concept, neighbours);
  if (explaining?.isDefinition && !isNamedIn(concept, explaining.card.back)) return explaining.card.back;
  const asking = cards.find((card) => {
    const isOwn = card.concept === concept && ["R2", "R5"].includes(card.rule);
    return isOwn && findTerm(card, terms)?.term.concept === concept && !isNamedIn(concept, card.front);
  });
  return asking ? (/\n[“"](.+)[”"]$/s.exec(asking.front)?.[1] ?? asking.front) : null;
}
