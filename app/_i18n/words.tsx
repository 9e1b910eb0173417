import type { ReactNode } from "react";
import type { Locale } from "@/lib/core/text";
import { getLocale } from "./get-locale";
import { messagesFor } from "./get-words";
import type { Namespace } from "./messages";
import { BothWordsProvider, WordsProvider } from "./words-provider";

interface WordsProps {
  namespaces: readonly Namespace[];
  children: ReactNode;
}

/** Hands the client components inside it the namespaces they use; those of the shared parts always come along. */
export async function Words({ namespaces, children }: WordsProps) {
  const locale = await getLocale();
  return (
    <WordsProvider locale={locale} messages={messagesFor(locale, [...namespaces, "parts"])}>
      {children}
    </WordsProvider>
  );
}

/** The same in both languages, for pages that change theirs without a server. */
export async function BothWords({ namespaces, children }: WordsProps) {
  const messagesIn = (locale: Locale) => messagesFor(locale, [...namespaces, "parts"]);
  return (
    <BothWordsProvider locale={await getLocale()} messages={{ ko: messagesIn("ko"), en: messagesIn("en") }}>
      {children}
    </BothWordsProvider>
  );
}
