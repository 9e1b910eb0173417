import { expect, it } from "vitest";
import { localeFromHeader } from "./locale-from-header";

it.each([
  ["ko-KR,ko;q=0.9,en-US;q=0.8,en;q=0.7", "ko"],
  ["en-US,en;q=0.9,ko;q=0.8", "en"],
  ["fr-FR,ko;q=0.5,en;q=0.3", "ko"],
  ["en;q=0.2,ko;q=0.9", "ko"],
  ["ko;q=0,en", "en"],
  ["ja", "en"],
  ["", "en"],
  [null, "en"],
])("answers %s in %s", (header, locale) => {
  expect(localeFromHeader(header)).toBe(locale);
});
