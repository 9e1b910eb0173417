/** Decides whether the answer of a card is a term, which one, and what may be typed for it. */
import type { ConceptId } from "../ids";
import { initialsOf, namesInPart, partsOf, scriptOf } from "./alternatives";
import type { CardWords, Names, Target } from "./exercise";
import { isNameIn, type Neighbours } from "./neighbours";
import { termKey } from "./term-key";
import { isTermText, type Term } from "./terms";

export interface TermAnswer {
  target: Target;
  names: Names;
  concept: ConceptId | null;
  /** Whether the front names the thing and asks for another name of it; else it describes the thing. */
  isNaming: boolean;
}

/** Every name of the course but these, for telling a slip of the fingers from another thing. */
export function namesBeside(forms: readonly string[], { terms, spellings }: Neighbours): Names {
  const own = new Set(forms.map(termKey));
  const others = terms.all.flatMap((term) => term.forms).filter((form) => !own.has(termKey(form)));
  return { others, spellings };
}

/** A name asked for by another: the other script's names, or what the letters of an abbreviation stand for. */
function formsAskedFor(term: Term, shown: readonly string[], back: readonly string[]): string[] {
  const script = scriptOf(back[0] ?? "");
  const short = shown.find((form) => scriptOf(form) === script);
  const fitting = term.forms.filter(
    (form) =>
      scriptOf(form) === script &&
      !shown.some((name) => termKey(name) === termKey(form)) &&
      (short === undefined || initialsOf(form).startsWith(short.toLowerCase())),
  );
  return [...back, ...fitting];
}

/** Null when the answer is no term: prose, a number, or a short phrase that the course uses as no name. */
export function termAnswerOf(card: CardWords, neighbours: Neighbours): TermAnswer | null {
  const { terms } = neighbours;
  if (!isTermText(card.back)) return null;
  const whole = terms.named(card.back);
  const parts = whole ? [card.back] : partsOf(card.back);
  const names = parts.flatMap(namesInPart);
  const found = parts.map((part) => namesInPart(part).flatMap((name) => terms.named(name) ?? [])[0]);
  const term = found[0];
  if (!term || found.some((other) => other !== term)) return null;

  const shown = term.forms.filter((form) => isNameIn(form, card.front));
  const back = names.length > parts.length ? names.filter((name) => !parts.includes(name)) : names;
  const forms = shown.length > 0 ? formsAskedFor(term, shown, back) : [...names, ...term.forms];
  return {
    target: { canonical: card.back, forms: [...new Set([...names, ...forms])], isPhrase: false },
    names: namesBeside(term.forms, neighbours),
    concept: term.concept,
    isNaming: shown.length > 0,
  };
}
