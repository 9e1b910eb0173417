"use client";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import type { createTranslator } from "use-intl/core";
import { IntlProvider, useLocale, useTranslations } from "use-intl/react";
import type { Locale } from "@/lib/core/text";
import { keepLocale } from "./locale-cookie";
import type { MessagesByNamespace, Namespace } from "./messages";

/** What `messagesFor` gives: no browser needs the parser. */
type Parsed = Record<string, Record<string, unknown>>;

export function WordsProvider(props: { locale: Locale; messages: Parsed; children: ReactNode }) {
  return (
    <IntlProvider
      locale={props.locale}
      messages={props.messages as Record<string, Record<string, string>>}
      timeZone="UTC"
    >
      {props.children}
    </IntlProvider>
  );
}

const SwitchTo = createContext<(locale: Locale) => void>(() => undefined);

/** Words in both languages: they change at once, without a server. `locale`: the one that the server would speak. */
export function BothWordsProvider(props: {
  locale: Locale;
  messages: Record<Locale, Parsed>;
  children: ReactNode;
}) {
  const [told, setTold] = useState(props.locale);
  const [locale, setLocale] = useState(props.locale);
  if (told !== props.locale) {
    setTold(props.locale);
    setLocale(props.locale);
  }
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return (
    <SwitchTo value={setLocale}>
      <WordsProvider locale={locale} messages={props.messages[locale]}>
        {props.children}
      </WordsProvider>
    </SwitchTo>
  );
}

/** Inside `<BothWords>`: speaks the other language from now on, in this browser. */
export function useSwitchLocale(): (locale: Locale) => void {
  const switchTo = useContext(SwitchTo);
  return (locale) => {
    keepLocale(locale);
    switchTo(locale);
  };
}

type Translate<Name extends Namespace> = ReturnType<typeof createTranslator<MessagesByNamespace, Name>>;

/** `const t = useWords("review"); t("show")` in a client component inside `<Words namespaces={["review"]}>`. */
export const useWords = <Name extends Namespace>(namespace: Name): Translate<Name> =>
  useTranslations(namespace) as unknown as Translate<Name>;

/** The language of the page, in client components. */
export const useLanguage = (): Locale => useLocale() as Locale;
