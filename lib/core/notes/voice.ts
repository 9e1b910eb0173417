/** One language of a course: the templates, and the words of each node in that language. A card is written once per voice. */
import type { Locale } from "../text";
import type { Concept } from "./course";
import { shownName } from "./names";
import type { NoteNode } from "./note-reader";
import { type Wording, wordings } from "./wording";

export interface Voice {
  locale: Locale;
  say: Wording;
  /** Whether this language has the node. */
  has: (node: NoteNode) => boolean;
  /** The node's words with the spelling to teach; empty where the language lacks it. */
  text: (node: NoteNode) => string;
  /** The same, with its code and displayed maths below it. */
  whole: (node: NoteNode) => string;
  bold: (node: NoteNode) => string[];
  cells: (node: NoteNode) => NoteNode["cells"];
  name: (concept: Concept) => string;
}

/** The voice of a language; `twinOf` gives the node that stands in the same place of that language's note. */
export function voiceOf(
  locale: Locale,
  fixSpelling: (text: string) => string,
  twinOf: (node: NoteNode) => NoteNode | undefined,
): Voice {
  const text = (node: NoteNode) => fixSpelling(twinOf(node)?.text ?? "");
  return {
    locale,
    say: wordings[locale],
    has: (node) => twinOf(node) !== undefined,
    text,
    whole: (node) => [text(node), ...(twinOf(node)?.blocks ?? [])].filter(Boolean).join("\n"),
    bold: (node) => (twinOf(node)?.bold ?? []).map(fixSpelling),
    cells: (node) =>
      (twinOf(node)?.cells ?? []).map(({ head, text }) => ({
        head: fixSpelling(head),
        text: fixSpelling(text),
      })),
    name: (concept) => shownName(concept.names, locale),
  };
}

/** A label as it is spoken: without the colon at its end. */
export const labelIn = (voice: Voice, node: NoteNode): string =>
  voice
    .text(node)
    .replace(/[:：]$/, "")
    .trim();

/** "1. … 2. …", one per line; a single text stays as it is. */
export const numbered = (texts: readonly string[]): string =>
  texts.length === 1 ? (texts[0] ?? "") : texts.map((text, at) => `${at + 1}. ${text}`).join("\n");
