/** What the exercises of a card have to know of its course: all names, and what the notes say of two concepts at once. */
import type { ConceptId } from "../ids";
import type { Locale } from "../text";
import { scriptOf, wordsIn } from "./alternatives";
import type { CardWords, CourseWords } from "./exercise";
import { collectTerms, type Terms } from "./terms";

export type CourseConcept = CourseWords["concepts"][number];

/** One course in the words of one language; make it once and use it for every card. */
export interface Neighbours {
  locale: Locale;
  concepts: readonly CourseConcept[];
  cards: readonly CardWords[];
  terms: Terms;
  spellings: Readonly<Record<string, string>>;
  conceptOf(id: ConceptId): CourseConcept | undefined;
  /** From the concept itself up to its root. */
  lineageOf(id: ConceptId): ConceptId[];
  isKind(id: ConceptId): boolean;
  /** Whether a text names the concept by one of its proper names. */
  isNamedIn(id: ConceptId, text: string): boolean;
  /** Whether the notes say of `from` that it repairs `to`, rightly or not. */
  isRemedy(from: ConceptId, to: ConceptId): boolean;
  /** Whether a statement about one may hold of the other as well; when in doubt, it may. */
  mayShare(one: ConceptId, other: ConceptId): boolean;
  /** Whether a card asks how two concepts differ, so that neither can be taken for the other. */
  areContrasted(one: ConceptId, other: ConceptId): boolean;
}

const contrast = /다른가요|다르|차이|구별|\bdiffer|\btell .{1,60} from\b|\bdistinguish|\bversus\b|\bvs\b/i;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Latin names stand as whole words, Korean ones may carry particles and be spaced in other ways. */
function patternOf(name: string): RegExp {
  const words = wordsIn(name).map(escaped).join("[\\s-]*");
  const isLatin = scriptOf(name) === "latin";
  return isLatin
    ? new RegExp(`(?<![A-Za-z0-9])${words}(?:e?s)?(?![A-Za-z0-9])`, "i")
    : new RegExp(words, "i");
}

/** Whether a text holds one of the names; a bracket in a name is another name. */
export function nameFinder(names: readonly string[]): (text: string) => boolean {
  const parts = names.flatMap((name) => name.split(/[()]/)).filter((name) => wordsIn(name).length > 0);
  const patterns = parts.map(patternOf);
  return (text) => patterns.some((pattern) => pattern.test(text));
}

export function neighboursOf(course: CourseWords, locale: Locale): Neighbours {
  const { concepts, links, cards, spellings = {} } = course;
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const pairs = new Map<string, boolean>();

  const lineageOf = (id: ConceptId): ConceptId[] => {
    const line: ConceptId[] = [];
    for (let at: ConceptId | null = id; at && !line.includes(at); at = byId.get(at)?.parent ?? null)
      line.push(at);
    return line;
  };
  const kinds = new Set(links.flatMap(({ from, kind }) => (kind === "kind-of" ? from : [])));
  const isKind = (id: ConceptId) => kinds.has(id);
  const finders = new Map(concepts.map(({ id, names }) => [id, nameFinder(Object.values(names))]));
  const isNamedIn = (id: ConceptId, text: string) => finders.get(id)?.(text) ?? false;
  const isRemedy = (from: ConceptId, to: ConceptId) =>
    links.some(
      (link) =>
        link.from === from && link.to === to && (link.kind === "remedies" || link.kind === "disputed"),
    );
  const contrasts = cards.filter(({ front }) => contrast.test(front));
  const areContrasted = (one: ConceptId, other: ConceptId) =>
    contrasts.some(({ front }) => isNamedIn(one, front) && isNamedIn(other, front));

  /**
   * Kin share statements: what holds of the kind may hold of its kinds. So may kinds that one card speaks of together,
   * unless it only lists them (R4).
   */
  const decide = (one: ConceptId, other: ConceptId): boolean => {
    if (lineageOf(one).includes(other) || lineageOf(other).includes(one)) return true;
    const isLinked = links.some(
      ({ from, to, kind }) =>
        kind !== "prerequisite" && ((from === one && to === other) || (from === other && to === one)),
    );
    if (isLinked) return true;
    if (!isKind(one) || !isKind(other) || areContrasted(one, other)) return false;
    const speaksOf = (card: CardWords, id: ConceptId) =>
      card.concept === id || isNamedIn(id, card.front) || isNamedIn(id, card.back);
    return cards.some((card) => card.rule !== "R4" && speaksOf(card, one) && speaksOf(card, other));
  };
  const mayShare = (one: ConceptId, other: ConceptId): boolean => {
    const key = [one, other].sort().join("\n");
    const known = pairs.get(key) ?? decide(one, other);
    pairs.set(key, known);
    return known;
  };

  return {
    locale,
    concepts,
    cards,
    terms: collectTerms(course),
    spellings,
    conceptOf: (id) => byId.get(id),
    lineageOf,
    isKind,
    isNamedIn,
    isRemedy,
    mayShare,
    areContrasted,
  };
}
