import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import { locales } from "@/lib/core/text";
import { messages } from "./messages";

/** Names of the arguments and tags of a message, each once, in order. */
const placeholders = (text: string): string[] =>
  [
    ...new Set(
      [...text.matchAll(/(?<!(?:one|other) )\{(\w+)[,}]|<(\w+)>/g)].map(
        (match) => match[1] ?? match[2] ?? "",
      ),
    ),
  ].sort();

describe.each(Object.entries(messages))("words of %s", (namespace, { ko, en }) => {
  const korean: Record<string, string> = ko;
  const english: Record<string, string> = en;

  it("exist in both languages", () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(korean).sort());
  });

  it("use the same placeholders in both languages", () => {
    for (const key of Object.keys(korean))
      expect(placeholders(english[key] ?? ""), `${namespace}.${key}`).toEqual(
        placeholders(korean[key] ?? ""),
      );
  });

  it("hold no exclamation mark and no empty sentence", () => {
    for (const text of [...Object.values(korean), ...Object.values(english)])
      expect(text).toMatch(/^[^!]+$/s);
  });

  it.each(locales)("are readable messages in %s", (locale) => {
    const words: Record<string, string> = locale === "ko" ? korean : english;
    const fail = (error: Error) => {
      throw error;
    };
    const t = createTranslator({ locale, messages: words, onError: fail });
    for (const [key, text] of Object.entries(words)) {
      const names = placeholders(text);
      const tags = names.filter((name) => text.includes(`<${name}>`));
      const values = Object.fromEntries(names.map((name) => [name, tags.includes(name) ? String : 7]));
      expect(() => t.rich(key, values)).not.toThrow();
    }
  });
});
