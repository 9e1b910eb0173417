/** The languages every prompt and every message exists in. */
export const locales = ["ko", "en"] as const;
export type Locale = (typeof locales)[number];

/** One sentence in both languages. */
export type Text = Record<Locale, string>;

export const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value);
