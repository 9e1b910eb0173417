/** Decides which form of a Korean particle follows a word, by how the word is read aloud. */

/** Each pair as it is written in dictionaries: after a final consonant, then after a vowel. */
export type ParticlePair = "은는" | "이가" | "을를" | "과와" | "으로로";

const forms: Record<ParticlePair, readonly [closed: string, open: string]> = {
  은는: ["은", "는"],
  이가: ["이", "가"],
  을를: ["을", "를"],
  과와: ["과", "와"],
  으로로: ["으로", "로"],
};

type Ending = "open" | "closed" | "rieul";

const digitEndings: Record<string, Ending> = {
  1: "rieul",
  3: "closed",
  6: "closed",
  7: "rieul",
  8: "rieul",
  0: "closed",
};
const letterEndings: Record<string, Ending> = {
  L: "rieul",
  R: "rieul",
  M: "closed",
  N: "closed",
  ε: "closed",
};

/**
 * Particles attach to a word before its bracket, not to the sign or factor before one; quotes are not read; powers are
 * read 제곱, low digits as digits.
 */
function readAloud(word: string): string {
  let text = word
    .replace(/[⁰¹²³⁴-⁹]+(?=[^\p{L}\p{N}]*$)/u, "제곱")
    .normalize("NFKC")
    .trimEnd();
  if (text.endsWith(")")) {
    const open = text.lastIndexOf("(");
    if (/[\p{L}\]]/u.test(text.charAt(open - 1))) text = text.slice(0, open);
  }
  let end = text.length;
  while (end > 0 && !/[\p{L}\p{N}]/u.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** English words by their usual Korean spelling: Momentum 모멘텀, Adagrad 아다그라드, RMSprop 알엠에스프롭. */
function latinEnding(word: string): Ending {
  const spoken = /[A-Za-z]+$/.exec(word.slice(-40))?.[0] ?? "";
  if (spoken.length === 1 || spoken === spoken.toUpperCase())
    return letterEndings[spoken.slice(-1).toUpperCase()] ?? "open";
  const tail = spoken.toLowerCase();
  if (/le?$/.test(tail)) return "rieul";
  return /([nm]e?|ng|[aeiou][pbt]|c|ck)$/.test(tail) ? "closed" : "open";
}

function endingOf(word: string): Ending {
  const text = readAloud(word);
  const last = text.slice(-1);
  const code = last.charCodeAt(0) - 0xac00;
  if (code >= 0 && code < 11172) {
    const final = code % 28;
    return final === 0 ? "open" : final === 8 ? "rieul" : "closed";
  }
  if (/\d/.test(last)) return digitEndings[last] ?? "open";
  return /[A-Za-z]/.test(last) ? latinEnding(text) : (letterEndings[last] ?? "open");
}

/**
 * The particle alone, to be written right after `word`: `particle("CNN", "은는")` is "은".
 * Digits are read as Sino-Korean numbers, capitals letter by letter, other Latin words as usually borrowed.
 */
export function particle(word: string, pair: ParticlePair): string {
  const ending = endingOf(word);
  const [closed, open] = forms[pair];
  if (ending === "rieul" && pair === "으로로") return open;
  return ending === "open" ? open : closed;
}

/** The word with its particle: `joined(3, "이가")` is "3이". */
export const joined = (word: string | number, pair: ParticlePair): string =>
  `${word}${particle(String(word), pair)}`;

/** "이에요" after a final consonant, "예요" after a vowel. */
export const copula = (word: string): string => (particle(word, "이가") === "이" ? "이에요" : "예요");
