/** R1, R2, R9, R10: one sentence about a concept, asked forwards, backwards, as an example and with its bold words blank. */
import { blankMark, blankOut } from "./cloze";
import { contrastOf } from "./contrast";
import { errorOn, taught } from "./corrections";
import type { Concept } from "./course";
import type { Draft } from "./draft";
import { nameKey } from "./names";
import type { NoteNode } from "./note-reader";
import { holdsError, type Page } from "./page";
import { sentencesOf, splitExample } from "./sentences";
import type { Voice } from "./voice";

export interface Place {
  concept: Concept;
  /** The named label or problem that the sentence stands under, if it is more than "정의". */
  label: ((voice: Voice) => string) | null;
  /** The generic label that it stands under and is asked by. */
  aspect: ((voice: Voice) => string) | null;
  /** Whether it stands under "정의" or says itself what its concept is. */
  isDefinition: boolean;
  /** Whether the label's member is a weak point, so that the first sentence under it says why. */
  isCause: boolean;
  isFirst: boolean;
  /** Whether the notes name the concept; a file's name is no answer. */
  isNamed: boolean;
  isOnly: boolean;
  /** The words of the sentence, where they are not all of the node's. */
  text: (voice: Voice) => string;
  /** The family that asks the concept's worked examples with fresh numbers. */
  family: string | undefined;
}

/** A sentence with more bold words than this is a table of emphasis, not a set of questions. */
const mostBlanks = 6;
/** More characters than this are no single card. */
export const longestStatement = 2_000;

/** The example with its last number left out; without a number there is nothing to work out. */
function blankLastNumber(example: string): { front: string; back: string } | null {
  const numbers = [...example.matchAll(/\d[\d,]*(?:\.\d+)?/g)];
  const last = numbers.at(-1);
  if (!last || numbers.length < 2) return null;
  return {
    front: `${example.slice(0, last.index)}${blankMark}${example.slice(last.index + last[0].length)}`,
    back: last[0],
  };
}

const holdsName = (text: string, concept: Concept): boolean => {
  const key = nameKey(text);
  return Object.values(concept.names).some((name) => key.includes(nameKey(name)));
};

type Base = Pick<Draft, "concept" | "file" | "at" | "cited" | "isWrong" | "nodes">;

const baseOf = (page: Page, node: NoteNode, concept: Concept): Base => ({
  concept,
  file: node.file,
  at: node.line,
  cited: [node.line],
  isWrong: holdsError(page, node, [node.line]),
  nodes: [node],
});

export function draftStatement(page: Page, node: NoteNode, place: Place): void {
  if (place.text(page.voice).length > longestStatement) {
    page.leftOut.set(node, "too-long");
    return;
  }
  const base = baseOf(page, node, place.concept);
  draftAsSaid(page, node, place, base);
  draftContrast(page, place, base);
  draftExample(page, place, base);
  draftBlanks(page, node, place.concept);
}

/** R1 asks what the notes say of the concept (R6: why its weak point is one), R2 what the sentence is about. */
function draftAsSaid(page: Page, node: NoteNode, place: Place, base: Base): void {
  const { concept, label, aspect } = place;
  const statementIn = (voice: Voice) => splitExample(place.text(voice)).sentences.join(" ");
  const statement = statementIn(page.voice);
  if (!statement) return;
  const error = errorOn(page.corrected, node.file, base.cited);
  const isWhy = place.isCause && place.isFirst;
  // The beginning of the statement, never the whole of it.
  const cueIn = (voice: Voice) => {
    const words = statementIn(voice).split(" ");
    return place.isOnly || isWhy ? null : words.slice(0, Math.min(3, words.length - 1)).join(" ") || null;
  };
  const ask = (voice: Voice): string => {
    const name = voice.name(concept);
    if (error) return voice.say.corrected(name);
    if (isWhy && label) return voice.say.whyProblem(name, label(voice));
    if (!label && aspect) return voice.say.aspect(name, aspect(voice), cueIn(voice));
    return label || place.isDefinition
      ? voice.say.definition(name, label?.(voice) ?? null, cueIn(voice))
      : voice.say.about(name, cueIn(voice));
  };
  page.drafts.push({
    ...base,
    rule: isWhy ? "R6" : "R1",
    direction: isWhy ? "cause" : "statement",
    write: (voice) => {
      const blocks = voice.whole(node).slice(voice.text(node).length);
      return { front: ask(voice), back: error ? taught(error, voice.locale) : statementIn(voice) + blocks };
    },
    words: statement,
    isWrong: false,
  });
  const [first = ""] = sentencesOf(statement);
  const isDefining = !isWhy && label === null && place.isFirst && place.isNamed;
  if (!isDefining || statement.length < 15 || holdsName(first, concept)) return;
  page.drafts.push({
    ...base,
    rule: "R2",
    direction: "term",
    write: (voice) => {
      const said = statementIn(voice);
      const asked = node.kind === "text" ? (sentencesOf(said)[0] ?? said) : said;
      return { front: voice.say.whichConcept(asked), back: voice.name(concept) };
    },
    words: statement,
  });
}

/** R7: a sentence with two opposite halves. */
function draftContrast(page: Page, place: Place, base: Base): void {
  const find = (voice: Voice) => {
    for (const sentence of splitExample(place.text(voice)).sentences) {
      const contrast = contrastOf(sentence);
      if (contrast) return contrast;
    }
    return null;
  };
  const own = find(page.voice);
  if (!own) return;
  page.drafts.push({
    ...base,
    rule: "R7",
    direction: "contrast",
    write: (voice) => {
      const contrast = find(voice);
      return contrast && { front: voice.say.blanks(contrast.front), back: contrast.blanks.join("\n") };
    },
    words: own.blanks.join("\n"),
  });
}

/** R9: a worked example. */
function draftExample(page: Page, place: Place, base: Base): void {
  const { concept, family } = place;
  const { example } = splitExample(place.text(page.voice));
  if (!example) return;
  const isWorked = blankLastNumber(example) !== null;
  if (!isWorked && holdsName(example, concept)) return;
  page.drafts.push({
    ...base,
    rule: "R9",
    direction: "example",
    write: (voice) => {
      const said = splitExample(place.text(voice)).example;
      const worked = blankLastNumber(said);
      if (!said || (worked !== null) !== isWorked) return null;
      return worked
        ? { front: voice.say.blank(worked.front), back: worked.back }
        : { front: voice.say.whichConcept(said), back: voice.name(concept) };
    },
    words: example,
    ...(isWorked && family !== undefined ? { family } : {}),
  });
}

/** R10: bold words left blank in their sentence. */
export function draftBlanks(page: Page, node: NoteNode, concept: Concept): void {
  const blankIn = (voice: Voice, at: number) => {
    const span = voice.bold(node)[at] ?? "";
    const home = sentencesOf(voice.text(node)).find((sentence) => sentence.includes(span));
    const isLabel = home?.startsWith(span) && /^\s?[:：—]/.test(home.slice(span.length));
    return span === "" || home === undefined || home === span || isLabel ? null : { span, home };
  };
  const spans = page.voice.bold(node).slice(0, mostBlanks);
  const base = baseOf(page, node, concept);
  for (const [at, span] of spans.entries()) {
    if (spans.indexOf(span) !== at || !blankIn(page.voice, at)) continue;
    page.drafts.push({
      ...base,
      rule: "R10",
      direction: "blank",
      write: (voice) => {
        const blank = blankIn(voice, at);
        return blank && { front: voice.say.blank(blankOut(blank.home, blank.span)), back: blank.span };
      },
      words: span,
    });
  }
}
