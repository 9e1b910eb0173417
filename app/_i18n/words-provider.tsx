"use client";
import type { ReactNode } from "react";
import type { createTranslator } from "use-intl/core";
import { IntlProvider, useLocale, useTranslations } from "use-intl/react";
import type { Locale } from "@/lib/core/text";
import type { MessagesByNamespace, Namespace } from "./messages";

export function WordsProvider(props: {
  locale: Locale;
  /** Parsed already: what `messagesFor` gives. */
  messages: Record<string, Record<string, unknown>>;
  children: ReactNode;
}) {
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

type Translate<Name extends Namespace> = ReturnType<typeof createTranslator<MessagesByNamespace, Name>>;

/** `const t = useWords("review"); t("show")` in a client component inside `<Words namespaces={["review"]}>`. */
export const useWords = <Name extends Namespace>(namespace: Name): Translate<Name> =>
  useTranslations(namespace) as unknown as Translate<Name>;

/** The language of the page, in client components. */
export const useLanguage = (): Locale => useLocale() as Locale;
