/** What a stored course keeps beside what its notes compile to. */
import type { UserId } from "../ids";
import type { Locale, Text } from "../text";
import type { Correction, Lines } from "./course";

/** The words of a card, without their place. */
export interface Words {
  front: string;
  back: string;
}

/** One language of a card: its words, and the lines of the note they come from. */
export interface Side extends Words {
  file: string;
  lines: Lines;
  /** The cited lines as written; a card that is gone from the notes is known again by them. */
  source: string;
}
export type Sides = Partial<Record<Locale, Side>>;

/** A picture on a card: its path beside the notes, and what stands for it where it cannot be seen. */
export interface CardImage {
  path: string;
  alt: string;
}

/** What a person wrote over a card. `base` is what the notes said then: when that changes, both are shown. */
export interface CardEdit {
  words: Partial<Record<Locale, Words>>;
  base: Partial<Record<Locale, Words>>;
  /** Taken out of the course by hand: no later version of the notes brings it back. */
  isDropped?: true;
  by: UserId;
  at: number;
}

/** A teacher's word on one correction. The last decision about an id counts; an `added` one brings its own correction. */
export interface CorrectionDecision {
  id: string;
  state: "accepted" | "edited" | "dismissed" | "added";
  /** For `edited` and `added`: what is taught instead. */
  text?: Text;
  correction?: Correction;
  by: UserId;
  at: number;
}

/** The corrections that count: edited texts in place, dismissed ones gone, added ones at the end. */
export function decidedCorrections(
  corrections: readonly Correction[],
  decisions: readonly CorrectionDecision[],
): Correction[] {
  const last = new Map(decisions.map((decision) => [decision.id, decision]));
  const added = new Map(
    decisions.flatMap(({ id, correction }) => (correction === undefined ? [] : [[id, correction] as const])),
  );
  return [...corrections, ...added.values()].flatMap((correction) => {
    const decision = last.get(correction.id);
    if (decision?.state === "dismissed") return [];
    return [decision?.text === undefined ? correction : { ...correction, text: decision.text }];
  });
}

/** The words that are taught in one language: a person's own where there are any, else those of the notes. */
export const taughtSide = (sides: Sides, edit: CardEdit | null, locale: Locale): Side | null => {
  const side = sides[locale];
  return side ? { ...side, ...edit?.words[locale] } : null;
};
