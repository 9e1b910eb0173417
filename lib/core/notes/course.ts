/** What a Markdown note becomes. The compiler makes these values; nothing here reads a file. */
import type { CardId, ConceptId } from "../ids";
import type { Locale, Text } from "../text";

/** First and last line in the note, counted from 1, both included. */
export type Lines = [from: number, to: number];

/**
 * The rules of content/README.md, R11 being the guard that makes none; `hand` is a card written in a course's data file,
 * `match` one that pairs the terms of several others with their meanings.
 */
export type Rule = "R1" | "R2" | "R3" | "R4" | "R5" | "R6" | "R7" | "R8" | "R9" | "R10" | "hand" | "match";

export interface Concept {
  id: ConceptId;
  names: { ko?: string; en?: string; abbr?: string };
  parent: ConceptId | null;
  file: string;
  lines: Lines;
}

/** A picture of the course's own folder, and what it shows in words. */
export interface Image {
  /** Path from the note's folder. */
  src: string;
  alt: string;
}

/** The words of a card in one language, and the lines of the note they come from. */
export interface CardSide {
  front: string;
  back: string;
  file: string;
  lines: Lines;
  /** For a choice: what can be chosen; `back` is the right one. */
  options?: string[];
}

/** A card's words in the notes' other language. */
export interface Translation extends CardSide {
  locale: Locale;
}

/** Its own front, back and place are those of the first language. */
export interface Card extends CardSide {
  /** Stable while a person would call it the same card: made of concept, rule, direction and place in the item, never of a line number. */
  id: CardId;
  concept: ConceptId;
  rule: Rule;
  /** Cards of the same sentence: showing one gives the others away, so they never meet on one day. */
  siblings: CardId[];
  /** E-number of the correction that the back follows. */
  correction?: string;
  /** The same card in the notes' other language, where there is one. */
  translation?: Translation;
  images?: Image[];
  /** The family that asks the same with fresh numbers. */
  family?: string;
}

/** `disputed` keeps what the notes say where a correction says otherwise; it is shown with its mark and never asked. */
export type LinkKind = "part-of" | "kind-of" | "remedies" | "prerequisite" | "disputed";
export interface Link {
  from: ConceptId;
  to: ConceptId;
  kind: LinkKind;
  file: string;
  line: number;
  /** E-number of the correction that this link follows, or that disputes it. */
  correction?: string;
}

export interface Warning {
  file: string;
  line: number;
  code: string;
  message: string;
}

export interface Course {
  /** `locale` is the language that fronts and backs are in. */
  course: { title: string; locale: Locale };
  concepts: Concept[];
  cards: Card[];
  links: Link[];
  warnings: Warning[];
}

/** `err` is plainly wrong: such a sentence is never taught or asked as right. */
export type CorrectionKind = "err" | "imp" | "inc" | "op" | "typo" | "str";
export interface Correction {
  id: string;
  kind: CorrectionKind;
  /** A piece of the source text that anchors the correction, so that it survives moved lines. */
  anchor: string;
  /** Further sentences that the same correction is about. */
  also?: string[];
  /** What to teach instead, one or two sentences. */
  text: Text;
}
