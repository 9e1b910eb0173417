/** Words for server components. */
import compile from "icu-minify/compile";
import { createTranslator } from "use-intl/core";
import type { Locale } from "@/lib/core/text";
import { getLocale } from "./get-locale";
import { type MessagesByNamespace, messages, type Namespace } from "./messages";

type Compiled = Record<string, ReturnType<typeof compile>>;
const kept = new Map<string, Compiled>();

function compiledMessages(locale: Locale, name: Namespace): Compiled {
  const key = `${locale} ${name}`;
  // The clone has plain objects, which a server component may hand to a client component.
  const parsed = ([word, text]: [string, string]) => [word, structuredClone(compile(text))] as const;
  const compiled = kept.get(key) ?? Object.fromEntries(Object.entries(messages[name][locale]).map(parsed));
  kept.set(key, compiled);
  return compiled;
}

/** The messages of some namespaces in one language, parsed here so that no browser needs the parser (next.config.mjs). */
export const messagesFor = (locale: Locale, names: readonly Namespace[]): Record<string, Compiled> =>
  Object.fromEntries(names.map((name) => [name, compiledMessages(locale, name)]));

export const wordsIn = <Name extends Namespace>(locale: Locale, namespace: Name) =>
  createTranslator<MessagesByNamespace, Name>({
    locale,
    messages: messagesFor(locale, [namespace]) as unknown as MessagesByNamespace,
    namespace,
    timeZone: "UTC",
  });

/** `const t = await getWords("today"); t("title")`, in the language of this request. */
export const getWords = async <Name extends Namespace>(namespace: Name) =>
  wordsIn(await getLocale(), namespace);
