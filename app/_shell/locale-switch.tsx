import { getLocale } from "@/app/_i18n/get-locale";
import { getWords } from "@/app/_i18n/get-words";
import { languageNames, locales } from "@/lib/core/text";
import { chooseLocale } from "./actions";

/** Two languages side by side. A plain form, so that it works before any script has loaded. */
export async function LocaleSwitch() {
  const [current, t] = await Promise.all([getLocale(), getWords("shell")]);
  return (
    <form action={chooseLocale}>
      <fieldset className="seg" aria-label={t("language")}>
        {locales.map((locale) => (
          <button
            type="submit"
            key={locale}
            name="locale"
            value={locale}
            lang={locale}
            aria-pressed={locale === current}
          >
            {languageNames[locale]}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
