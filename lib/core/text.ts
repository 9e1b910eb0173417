/** The languages every prompt and every message exists in. */
export const locales = ["ko", "en"] as const;
export type Locale = (typeof locales)[number];

/** As each language calls itself, in the little space of a switch. */
export const languageNames: Record<Locale, string> = { ko: "한국어", en: "EN" };
export const otherLocale = (locale: Locale): Locale => (locale === "ko" ? "en" : "ko");

/** One sentence in both languages. */
export type Text = Record<Locale, string>;

export const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value);

/** What there is in a language, else in another one; null when there is nothing at all. */
export function inLocale<Value>(
  values: Partial<Record<Locale, Value>>,
  wished: Locale,
): { locale: Locale; value: Value } | null {
  for (const locale of [wished, ...locales]) {
    const value = values[locale];
    if (value !== undefined) return { locale, value };
  }
  return null;
}
