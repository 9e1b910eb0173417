/** A card before it has an id, siblings and the author's own words. */
import type { Concept, Rule } from "./course";
import type { Words } from "./course-data";
import type { NoteNode } from "./note-reader";
import type { Voice } from "./voice";

export interface Written {
  front: string;
  back: string;
  options?: string[];
}

export interface Draft {
  concept: Concept;
  rule: Rule;
  /** Which way it asks; with the rule and the words of the item it makes the id. */
  direction: string;
  /** The card's words in one language, or null where that language does not say it. */
  write: (voice: Voice) => Written | null;
  /** Whose words it says: a language that lacks one of them has no words of the rule for this card. */
  nodes: readonly NoteNode[];
  file: string;
  /** The line of the item or label that the card comes from. */
  at: number;
  /** Lines whose words are asked or answered. */
  cited: number[];
  /** Words of the item; the id is made of these and never of a line number. */
  words: string;
  /** Kept only if the author gave other words: its own words would teach an error. */
  isWrong: boolean;
  correction?: string;
  family?: string;
  /** A name for a card that the author wrote. */
  handId?: string;
  /** The author's words, which stand before those of the rule. */
  own?: { front?: Words; back?: Words };
}
