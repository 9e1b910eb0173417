/** How alike two pieces of notes are, whatever marks, spaces and invisible characters stand around their words. */
import { linesOf } from "../parse-note";

const marks = /^(?:#{1,6}|[-*+•]|\d{1,9}[.)])\s*/;

/** The words of some lines in one form: without list marks and emphasis, NFC, lower case, single spaces. */
export const plainText = (text: string): string =>
  linesOf(text)
    .map((line) => line.trim().replace(marks, ""))
    .join(" ")
    .replace(/[*_`#]/g, "")
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .join(" ");

/** Whether two texts have the same words; texts that are equal as they stand cost nothing more. */
export const hasSameWords = (one: string, other: string): boolean =>
  one === other || plainText(one) === plainText(other);

/** Pairs of neighbouring characters, each once; spaces do not count. */
export function pairsOf(plain: string): Set<string> {
  const signs = [...plain.replaceAll(" ", "")];
  if (signs.length === 1) return new Set(signs);
  return new Set(signs.slice(1).map((sign, at) => `${signs[at]}${sign}`));
}

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  let count = 0;
  for (const pair of small) if (large.has(pair)) count += 1;
  return count;
}

/** Dice coefficient, 0 to 1. */
export const likeness = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  one.size + other.size === 0 ? 1 : (2 * shared(one, other)) / (one.size + other.size);

/** How much of `part` is in `whole`, 0 to 1. */
export const containment = (part: ReadonlySet<string>, whole: ReadonlySet<string>): number =>
  part.size === 0 ? 0 : shared(part, whole) / part.size;
