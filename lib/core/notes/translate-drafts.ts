/** Gives each card of the notes its words in the language of their translation. */
import type { Locale } from "../text";
import type { Alignment } from "./align-notes";
import type { ConceptMap } from "./concept-map";
import type { CorrectedLines } from "./corrections";
import type { Draft } from "./draft";
import { draftCards } from "./draft-cards";
import type { ParsedNote } from "./parse-note";

interface Original {
  concepts: ConceptMap;
  corrected: CorrectedLines;
  fixSpelling: (text: string) => string;
  alignment: Alignment;
}

/** The rules' own cards of the translation, in reading order, by the place and the rule of the original card. */
function draftsByPlace(
  notes: readonly ParsedNote[],
  locale: Locale,
  original: Original,
): Map<string, Draft[]> {
  const { alignment, concepts, corrected, fixSpelling } = original;
  const walk = {
    locale,
    fixSpelling,
    concepts: {
      ...concepts,
      at: (node: Parameters<ConceptMap["at"]>[0]) => {
        const primary = alignment.primaryOf(node);
        return primary && concepts.at(primary);
      },
    },
    corrected: {
      ...corrected,
      at: (file: string, line: number) => {
        const primary = alignment.toPrimary({ file, line });
        return primary ? corrected.at(primary.file, primary.line) : [];
      },
    },
  };
  const found = new Map<string, Draft[]>();
  for (const draft of notes.flatMap(({ root }) => draftCards(root, walk).drafts)) {
    const at = alignment.toPrimary({ file: draft.file, line: draft.at });
    if (!at || draft.isWrong) continue;
    const key = keyOf(draft, at);
    found.set(key, [...(found.get(key) ?? []), draft]);
  }
  return found;
}

const keyOf = ({ rule, direction }: Draft, { file, line }: { file: string; line: number }): string =>
  [rule, direction, file, line].join("|");

/** Sets `translation` on every draft that the author worded in this language or that the rules find there as well. */
export function translateDrafts(
  drafts: readonly Draft[],
  notes: readonly ParsedNote[],
  locale: Locale,
  original: Original,
): void {
  const { alignment } = original;
  const byPlace = draftsByPlace(notes, locale, original);
  const used = new Map<string, number>();
  for (const draft of drafts) {
    const key = keyOf(draft, { file: draft.file, line: draft.at });
    const at = used.get(key) ?? 0;
    used.set(key, at + 1);
    const twin = byPlace.get(key)?.[at];
    const front = draft.own?.front?.[locale] ?? twin?.front;
    const back = draft.own?.back?.[locale] ?? twin?.back;
    const cited = draft.cited.length > 0 ? draft.cited : [draft.at];
    const places = cited.flatMap((line) => alignment.toTranslation({ file: draft.file, line }) ?? []);
    const [first] = places;
    const last = places.at(-1);
    if (front === undefined || back === undefined || !first || !last) continue;
    draft.translation = { locale, front, back, file: first.file, lines: [first.line, last.line] };
  }
}
