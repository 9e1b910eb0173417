import { createTranslator } from "use-intl/core";
import formatCompiled from "use-intl/format-message/format-only";
import { describe, expect, it } from "vitest";
import { type Locale, locales } from "@/lib/core/text";
import { messagesFor } from "./get-words";
import { messages, type Namespace } from "./messages";

/** Names of the arguments and tags of a message, each once, in order; what a branch says is no name. */
const placeholders = (text: string): string[] =>
  [
    ...new Set(
      [...text.matchAll(/(?<!(?:one|other|cells) )\{(\w+)[,}]|<(\w+)>/g)].map(
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

describe("compiled words", () => {
  const days = (locale: Locale, count: number) => {
    const formatters = {
      getNumberFormat: (name: string) => new Intl.NumberFormat(name),
      getPluralRules: (name: string) => new Intl.PluralRules(name),
    };
    const compiled = messagesFor(locale, ["parts"]).parts?.days;
    return formatCompiled(
      "days",
      compiled as never,
      { count, n: String } as never,
      { locale, formatters } as never,
    );
  };

  it("keep numbers, tags and plurals", () => {
    expect(days("en", 1)).toBe("1 day");
    expect(days("en", 1300)).toBe("1,300 days");
    expect(days("ko", 13)).toBe("13일");
  });

  it("cross to the client, as every object in them is a plain one", () => {
    const isPlain = (value: unknown): boolean =>
      typeof value !== "object" ||
      (value !== null &&
        (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype) &&
        Object.values(value).every(isPlain));
    for (const locale of locales)
      expect(isPlain(messagesFor(locale, Object.keys(messages) as Namespace[]))).toBe(true);
  });

  it("need no compiling in the page of a broken frame", () => {
    for (const text of [...Object.values(messages.failure.ko), ...Object.values(messages.failure.en)])
      expect(text).not.toMatch(/[{<']/);
  });
});
