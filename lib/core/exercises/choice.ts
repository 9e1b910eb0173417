/** Decides the options of a choice: the answer among names that are surely not the answer. */
import type { ConceptId } from "../ids";
import { shownName } from "../notes/names";
import { createRng } from "../rng";
import { scriptOf } from "./alternatives";
import type { CardWords, Option, Prepared } from "./exercise";
import { explainOption } from "./explain-option";
import type { CourseConcept, Neighbours } from "./neighbours";
import type { TermAnswer } from "./term-answer";
import { termKey } from "./term-key";

const fewestDistractors = 2;
const mostDistractors = 3;
const letters = "abcdefghijklmnopqrstuvwxyz";

/** Ids by place: they tell the order on the page and nothing else. */
export const letterOptions = (texts: readonly string[]): Option[] =>
  texts.map((text, at) => ({ id: letters.charAt(at), text }));

/** The name of a concept in the form that all options have; null where it has none. */
function optionName({ names }: CourseConcept, answer: TermAnswer, neighbours: Neighbours): string | null {
  if (!answer.isNaming) return shownName(names, neighbours.locale);
  const name = scriptOf(answer.target.forms[0] ?? "") === "hangul" ? names.ko : names.en;
  const script = scriptOf(answer.target.forms[0] ?? "");
  return name && scriptOf(name) === script ? name : null;
}

/** A name asked for belongs to one thing. A description has to be sure not to fit: neither kin nor told of together. */
function isSurelyWrong(id: ConceptId, card: CardWords, answer: TermAnswer, neighbours: Neighbours): boolean {
  const { cards, isNamedIn, isRemedy, mayShare, areContrasted } = neighbours;
  const right = answer.concept;
  if (right === null || id === right || isNamedIn(id, card.front)) return false;
  if (answer.isNaming) return true;
  if (mayShare(id, right) || isRemedy(id, card.concept)) return false;
  const shareLines = cards.some(
    (other) =>
      other.file === card.file &&
      other.lines[0] <= card.lines[1] &&
      other.lines[1] >= card.lines[0] &&
      (other.concept === id || isNamedIn(id, `${other.front}\n${other.back}`)),
  );
  return !shareLines || areContrasted(id, right);
}

/** Lower is nearer: siblings of the same kind, then of the same branch, then the rest. */
function distanceTo(id: ConceptId, right: ConceptId, { lineageOf, isKind }: Neighbours): number {
  const [mine, its] = [lineageOf(id), lineageOf(right)];
  const isSameKind = isKind(id) === isKind(right);
  const isSibling = mine[1] === its[1];
  const isSameBranch = mine.at(-1) === its.at(-1);
  return (isSibling ? 0 : isSameBranch ? 1 : 4) + (isSameKind ? 0 : 2);
}

const areAlike = (one: string, other: string): boolean => {
  const [short = 0, long = 0] = [one.length, other.length].sort((a, b) => a - b);
  return long <= 3 * short || long - short <= 6;
};

/** Null when the notes leave fewer than two names that are surely wrong. The same seed gives the same options. */
export function makeChoice(
  card: CardWords,
  answer: TermAnswer,
  neighbours: Neighbours,
  seed: number,
): Prepared | null {
  const right = answer.concept === null ? undefined : neighbours.conceptOf(answer.concept);
  const rightText = right && optionName(right, answer, neighbours);
  const isAccepted = (text: string) => answer.target.forms.some((form) => termKey(form) === termKey(text));
  if (!right || !rightText || !isAccepted(rightText)) return null;

  const rng = createRng(seed);
  const pool = neighbours.concepts.flatMap((concept) => {
    const text = optionName(concept, answer, neighbours);
    if (!text || isAccepted(text) || !areAlike(text, rightText)) return [];
    if (!isSurelyWrong(concept.id, card, answer, neighbours)) return [];
    const isSameScript = scriptOf(text) === scriptOf(rightText);
    return [{ concept, text, rank: distanceTo(concept.id, right.id, neighbours) + (isSameScript ? 0 : 1) }];
  });
  const distractors = rng
    .shuffle(pool)
    .sort((one, other) => one.rank - other.rank)
    .slice(0, mostDistractors);
  if (distractors.length < fewestDistractors) return null;

  const shuffled = rng.shuffle([{ concept: right, text: rightText }, ...distractors]);
  const options = letterOptions(shuffled.map(({ text }) => text));
  const id = options.find(({ text }) => text === rightText)?.id ?? "";
  const feedback = Object.fromEntries(
    shuffled.flatMap(({ concept, text }, at) =>
      concept === right ? [] : [[options[at]?.id, explainOption(concept, text, answer.isNaming, neighbours)]],
    ),
  );
  return { exercise: { kind: "choice", options }, truth: { kind: "choice", id, feedback } };
}
