/** Decides whether a concept can be offered as a wrong answer: only where the notes leave no doubt. */
import type { ConceptId } from "../ids";
import type { CardWords } from "./exercise";
import type { Neighbours } from "./neighbours";
import type { TermAnswer } from "./term-answer";

/**
 * Whether a card cites the same lines and speaks of the concept. R5 is a definition and fits one thing only; any other
 * statement may fit a neighbour of the list it stands in.
 */
function isSpokenOfHere(id: ConceptId, card: CardWords, { cards, isNamedIn }: Neighbours): boolean {
  return cards.some((other) => {
    const isInside = other.lines[0] >= card.lines[0] && other.lines[1] <= card.lines[1];
    const isAround = other.lines[0] <= card.lines[0] && other.lines[1] >= card.lines[1];
    const isHere = other.file === card.file && (isInside || (isAround && card.rule !== "R5"));
    return isHere && (other.concept === id || isNamedIn(id, `${other.front}\n${other.back}`));
  });
}

/**
 * A name asked for belongs to one thing. A description has to be sure not to fit: the concept is neither kin nor told of
 * together with the answer, repairs nothing that this card is about, and neither does what it is a part or kind of.
 */
export function isSurelyWrong(
  id: ConceptId,
  card: CardWords,
  { asks, concept: right }: TermAnswer,
  neighbours: Neighbours,
): boolean {
  if (right === null || id === right || neighbours.isNamedIn(id, card.front)) return false;
  if (asks !== "term") return true;
  const shared = neighbours.lineageOf(right);
  return neighbours.lineageOf(id).every((each) => {
    if (each !== id && shared.includes(each)) return true;
    if (neighbours.mayShare(each, right) || neighbours.isRemedy(each, card.concept)) return false;
    return neighbours.areContrasted(each, right) || !isSpokenOfHere(each, card, neighbours);
  });
}
