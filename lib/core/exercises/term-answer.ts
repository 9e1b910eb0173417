/** Decides whether the answer of a card is a term, which one, and what may be typed for it. */
import type { ConceptId } from "../ids";
import { initialsOf, namesInPart, partsOf, scriptOf } from "./alternatives";
import type { CardWords, Names, Target } from "./exercise";
import { type Neighbours, nameFinder } from "./neighbours";
import { termKey } from "./term-key";
import { isTermText, type Term, type Terms } from "./terms";

export interface TermAnswer {
  target: Target;
  /** The names that the answer itself is written with. */
  written: string[];
  names: Names;
  concept: ConceptId | null;
  /**
   * What the front gives: a description of the thing, its name in another script, or a short form to write out (whose
   * letters give the answer away among others).
   */
  asks: "term" | "translation" | "expansion";
}

/** The keys of every name of the course but these, for telling a slip of the fingers from another thing. */
export function namesBeside(forms: readonly string[], { terms, spellings }: Neighbours): Names {
  const own = new Set(forms.map(termKey));
  const others = terms.keys.filter((key) => !own.has(key));
  return { others, spellings };
}

/** A name asked for by another: the other script's names, or what the letters of the `short` form stand for. */
function formsAskedFor(term: Term, back: readonly string[], short: string | undefined): string[] {
  const script = scriptOf(back[0] ?? "");
  const fitting = term.forms.filter(
    (form) =>
      scriptOf(form) === script && (short === undefined || initialsOf(form).startsWith(short.toLowerCase())),
  );
  return [...back, ...fitting];
}

/** The one thing that all names of an answer belong to; null for prose, a number, and words that are no name here. */
export function findTerm({ back }: CardWords, terms: Terms): { term: Term; parts: string[] } | null {
  if (!isTermText(back)) return null;
  const parts = terms.named(back) ? [back] : partsOf(back);
  const found = parts.map((part) => namesInPart(part).flatMap((name) => terms.named(name) ?? [])[0]);
  const term = found[0];
  return term && found.every((other) => other === term) ? { term, parts } : null;
}

/** What may be typed for a card whose answer is a term; null for every other card. */
export function termAnswerOf(card: CardWords, neighbours: Neighbours): TermAnswer | null {
  const found = findTerm(card, neighbours.terms);
  if (!found) return null;
  const { term, parts } = found;
  const names = parts.flatMap(namesInPart);
  const isNamed = nameFinder(term.names)(card.front);
  const back = names.length > parts.length ? names.filter((name) => !parts.includes(name)) : names;
  const script = scriptOf(back[0] ?? "");
  const short = isNamed
    ? term.forms.find((form) => scriptOf(form) === script && nameFinder([form])(card.front))
    : undefined;
  const forms = isNamed ? formsAskedFor(term, back, short) : term.forms;
  return {
    target: { canonical: card.back, forms: [...new Set([...names, ...forms])], isPhrase: false },
    written: names,
    names: namesBeside(term.forms, neighbours),
    concept: term.concept,
    asks: !isNamed ? "term" : short === undefined ? "translation" : "expansion",
  };
}
