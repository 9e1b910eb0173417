/** Lays an author's own words over the cards of the rules, and adds the cards that only the author wrote. */
import type { Locale, Text } from "../text";
import type { ConceptMap } from "./concept-map";
import { type AnchoredFile, findAnchor } from "./corrections";
import type { CardData, Words } from "./course-data";
import type { Draft } from "./draft";
import type { Problem } from "./problems";

export function applyWords(
  drafts: Draft[],
  cards: readonly CardData[],
  files: readonly AnchoredFile[],
  concepts: ConceptMap,
  locale: Locale,
) {
  const inLanguage = (words: Words): string => bothOf(words)[locale];
  const problems: Problem[] = [];
  const skipped = new Set<Draft>();
  const added: Draft[] = [];
  const missing = (what: string) =>
    problems.push({ file: files[0]?.file ?? "", line: 1, code: "no-anchor", what });
  for (const data of cards) {
    const place = findAnchor(files, data.at);
    if (!place) {
      missing(data.at);
      continue;
    }
    if ("id" in data) {
      const concept = concepts.byId(data.concept);
      const end = data.to === undefined ? place : findAnchor(files, data.to);
      if (!concept || !end) {
        missing(concept ? (data.to ?? "") : data.concept);
        continue;
      }
      const cited = Array.from(
        { length: Math.max(1, end.line - place.line + 1) },
        (_, step) => place.line + step,
      );
      const own = {
        concept,
        rule: "hand" as const,
        direction: "own",
        file: place.file,
        at: place.line,
        cited,
        words: data.id,
      };
      added.push({
        ...own,
        front: inLanguage(data.front),
        back: inLanguage(data.back),
        own: { front: bothOf(data.front), back: bothOf(data.back) },
        isWrong: false,
        handId: data.id,
        ...correctionOf(data),
      });
      continue;
    }
    const matches = drafts.filter(
      (draft) =>
        draft.rule === data.rule &&
        draft.file === place.file &&
        (draft.at === place.line || draft.cited[0] === place.line) &&
        (data.direction === undefined || draft.direction === data.direction),
    );
    if (matches.length === 0) missing(data.at);
    for (const draft of matches) {
      if (data.skip) skipped.add(draft);
      if (data.front !== undefined) {
        draft.front = inLanguage(data.front);
        draft.own = { ...draft.own, front: bothOf(data.front) };
      }
      if (data.back !== undefined) {
        draft.back = inLanguage(data.back);
        draft.own = { ...draft.own, back: bothOf(data.back) };
      }
      if (data.back !== undefined || data.front !== undefined) draft.isWrong = false;
      Object.assign(draft, correctionOf(data));
    }
  }
  return { drafts: [...drafts.filter((draft) => !skipped.has(draft) && !draft.isWrong), ...added], problems };
}

const bothOf = (words: Words): Text => (typeof words === "string" ? { ko: words, en: words } : words);

const correctionOf = (data: CardData): { correction?: string } =>
  "correction" in data && data.correction !== undefined ? { correction: data.correction } : {};
