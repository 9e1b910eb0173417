/** A card before it has an id, siblings and the author's own words. */
import type { Text } from "../text";
import type { Concept, Rule, Translation } from "./course";

export interface Draft {
  concept: Concept;
  rule: Rule;
  /** Which way it asks; with the rule and the words of the item it makes the id. */
  direction: string;
  front: string;
  back: string;
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
  /** The author's own words in both languages, where there are any. */
  own?: { front?: Text; back?: Text };
  translation?: Translation;
  /** A name for a card that the author wrote. */
  handId?: string;
}
