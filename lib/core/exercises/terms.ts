/** Knows every name that a course uses for its things: the concepts' names and spellings, and those its answers add. */
import type { ConceptId } from "../ids";
import { isSentence } from "../notes/labels";
import { namesInPart, partsOf } from "./alternatives";
import type { CourseWords } from "./exercise";
import { readMembers } from "./list-members";
import { termKey } from "./term-key";

/** One thing with all its names. Terms that are no concept of the course have none. */
export interface Term {
  concept: ConceptId | null;
  /** What a text is searched for to see whether it speaks of this; `forms` may be everyday words. */
  names: string[];
  /** Everything that may be typed for it. */
  forms: string[];
}

export interface Terms {
  all: Term[];
  /** The keys of all forms. */
  keys: readonly string[];
  named(name: string): Term | null;
}

/** An answer longer than this many characters is prose. */
export const longestTerm = 40;

export const isTermText = (text: string): boolean =>
  text.length <= longestTerm && !text.includes("\n") && /\p{L}/u.test(text) && !isSentence(text);

/** A concept's own names; a bracket in one is another name ("필터(커널)"). */
export const conceptForms = ({ names, also = [] }: CourseWords["concepts"][number]): string[] =>
  [...new Set([...Object.values(names), ...also])].flatMap((name) => {
    const bracket = /^([^()]+)\(([^()]+)\)$/.exec(name);
    return bracket ? [name, bracket[1]?.trim() ?? "", bracket[2]?.trim() ?? ""] : [name];
  });

export function collectTerms({ concepts, cards }: CourseWords): Terms {
  const byKey = new Map<string, Term>();
  const all: Term[] = [];
  const learn = (term: Term, forms: readonly string[]): void => {
    for (const form of forms) {
      const key = termKey(form);
      if (key === "" || byKey.has(key)) continue;
      byKey.set(key, term);
      term.forms.push(form);
    }
  };
  /** A second name from one answer leads to its concept, but only the author's own list is accepted on other cards. */
  const point = (term: Term, forms: readonly string[]): void => {
    for (const form of forms) if (!byKey.has(termKey(form))) byKey.set(termKey(form), term);
  };
  const named = (name: string): Term | null => byKey.get(termKey(name)) ?? null;
  const begin = (concept: ConceptId | null, forms: readonly string[]): void => {
    const term: Term = { concept, names: [], forms: [] };
    learn(term, forms);
    term.names = [...term.forms];
    if (term.forms.length > 0) all.push(term);
  };

  for (const concept of concepts) begin(concept.id, Object.values(concept.names));
  for (const concept of concepts) {
    const term = all.find(({ concept: id }) => id === concept.id);
    if (term) learn(term, conceptForms(concept));
  }
  for (const { back } of cards) {
    const parts = isTermText(back) ? partsOf(back) : [];
    const forms = parts.map(namesInPart);
    if (parts.length !== 1 || (forms[0]?.length ?? 0) < 3) continue;
    const known = forms.flat().flatMap((form) => named(form) ?? []);
    if (known[0]?.concept) point(known[0], forms.flat().slice(1));
    else if (known[0]) learn(known[0], forms.flat().slice(1));
    else begin(null, forms.flat().slice(1));
  }
  for (const card of cards)
    if (card.rule === "R4")
      for (const member of readMembers(card)) {
        const forms = isTermText(member) ? namesInPart(member) : [];
        if (!forms.some(named)) begin(null, forms);
      }
  return { all, keys: all.flatMap(({ forms }) => forms.map(termKey)), named };
}
