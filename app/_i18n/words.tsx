import type { ReactNode } from "react";
import { getLocale } from "./get-locale";
import { messagesFor } from "./get-words";
import type { Namespace } from "./messages";
import { WordsProvider } from "./words-provider";

/** Hands the client components inside it the namespaces they use; those of the shared parts always come along. */
export async function Words({
  namespaces,
  children,
}: {
  namespaces: readonly Namespace[];
  children: ReactNode;
}) {
  const locale = await getLocale();
  return (
    <WordsProvider locale={locale} messages={messagesFor(locale, [...namespaces, "parts"])}>
      {children}
    </WordsProvider>
  );
}
