/** R1, R2, R9, R10: one sentence about a concept, asked forwards, backwards, as an example and with its bold words blank. */
import type { Locale } from "../text";
import { type CorrectedLines, errorOn, taught } from "./corrections";
import type { Concept } from "./course";
import type { Draft } from "./draft";
import { nameKey } from "./names";
import type { NoteNode } from "./parse-note";
import { wordings } from "./wording";

export interface Place {
  concept: Concept;
  /** The named label or problem that the sentence stands under, if it is more than "정의". */
  label: string | null;
  /** Whether the label's member is a weak point, so that the first sentence under it says why. */
  isCause: boolean;
  isFirst: boolean;
  isOnly: boolean;
}

interface Context {
  locale: Locale;
  corrected: CorrectedLines;
  fixSpelling: (text: string) => string;
  nameOf: (concept: Concept) => string;
}

/** A sentence with more bold words than this is a table of emphasis, not a set of questions. */
const mostBlanks = 6;

/** Splits after a full stop and a space; a number like 3.5 stays whole. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const isEnd =
      ".!?。".includes(text.charAt(at)) && (at + 1 === text.length || text.charAt(at + 1) === " ");
    if (!isEnd) continue;
    sentences.push(text.slice(start, at + 1).trim());
    start = at + 1;
  }
  const rest = text.slice(start).trim();
  return rest === "" ? sentences : [...sentences, rest];
}

const beginsExample = (sentence: string): boolean =>
  /^(?:예를 들어|예컨대|예:|for example|e\.g\.)/i.test(sentence);

/** The example with its last number left out; without a number there is nothing to work out. */
function blankLastNumber(example: string): { front: string; back: string } | null {
  const numbers = [...example.matchAll(/\d[\d,]*(?:\.\d+)?/g)];
  const last = numbers.at(-1);
  if (!last || numbers.length < 2) return null;
  return {
    front: `${example.slice(0, last.index)}[ ? ]${example.slice(last.index + last[0].length)}`,
    back: last[0],
  };
}

const holdsName = (text: string, concept: Concept): boolean => {
  const key = nameKey(text);
  return Object.values(concept.names).some((name) => key.includes(nameKey(name)));
};

export function draftStatement(node: NoteNode, place: Place, context: Context): Draft[] {
  const { locale, corrected, fixSpelling, nameOf } = context;
  const { concept, label } = place;
  const say = wordings[locale];
  const sentences = sentencesOf(fixSpelling(node.text));
  const exampleAt = sentences.findIndex(beginsExample);
  const isParagraph = node.kind === "text";
  const statement = (exampleAt < 0 ? sentences : sentences.slice(0, exampleAt)).join(" ");
  const example = exampleAt < 0 ? "" : sentences.slice(exampleAt).join(" ");
  const cited = [node.line];
  const error = errorOn(corrected, node.file, cited);
  const base = { concept, file: node.file, at: node.line, cited, isWrong: error !== undefined };
  const drafts: Draft[] = [];
  const name = nameOf(concept);
  if (statement) {
    const rule = place.isCause && place.isFirst ? ("R6" as const) : ("R1" as const);
    const cue =
      place.isOnly || (place.isCause && place.isFirst) ? null : statement.split(" ").slice(0, 3).join(" ");
    const ask = rule === "R6" && label ? say.whyProblem(name, label) : say.definition(name, label, cue);
    const front = error ? say.corrected(name) : ask;
    const back = error ? taught(error, locale) : statement;
    drafts.push({
      ...base,
      rule,
      direction: rule === "R6" ? "cause" : "statement",
      front,
      back,
      words: statement,
      isWrong: false,
    });
    if (
      rule === "R1" &&
      label === null &&
      place.isFirst &&
      statement.length >= 15 &&
      !holdsName(sentences[0] ?? "", concept)
    ) {
      const asked = isParagraph ? (sentences[0] ?? statement) : statement;
      drafts.push({
        ...base,
        rule: "R2",
        direction: "term",
        front: say.whichConcept(asked),
        back: name,
        words: statement,
      });
    }
  }
  const worked = example && blankLastNumber(example);
  if (example) {
    const front = worked ? say.blank(worked.front) : say.whichConcept(example);
    const back = worked ? worked.back : name;
    if (worked || !holdsName(example, concept))
      drafts.push({ ...base, rule: "R9", direction: "example", front, back, words: example });
  }
  for (const span of new Set(node.bold.slice(0, mostBlanks).map(fixSpelling))) {
    const whole = sentences.join(" ");
    if (span === "" || span === whole || !whole.includes(span)) continue;
    drafts.push({
      ...base,
      rule: "R10",
      direction: "blank",
      front: say.blank(whole.replace(span, () => "[ ? ]")),
      back: span,
      words: span,
    });
  }
  return drafts;
}
