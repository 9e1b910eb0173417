/** Lays an author's own words over the cards of the rules, and adds the cards that only the author wrote. */

import type { Locale } from "../text";
import type { ConceptMap } from "./concept-map";
import { type AnchoredFile, findAnchor } from "./corrections";
import type { Rule } from "./course";
import type { CardData, Words } from "./course-data";
import type { Draft } from "./draft";
import type { Problem } from "./problems";

export const wordsIn = (words: Words, locale: Locale): string =>
  typeof words === "string" ? words : words[locale];

/** Which card of a rule is meant when the data names no direction and the rule asks further ones of the same line. */
const firstDirection: Partial<Record<Rule, string>> = { R4: "all", R7: "condition" };

interface Worded {
  drafts: Draft[];
  /** Cards that the author left out. */
  skipped: Set<Draft>;
  problems: Problem[];
}

export function applyWords(
  drafts: readonly Draft[],
  cards: readonly CardData[],
  files: readonly AnchoredFile[],
  concepts: ConceptMap,
): Worded {
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
      if (concept && end) added.push({ ...ownCard(data, place, end.line), concept });
      else missing(concept ? (data.to ?? "") : data.concept);
      continue;
    }
    const direction = data.direction ?? firstDirection[data.rule];
    const here = drafts.filter(
      (draft) =>
        draft.rule === data.rule &&
        draft.file === place.file &&
        (draft.at === place.line || draft.cited[0] === place.line),
    );
    const asked = here.filter((draft) => draft.direction === direction);
    const matches = data.direction === undefined && asked.length === 0 ? here : asked;
    if (matches.length === 0) missing(data.at);
    for (const draft of matches) {
      if (data.skip) skipped.add(draft);
      const { front, back } = data;
      if (front !== undefined || back !== undefined) {
        draft.own = {
          ...draft.own,
          ...(front === undefined ? {} : { front }),
          ...(back === undefined ? {} : { back }),
        };
        draft.isWrong = false;
      }
      Object.assign(draft, correctionOf(data));
    }
  }
  const kept = drafts.filter((draft) => !skipped.has(draft) && !draft.isWrong);
  return { drafts: [...kept, ...added], skipped, problems };
}

type OwnCardData = Extract<CardData, { id: string }>;

function ownCard(
  data: OwnCardData,
  place: { file: string; line: number },
  to: number,
): Omit<Draft, "concept"> {
  const length = Math.max(1, to - place.line + 1);
  return {
    rule: "hand",
    direction: "own",
    write: () => null,
    own: { front: data.front, back: data.back },
    nodes: [],
    file: place.file,
    at: place.line,
    cited: Array.from({ length }, (_, step) => place.line + step),
    words: data.id,
    isWrong: false,
    handId: data.id,
    ...correctionOf(data),
  };
}

const correctionOf = (data: CardData): { correction?: string } =>
  "correction" in data && data.correction !== undefined ? { correction: data.correction } : {};
