/** Decides whether what was typed is a term: exactly in any of its spellings, or with one slip of the fingers. */
import { particle } from "../korean";
import { namesInPart, partsOf, wordsIn } from "./alternatives";
import type { Names, Part, PartNote, Target } from "./exercise";
import { isHangulLetter } from "./jamo";
import { saysSame } from "./key-words";
import { findOneEdit } from "./one-edit";
import { fixSpellings, termKey, termKeys } from "./term-key";

const endings = [/(은|는)$/, /(이|가)$/, /(을|를)$/];
const pairs = ["은는", "이가", "을를"] as const;
const copulas = /(?:이에요|예요|입니다|이다|요)[.!]?$/;

/** "학습률은", "패딩이에요" → the word alone, where the particle is the one that would follow this word. */
function withoutParticle(text: string): string | null {
  const whole = text.normalize("NFKC").trim();
  const copula = whole.replace(copulas, "");
  if (copula !== whole) return copula.length >= 2 ? copula : null;
  for (const [at, ending] of endings.entries()) {
    const word = whole.replace(ending, "");
    const pair = pairs[at];
    if (word !== whole && word.length >= 2 && pair && whole === word + particle(word, pair)) return word;
  }
  return null;
}

const keysOf = (forms: readonly string[]): Set<string> => new Set(forms.flatMap(termKeys));
const isIn = (keys: Set<string>, text: string): boolean => termKeys(text).some((key) => keys.has(key));

/** "학습률 (learning rate)" gives two names of the answer; every one of them has to be right. */
function namesGiven(text: string): string[] {
  return partsOf(text).flatMap((part) => {
    const bracket = /^([^()]+)\(([^()]+)\)$/.exec(part);
    return bracket ? [bracket[1] ?? "", bracket[2] ?? ""] : namesInPart(part);
  });
}

const lettersOut = (key: string): string => key.replace(/\p{L}/gu, "");

/** Words under five letters, Korean names under three syllables, digits and the first letter take no slip. */
function takesSlip(form: string, at: number): boolean {
  const letter = termKey(form).charAt(at);
  if (at === 0 || letter === "") return false;
  if (isHangulLetter(letter)) return (form.normalize("NFC").match(/[가-힣]/g)?.length ?? 0) >= 3;
  let end = 0;
  for (const word of wordsIn(form)) {
    const key = termKey(word);
    end += key.length;
    if (at < end) return key.length >= 5;
  }
  return false;
}

function isNearMiss(text: string, forms: readonly string[], others: readonly string[]): boolean {
  const given = termKey(text);
  const isNear = forms.some((form) => {
    const meant = termKey(form);
    const edit = findOneEdit(given, meant);
    if (edit === null || lettersOut(given) !== lettersOut(meant)) return false;
    return takesSlip(form, given.length > meant.length ? edit - 1 : edit);
  });
  return isNear && !others.some((key) => key === given || findOneEdit(given, key) !== null);
}

/** More characters than this are no term; reading stops there. */
const longestGiven = 200;

/** How `typed` is right: as it stands (""), misspelt, or not at all (null). */
export function matchTerm(typed: string, target: Target, names: Names): "" | PartNote | null {
  const text = typed.slice(0, longestGiven);
  const accepted = keysOf(target.forms);
  if (isIn(accepted, text)) return "";
  const isOther = termKeys(text).some((key) => names.others.includes(key));
  const bare = withoutParticle(text);
  if (bare !== null && !isOther && isIn(accepted, bare)) return "";
  const given = namesGiven(text);
  if (given.length > 1 && given.every((name) => isIn(accepted, name))) return "";
  if (isOther) return null;
  if (isIn(accepted, fixSpellings(text, names.spellings))) return "spelling";
  if (isNearMiss(text, target.forms, names.others)) return "spelling";
  return target.isPhrase && saysSame(text, target.canonical) ? "" : null;
}

/** One field for one term. */
export function judgeTerm(text: string, target: Target, names: Names): Part {
  const match = matchTerm(text, target, names);
  const { canonical } = target;
  return { given: text, isRight: match !== null, canonical, ...(match ? { note: match } : {}) };
}
