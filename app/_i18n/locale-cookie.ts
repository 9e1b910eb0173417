/** The cookie that keeps a choice of language in a browser, which a page may read and write without a server. */
import { isLocale, type Locale } from "@/lib/core/text";

export const localeCookie = "locale";
export const localeKeptSeconds = 60 * 60 * 24 * 365;

/** In a browser: the language chosen there, null when none was. */
export function keptLocale(): Locale | null {
  const chosen = new RegExp(`(?:^|; )${localeCookie}=([^;]*)`).exec(document.cookie)?.[1];
  return isLocale(chosen) ? chosen : null;
}

export function keepLocale(locale: Locale): void {
  // biome-ignore lint/suspicious/noDocumentCookie: Safari and Firefox have had no other way for long
  document.cookie = `${localeCookie}=${locale}; path=/; max-age=${localeKeptSeconds}; samesite=lax`;
}
