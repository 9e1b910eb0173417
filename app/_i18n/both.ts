/** Declares one namespace of messages; the type checker refuses a key that one language lacks. */
export const both = <Key extends string>(words: {
  ko: Record<Key, string>;
  en: Record<NoInfer<Key>, string>;
}): { ko: Record<Key, string>; en: Record<Key, string> } => words;
