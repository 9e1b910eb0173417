/** Decides which names stand in the words of an answer: "stride (스트라이드)", "EMA, 지수이동평균", "Filter, or kernel". */

export type Script = "hangul" | "latin" | "mixed" | "none";

export function scriptOf(text: string): Script {
  const hasHangul = /[ᄀ-ᇿ㄰-㆏가-힣]/.test(text);
  const hasLatin = /[A-Za-z]/.test(text);
  if (hasHangul && hasLatin) return "mixed";
  return hasHangul ? "hangul" : hasLatin ? "latin" : "none";
}

export const wordsIn = (text: string): string[] => text.split(/[\s-]+/).filter(Boolean);

/** The first letters of an English name: "Gradient Descent" → "gd". */
export const initialsOf = (name: string): string =>
  wordsIn(name)
    .map((word) => word.charAt(0).toLowerCase())
    .join("");

/** A name without the other name in its closing bracket. */
export const withoutBracket = (name: string): string => name.replace(/\s*\([^()]*\)$/, "");

/** Words in a bracket that comment and do not name. */
const comment =
  /^(?:usually|with|in|for|not|only|also|the|an?|when|if|see|up|on|by|as|this|e\.g\.|i\.e\.)\b/i;

function isAlias(inner: string, outer: string): boolean {
  const [script, outerScript] = [scriptOf(inner), scriptOf(outer)];
  const words = wordsIn(inner).length;
  if (script === "mixed" || script === "none" || words > 5 || comment.test(inner)) return false;
  if (script !== outerScript) return true;
  const isShortForm = [
    [inner, outer],
    [outer, inner],
  ].some(([short = "", long = ""]) => initialsOf(long) === short.toLowerCase());
  const areShort = words <= 2 && wordsIn(outer).length <= 3;
  return isShortForm || (script === "latin" && areShort);
}

/** A comma, a dot or "or" outside every bracket. */
const separator = /(?:\s*[,;]\s+|\s+[·/=]\s+|\s+(?:or|또는|혹은)\s+)(?![^()]*\))/i;

const conjunction = /^(?:or|also|또는|혹은)\s+/i;

/** More characters than this are prose and have no parts. */
const longestParts = 400;

/** The parts of an answer that are separated by commas, dots or "or": several names, or several things. */
export function partsOf(text: string): string[] {
  if (text.length > longestParts) return [text];
  const parts = text.split(separator).map((part) => part.trim().replace(conjunction, ""));
  return parts.filter(Boolean);
}

/** One part as it stands, and the names that its closing bracket separates: "풀링층 (pooling layer)" has three. */
export function namesInPart(part: string): string[] {
  const bracket = /^([^()]+?)\s*\(([^()]+)\)$/.exec(part.trim());
  if (!bracket) return [part.trim()];
  const [, outer = "", inside = ""] = bracket;
  const inner = inside.split(/\s*[;,/]\s*/).map((name) => name.replace(conjunction, "").trim());
  return [part.trim(), outer, ...inner.filter((name) => isAlias(name, outer))];
}
