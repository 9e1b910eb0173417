/** Decides the names of a concept from a heading or label: "한글 (English; ABBR)" in any order, an unclosed bracket included. */
import type { Concept } from "./course";

export type Names = Concept["names"];

const hasHangul = (text: string): boolean => /[가-힣]/.test(text);
const isAbbreviation = (text: string): boolean =>
  /^[A-Z][A-Za-z0-9-]{0,7}$/.test(text) && /[A-Z].*[A-Z]|^[A-Z]{2,}$/.test(text);

/** One spelling per name for matching: case, spaces and the word for a bracket do not matter. */
export const nameKey = (name: string): string =>
  name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s\-_·]+/g, "");

/** Splits a label at its last opening bracket. */
function splitBracket(text: string): { outer: string; inner: string[] } {
  const open = text.lastIndexOf("(");
  const close = text.lastIndexOf(")");
  const closesAtEnd = close < open || close === text.length - 1;
  if (open <= 0 || !closesAtEnd) return { outer: text, inner: [] };
  const inside = close > open ? text.slice(open + 1, close) : text.slice(open + 1);
  const inner = inside
    .split(/[;,/]/)
    .map((part) => part.trim())
    .filter(Boolean);
  return { outer: text.slice(0, open).trim(), inner };
}

/** The names in a label. Without a bracket the whole label is the one name. */
export function namesOf(text: string): Names {
  const { outer, inner } = splitBracket(text.replace(/[:：]$/, "").trim());
  const names: Names = {};
  const all = [outer, ...inner];
  const isShortForm = (part: string) =>
    isAbbreviation(part) ||
    (part === outer &&
      !part.includes(" ") &&
      !hasHangul(part) &&
      inner.some((other) => !hasHangul(other) && other.includes(" ")));
  for (const part of all) {
    const key = hasHangul(part) ? "ko" : isShortForm(part) && all.length > 1 ? "abbr" : "en";
    names[key] ??= part;
  }
  return names;
}

/** A label with a second name in its bracket, in the other script or as a short form; such a label names a concept. */
export function hasAlias(text: string): boolean {
  if (text.length > 80 || !text.includes("(")) return false;
  const { inner } = splitBracket(text);
  return inner.length > 0 && Object.keys(namesOf(text)).length > 1;
}

/** The name to show in a question written in this language. */
export const shownName = (names: Names, locale: "ko" | "en"): string =>
  (locale === "ko" ? (names.ko ?? names.abbr ?? names.en) : (names.en ?? names.abbr ?? names.ko)) ?? "";
