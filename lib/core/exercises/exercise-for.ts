/** Decides in which form a note card is asked, from its rule and its words. */
import type { Phase } from "../schedule/memory";
import { namesInPart, partsOf } from "./alternatives";
import { makeChoice } from "./choice";
import type { CardWords, Prepared, Target } from "./exercise";
import { keyWordsOf } from "./key-words";
import { makeList } from "./list-exercise";
import { makeMatching } from "./matching";
import type { Neighbours } from "./neighbours";
import { makeOddOne } from "./odd-one";
import { namesBeside, termAnswerOf } from "./term-answer";
import { isTermText } from "./terms";

const blank = "[ ? ]";

/** R10 (and R9 with words): the sentence with its blanks, when there is one short answer for each. */
function makeCloze(card: CardWords, neighbours: Neighbours): Prepared | null {
  const blanks = card.front.split(blank);
  const count = blanks.length - 1;
  const answers = count === 1 ? [card.back] : partsOf(card.back);
  if (count < 1 || answers.length !== count || !answers.every(isTermText)) return null;
  const targets = answers.map((answer): Target => {
    const names = namesInPart(answer);
    const term = names.flatMap((name) => neighbours.terms.named(name) ?? [])[0];
    const isPhrase = term === undefined && keyWordsOf(answer).length >= 2;
    return { canonical: answer, forms: [...names, ...(term?.forms ?? [])], isPhrase };
  });
  const names = namesBeside(
    targets.flatMap(({ forms }) => forms),
    neighbours,
  );
  return { exercise: { kind: "typed", blanks }, truth: { kind: "typed", targets, names } };
}

/**
 * The form of a card and its truth; only `exercise` may leave the server before the answer. A card in its first steps is
 * a choice where the notes give sure distractors, later it is typed. The same seed gives the same form.
 */
export function exerciseFor(
  card: CardWords,
  neighbours: Neighbours,
  { phase, seed }: { phase: Phase; seed: number },
): Prepared {
  const made =
    makeMatching(card, seed) ??
    makeOddOne(card, seed) ??
    makeCloze(card, neighbours) ??
    makeList(card, neighbours, seed);
  if (made) return made;
  const answer = termAnswerOf(card, neighbours);
  if (!answer) return { exercise: { kind: "reveal" }, truth: { kind: "reveal" } };
  const isFirstSteps = phase === "new" || phase === "learning";
  const choice = isFirstSteps ? makeChoice(card, answer, neighbours, seed) : null;
  const { target, names } = answer;
  return choice ?? { exercise: { kind: "typed" }, truth: { kind: "typed", targets: [target], names } };
}
