/** Words for server components. */
import { createTranslator } from "use-intl/core";
import type { Locale } from "@/lib/core/text";
import { getLocale } from "./get-locale";
import { type MessagesByNamespace, messages, type Namespace } from "./messages";

/** The messages of some namespaces in one language, as use-intl reads them. */
export const messagesFor = (locale: Locale, names: readonly Namespace[]): Partial<MessagesByNamespace> =>
  Object.fromEntries(names.map((name) => [name, messages[name][locale]]));

export const wordsIn = <Name extends Namespace>(locale: Locale, namespace: Name) =>
  createTranslator<MessagesByNamespace, Name>({
    locale,
    messages: { ...messagesFor(locale, [namespace]) } as MessagesByNamespace,
    namespace,
    timeZone: "UTC",
  });

/** `const t = await getWords("today"); t("title")`, in the language of this request. */
export const getWords = async <Name extends Namespace>(namespace: Name) =>
  wordsIn(await getLocale(), namespace);
