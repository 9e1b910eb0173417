/** Decides whether a phrase says the same as a member of a list, by the words that carry its meaning. */
import { termKey } from "./term-key";

const fillers = new Set(
  "a an the of to in on for by with and or is are be it its that this 및 등 그 더 수 것 때 방법 방식 기반".split(
    " ",
  ),
);
const koreanEnding =
  /(?:하는|하기|하여|적인|적으로|으로|에서|까지|부터|에게|의|을|를|은|는|이|가|와|과|도|로|에|기|적|함|됨)$/;
const englishEnding = /(?:ing|ion|ive|ed|es|s)$/;

function stemOf(word: string): string {
  if (!/[가-힣]/.test(word)) {
    const stem = word.replace(englishEnding, "");
    return stem.length >= 4 ? stem : word;
  }
  const stem = word.replace(koreanEnding, "");
  const again = stem.length >= 3 ? stem.replace(koreanEnding, "") : stem;
  return again.length >= 2 ? again : stem.length >= 2 ? stem : word;
}

/** Stems as term keys: "매개변수의 폭발적인 증가" → 매개변수, 폭발, 증가. What stands in brackets comments. */
export const keyWordsOf = (text: string): string[] =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\([^()]*\)/g, " ")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !fillers.has(word))
    .map((word) => termKey(stemOf(word)));

const negation = /않|없|못|아니|(?:^|\s)안\s|\bnot\b|\bno\b|\bnever\b|\bwithout\b|n['’]t\b/i;
const isNegated = (text: string): boolean => negation.test(text.normalize("NFKC"));

/**
 * Whether `given` holds every key word of `phrase`, in any order and form, without turning it round ("않") and without
 * being much longer. A phrase of fewer than two key words has to be typed as it stands.
 */
export function saysSame(given: string, phrase: string): boolean {
  const keys = keyWordsOf(phrase);
  const said = termKey(given);
  const isMuchLonger = keyWordsOf(given).length > 2 * keys.length + 1;
  if (keys.length < 2 || isMuchLonger || isNegated(given) !== isNegated(phrase)) return false;
  return keys.every((key) => said.includes(key));
}
