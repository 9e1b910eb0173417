/** Decides the options of a choice: the answer among names that are surely not the answer. */
import type { ConceptId } from "../ids";
import { shownName } from "../notes/names";
import { createRng, type Rng } from "../rng";
import type { Locale } from "../text";
import { scriptOf, withoutBracket } from "./alternatives";
import type { CardWords, Prepared } from "./exercise";
import { explainOption } from "./explain-option";
import { letterOptions } from "./letter-options";
import type { CourseConcept, Neighbours } from "./neighbours";
import { surelyWrong } from "./surely-wrong";
import type { TermAnswer } from "./term-answer";
import { termKey } from "./term-key";

const fewestDistractors = 2;
const mostDistractors = 3;
/** Which of its names each concept is offered by: the usual one if the card writes it, else the one in the same script. */
function optionNamer(right: CourseConcept, answer: TermAnswer, locale: Locale) {
  const usual = (concept: CourseConcept) => withoutBracket(shownName(concept.names, locale));
  const isWritten = answer.written.some((name) => termKey(name) === termKey(usual(right)));
  if (answer.asks === "term" && isWritten) return usual;
  const script = scriptOf(withoutBracket(answer.target.canonical));
  return ({ names }: CourseConcept): string | null => {
    const name = script === "hangul" ? names.ko : names.en;
    return name && scriptOf(name) === script ? withoutBracket(name) : null;
  };
}

/** From here on a name is of another kind or branch and easy to tell: taken only where others are missing. */
const far = 2;

/** Siblings of the same kind are at 0, others of the same kind and branch at 1. */
function distanceTo(id: ConceptId, right: ConceptId, { lineageOf, isKind }: Neighbours): number {
  const [mine, its] = [lineageOf(id), lineageOf(right)];
  const isSameKind = isKind(id) === isKind(right);
  const isSameBranch = mine.at(-1) === its.at(-1);
  return (mine[1] === its[1] ? 0 : isSameBranch ? 1 : 2 * far) + (isSameKind ? 0 : far);
}

const areAlike = (one: string, other: string): boolean => {
  const [short = 0, long = 0] = [one.length, other.length].sort((a, b) => a - b);
  return long <= 3 * short || long - short <= 6;
};

interface Candidate {
  concept: CourseConcept;
  text: string;
  distance: number;
  isSameScript: boolean;
}

/** Near ones in drawn order; far ones only as many as a choice cannot do without. */
function pickDistractors(
  pool: readonly Candidate[],
  isSurelyWrong: (id: ConceptId) => boolean,
  rng: Rng,
): Candidate[] {
  const drawn = rng
    .shuffle(pool)
    .sort(
      (one, other) => one.distance - other.distance || Number(other.isSameScript) - Number(one.isSameScript),
    );
  const picked: Candidate[] = [];
  for (const candidate of drawn) {
    const most = candidate.distance < far ? mostDistractors : fewestDistractors;
    if (picked.length >= most) break;
    if (isSurelyWrong(candidate.concept.id)) picked.push(candidate);
  }
  return picked;
}

/** Null when the notes leave fewer than two names that are surely wrong. The same seed gives the same options. */
export function makeChoice(
  card: CardWords,
  answer: TermAnswer,
  neighbours: Neighbours,
  seed: number,
): Prepared | null {
  const { asks, concept } = answer;
  if (asks === "expansion" || concept === null) return null;
  const right = neighbours.conceptOf(concept);
  const nameOf = right && optionNamer(right, answer, neighbours.locale);
  const rightText = right && nameOf?.(right);
  const accepted = new Set(answer.target.forms.map(termKey));
  if (!right || !nameOf || !rightText || !accepted.has(termKey(rightText))) return null;

  const pool = neighbours.concepts.flatMap((concept): Candidate[] => {
    const text = nameOf(concept);
    const isItsOwn = text !== null && neighbours.terms.named(text)?.concept === concept.id;
    if (!isItsOwn || accepted.has(termKey(text)) || !areAlike(text, rightText)) return [];
    const isSameKind = neighbours.isKind(concept.id) === neighbours.isKind(right.id);
    if (asks === "term" && !isSameKind) return [];
    const distance = distanceTo(concept.id, right.id, neighbours);
    return [{ concept, text, distance, isSameScript: scriptOf(text) === scriptOf(rightText) }];
  });
  const rng = createRng(seed);
  const isSurelyWrong = surelyWrong(card, { ...answer, concept }, neighbours);
  const distractors = pickDistractors(pool, isSurelyWrong, rng);
  if (distractors.length < fewestDistractors) return null;

  const shuffled = rng.shuffle([{ concept: right, text: rightText }, ...distractors]);
  const options = letterOptions(shuffled.map(({ text }) => text));
  const id = options.find(({ text }) => text === rightText)?.id ?? "";
  const feedback = Object.fromEntries(
    shuffled.flatMap(({ concept, text }, at) =>
      concept === right ? [] : [[options[at]?.id, explainOption(concept, text, asks, neighbours)]],
    ),
  );
  return { exercise: { kind: "choice", options }, truth: { kind: "choice", id, feedback } };
}
