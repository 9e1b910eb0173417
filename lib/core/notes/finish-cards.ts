/** Gives drafts what needs all of them: ids that outlive moved lines, siblings, their words in each language, and the correction that speaks. */
import { asId, type CardId } from "../ids";
import { seedOf } from "../rng";
import { wordsIn } from "./apply-words";
import type { CorrectedLines } from "./corrections";
import type { Card, CardSide, Image, Lines, Translation } from "./course";
import type { Draft } from "./draft";
import { nameKey } from "./names";
import type { Place } from "./translate";
import type { Voice } from "./voice";

/** The other language, and where a line of the first one stands in it. */
export interface OtherLanguage {
  voice: Voice;
  toTranslation: (place: Place) => Place | null;
}

export interface Finishing {
  files: readonly string[];
  voice: Voice;
  other: OtherLanguage | null;
  corrected: CorrectedLines;
  /** The pictures kept with a line. */
  imagesAt: (file: string, line: number) => readonly Image[];
}

const slugOf = (draft: Draft): string => seedOf(nameKey(draft.words)).toString(36);

function idOf(draft: Draft, taken: Map<string, number>): CardId {
  const stem = draft.handId
    ? `${draft.concept.id}.hand.${draft.handId}`
    : `${draft.concept.id}.${draft.rule.toLowerCase()}.${draft.direction}.${slugOf(draft)}`;
  const copy = (taken.get(stem) ?? 0) + 1;
  taken.set(stem, copy);
  return asId<CardId>(copy === 1 ? stem : `${stem}.${copy}`);
}

const lineOf = (draft: Draft): number => draft.cited[0] ?? draft.at;
const linesOf = (draft: Draft): Lines => [lineOf(draft), draft.cited.at(-1) ?? draft.at];

/** The card's words in one language: the author's before those of the rule. Null where neither has any. */
function writeIn(draft: Draft, voice: Voice): Pick<CardSide, "front" | "back" | "options"> | null {
  const written = draft.nodes.every(voice.has) ? draft.write(voice) : null;
  const front = draft.own?.front === undefined ? written?.front : wordsIn(draft.own.front, voice.locale);
  const back = draft.own?.back === undefined ? written?.back : wordsIn(draft.own.back, voice.locale);
  if (front === undefined || back === undefined) return null;
  return { front, back, ...(written?.options ? { options: written.options } : {}) };
}

function translationOf(draft: Draft, { voice, toTranslation }: OtherLanguage): Translation | null {
  const words = writeIn(draft, voice);
  const [from, to] = linesOf(draft).map((line) => toTranslation({ file: draft.file, line }));
  if (!words || !from || !to) return null;
  return { locale: voice.locale, ...words, file: from.file, lines: [from.line, to.line] };
}

/** Cards in the order of the notes. Siblings stand on the same item, or cite exactly the same lines. */
export function finishCards(
  drafts: readonly Draft[],
  { files, voice, other, corrected, imagesAt }: Finishing,
): Card[] {
  const position = new Map(files.map((file, index) => [file, index]));
  const ordered = drafts
    .map((draft, index) => ({ draft, index, words: writeIn(draft, voice) }))
    .sort((one, other) => {
      const byFile = (position.get(one.draft.file) ?? 0) - (position.get(other.draft.file) ?? 0);
      return byFile || lineOf(one.draft) - lineOf(other.draft) || one.index - other.index;
    });
  const taken = new Map<string, number>();
  const groups = new Map<string, CardId[]>();
  const made = ordered.flatMap(({ draft, words }) => {
    if (!words) return [];
    const key = `${draft.file}:${draft.cited.length > 1 ? linesOf(draft).join("-") : lineOf(draft)}`;
    const id = idOf(draft, taken);
    const group = groups.get(key) ?? [];
    group.push(id);
    groups.set(key, group);
    return [{ draft, words, id, group }];
  });
  return made.map(({ draft, words, id, group }) => {
    const correction =
      draft.correction ?? draft.cited.flatMap((line) => corrected.at(draft.file, line))[0]?.id;
    const translation = other && translationOf(draft, other);
    const images = draft.cited.flatMap((line) => imagesAt(draft.file, line));
    return {
      id,
      concept: draft.concept.id,
      rule: draft.rule,
      ...words,
      file: draft.file,
      lines: linesOf(draft),
      siblings: group.filter((other) => other !== id),
      ...(correction === undefined ? {} : { correction }),
      ...(translation ? { translation } : {}),
      ...(images.length === 0 ? {} : { images }),
      ...(draft.family === undefined ? {} : { family: draft.family }),
    };
  });
}
