/** Decides what counts as the same writing of a term: width, case, spaces, hyphens, quotes and composition do not. */
import { toJamo } from "./jamo";

/** Dashes, quotes and dots of every kind; a dot or comma between digits is part of a number. */
const marks = /[\s\p{Pd}\p{Pc}"'`´‘’“”„‟′″()[\]{}<>〈〉《》「」『』·・:;!?…]|[.,](?!\d)|(?<!\d)[.,]/gu;

/** One spelling for one term, in jamo: equal keys are the same answer. */
export const termKey = (text: string): string => toJamo(text).toLowerCase().replace(marks, "");

const plurals: [RegExp, string][] = [
  [/ies$/, "y"],
  [/(?<=(?:s|x|z|ch|sh))es$/, ""],
  [/(?<!s)s$/, ""],
];

/** The term itself and, for English, without its article and in the singular. */
export function termKeys(text: string): string[] {
  const plain = text.normalize("NFKC").trim();
  const bare = plain.replace(/^(?:an?|the)\s+(?=\S)/i, "");
  const keys = [plain, bare].map(termKey).flatMap((key) => {
    const ending = key.length > 3 ? plurals.find(([pattern]) => pattern.test(key)) : undefined;
    return ending && /[a-z]{3}$/.test(key) ? [key, key.replace(...ending)] : [key];
  });
  return [...new Set(keys)].filter(Boolean);
}

/** Puts the form to teach in place of each spelling of the notes. */
export const fixSpellings = (text: string, spellings: Readonly<Record<string, string>>): string =>
  Object.entries(spellings).reduce(
    (fixed, [wrong, right]) => fixed.replaceAll(wrong.toLowerCase(), right.toLowerCase()),
    text.normalize("NFKC").toLowerCase(),
  );
