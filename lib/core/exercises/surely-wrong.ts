/** Decides whether a concept can be offered as a wrong answer: only where the notes leave no doubt. */
import type { ConceptId } from "../ids";
import type { CardWords } from "./exercise";
import type { Neighbours } from "./neighbours";
import type { TermAnswer } from "./term-answer";

/**
 * Cards of the same lines: what they speak of may share the statement. R2 and R5 ask by a definition, which fits one
 * thing only; any other statement may fit a neighbour of the list it stands in.
 */
function cardsHere(card: CardWords, cards: readonly CardWords[]): CardWords[] {
  const [from, to] = card.lines;
  const isDefinition = card.rule === "R2" || card.rule === "R5";
  return cards.filter(({ file, lines: [first, last] }) => {
    const isInside = first >= from && last <= to;
    const isAround = first <= from && last >= to;
    return file === card.file && (isInside || (isAround && !isDefinition));
  });
}

/**
 * A name asked for belongs to one thing. A description has to be sure not to fit: the concept is neither kin nor told of
 * together with the answer, repairs nothing that this card is about, and neither does what it is a part or kind of.
 */
export function surelyWrong(
  card: CardWords,
  { asks, concept: right }: TermAnswer & { concept: ConceptId },
  neighbours: Neighbours,
): (id: ConceptId) => boolean {
  const { areContrasted, isNamedIn, isRemedy, lineageOf, mayShare } = neighbours;
  const shared = lineageOf(right);
  const here = cardsHere(card, neighbours.cards);
  const isSpokenOf = (id: ConceptId) =>
    here.some(({ concept, front, back }) => concept === id || isNamedIn(id, front) || isNamedIn(id, back));
  const isApart = (id: ConceptId) =>
    !mayShare(id, right) && !isRemedy(id, card.concept) && (areContrasted(id, right) || !isSpokenOf(id));
  return (id) => {
    if (id === right || isNamedIn(id, card.front)) return false;
    if (asks !== "term") return true;
    return lineageOf(id).every((each) => (each !== id && shared.includes(each)) || isApart(each));
  };
}
