/** A card as a version of the notes has it, with the words it was made from. */
import type { CardId, ConceptId } from "../../ids";
import type { Course, Lines, Rule } from "../course";

export interface KnownCard {
  id: CardId;
  concept: ConceptId;
  rule: Rule;
  front: string;
  back: string;
  file: string;
  lines: Lines;
  /** The cited lines as written. */
  source: string;
  /** No longer made from the notes; it may return. */
  isRetired: boolean;
}

export interface Place {
  file: string;
  line: number;
  text: string;
}

/** Where a card stands, with the first of its lines. */
export const placeOf = ({ file, lines, source }: KnownCard): Place => ({
  file,
  line: lines[0],
  text: source.split("\n")[0]?.trim() ?? "",
});

/** The cards of a compiled course with their source lines. */
export function knownCards(course: Course, files: readonly { file: string; text: string }[]): KnownCard[] {
  const linesByFile = new Map(files.map(({ file, text }) => [file, text.split(/\r\n?|\n/)]));
  return course.cards.map(({ id, concept, rule, front, back, file, lines }) => ({
    id,
    concept,
    rule,
    front,
    back,
    file,
    lines,
    source: sourceOf(linesByFile.get(file) ?? [], lines),
    isRetired: false,
  }));
}

export const sourceOf = (lines: readonly string[], [from, to]: Lines): string =>
  lines.slice(from - 1, to).join("\n");
