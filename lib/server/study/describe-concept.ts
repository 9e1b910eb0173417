import type { ConceptId, CourseId } from "@/lib/core/ids";
import type { Lines, Rule } from "@/lib/core/notes/course";
import { taughtSide, type Words } from "@/lib/core/notes/stored-course";
import { precedences, sameGroup } from "@/lib/core/study/concept-links";
import type { CardMemory, Mastery } from "@/lib/core/study/mastery";
import { inLocale, type Locale, locales } from "@/lib/core/text";
import type { CardRow } from "@/lib/db/courses";
import { type CourseIndex, pathOf } from "./course-index";
import { titleOf } from "./variant";

export interface ConceptFigures extends Mastery {
  id: ConceptId;
  name: string;
  /** The name in the other language, or the short form; empty when there is none. */
  otherName: string;
  /** The short form; empty when there is none. */
  abbreviation: string;
  /** Names of the concepts above it, from the top. */
  above: string[];
}

export interface ConceptLink {
  id: ConceptId;
  name: string;
}

/** Cards of one kind: made by one rule from the notes, or one computed skill. */
export interface CardKind {
  rule: Rule;
  /** Name of the computed skill; null for note cards. */
  skill: string | null;
  /** Its family, under which it can be practised. */
  family: string | null;
  cards: number;
  seen: number;
}

export interface ChosenConcept extends ConceptFigures {
  courseId: CourseId;
  /** Its first definition or term, as the card asks and answers it; null when no card defines it. */
  definition: { locale: Locale; value: Words } | null;
  kinds: CardKind[];
  /** Worth knowing first. */
  before: ConceptLink[];
  /** Built on it. */
  after: ConceptLink[];
  near: ConceptLink[];
  source: { locale: Locale; lines: Lines; text: { line: number; text: string }[] };
}

/** A concept with what is known about it and where it comes from. */
export interface OfCourse {
  course: CourseIndex;
  cards: CardRow[];
  figures: ConceptFigures;
}

/** The names of a concept as a page shows them. */
export function namesOf(course: CourseIndex, id: ConceptId, locale: Locale) {
  const path = pathOf(course, id, locale).map(({ name }) => name);
  const name = path.at(-1) ?? id;
  const { ko, en, abbr } = course.concepts.get(id)?.names ?? {};
  const otherName = [locale === "ko" ? en : ko, abbr].find((other) => other && other !== name) ?? "";
  return { id, name, otherName, abbreviation: abbr ?? "", above: path.slice(0, -1) };
}

/** Everything that the page says about one concept. */
export function describeConcept(
  { course, cards, figures }: OfCourse,
  memories: ReadonlyMap<string, CardMemory>,
  locale: Locale,
): ChosenConcept {
  const { id } = figures;
  const pairs = precedences(course.links);
  const linkTo = (others: readonly ConceptId[]): ConceptLink[] =>
    others.flatMap((other) => pathOf(course, other, locale).at(-1) ?? []);
  const before = pairs.flatMap((pair) => (pair.after === id ? [pair.before] : []));
  const after = pairs.flatMap((pair) => (pair.before === id ? [pair.after] : []));
  const isNamed = new Set([...before, ...after]);
  return {
    ...figures,
    courseId: course.id,
    definition: definitionIn(cards, locale),
    kinds: kindsOf(cards, memories, locale),
    before: linkTo(before),
    after: linkTo(after),
    near: linkTo(sameGroup(course.links, id).filter((other) => !isNamed.has(other))),
    source: sourceIn(course, id, cards, locale),
  };
}

/** In the person's language, else in another one. */
function definitionIn(cards: readonly CardRow[], locale: Locale): ChosenConcept["definition"] {
  const card = cards.find(({ rule }) => rule === "R1") ?? cards.find(({ rule }) => rule === "R5");
  if (!card) return null;
  const words: Partial<Record<Locale, Words>> = {};
  for (const each of locales) {
    const side = taughtSide(card.sides, card.edit, each);
    if (side) words[each] = { front: side.front, back: side.back };
  }
  return inLocale(words, locale);
}

function kindsOf(
  cards: readonly CardRow[],
  memories: ReadonlyMap<string, CardMemory>,
  locale: Locale,
): CardKind[] {
  const kinds = new Map<string, CardKind>();
  for (const { id, rule, family } of cards) {
    const key = family ?? rule;
    const kind = kinds.get(key) ?? {
      rule,
      skill: family && titleOf(family)[locale],
      family,
      cards: 0,
      seen: 0,
    };
    const isSeen = (memories.get(id)?.phase ?? "new") !== "new";
    kinds.set(key, { ...kind, cards: kind.cards + 1, seen: kind.seen + (isSeen ? 1 : 0) });
  }
  return [...kinds.values()];
}

/** The lines of the note that the concept stands in; those of its translation where that has the same lines. */
function sourceIn(course: CourseIndex, id: ConceptId, cards: readonly CardRow[], locale: Locale) {
  const concept = course.concepts.get(id);
  const [from, to] = concept?.lines ?? [1, 0];
  const pairs = cards.flatMap(({ sides: { ko, en } }) => (ko && en ? [{ ko, en }] : []));
  const isLineForLine = pairs.length > 0 && pairs.every(({ ko, en }) => ko.lines[0] === en.lines[0]);
  const isWrittenIn = (each: Locale) => cards.some(({ sides }) => sides[each]?.file === concept?.file);
  const own = locales.find(isWrittenIn) ?? "ko";
  const shown = isLineForLine ? locale : own;
  const file = isLineForLine ? pairs[0]?.[shown].file : concept?.file;
  const lines = course.notes.get(file ?? "")?.lines.slice(from - 1, to) ?? [];
  return {
    locale: shown,
    lines: [from, to] as Lines,
    text: lines.flatMap((text, at) => (text.trim() === "" ? [] : [{ line: from + at, text }])),
  };
}
