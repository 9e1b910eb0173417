/** Decides which part of a note in another language is which part of the first, and where the two drift apart. */
import type { NoteNode } from "./note-reader";
import type { ParsedNote } from "./parse-note";
import type { DriftKind, Problem } from "./problems";

export interface Drift {
  /** Line in the translation; where something is missing, of the part that should hold it. */
  line: number;
  kind: DriftKind;
  /** What was expected there: words, a heading level, numbers or a count. */
  expected: string;
}

export interface Pairing {
  /** From each node of the first language to the same place in the other. */
  twins: Map<NoteNode, NoteNode>;
  drifts: Drift[];
}

const isHeading = (node: NoteNode): boolean => node.kind === "heading";
const groupOf = (kind: NoteNode["kind"]): string => (kind === "item" || kind === "text" ? "words" : kind);

const numbersIn = (text: string): string =>
  (text.match(/\d+(?:[.,]\d+)*/g) ?? [])
    .map((number) => number.replaceAll(",", ""))
    .sort()
    .join(", ");

/** What a part and its translation share whatever the language: its kind, its numbers, its bold words. */
const signOf = ({ kind, depth, bold, text }: NoteNode): string =>
  `${groupOf(kind)}${kind === "heading" ? depth : ""} ${bold.length} ${numbersIn(text)}`;
const deepSignOf = (node: NoteNode): string => `${signOf(node)}[${node.children.map(deepSignOf).join()}]`;

/** The first of the longer list that says other things than its neighbour in the shorter; without a sign, the first beyond its end. */
const firstApart = (longer: readonly NoteNode[], shorter: readonly NoteNode[]): NoteNode | undefined =>
  longer.find((node, at) => {
    const other = shorter[at];
    return other === undefined || signOf(node) !== signOf(other);
  });

const sharedStart = (one: readonly string[], other: readonly string[]): number => {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1;
  return length;
};

type Pair = readonly [NoteNode, NoteNode];
const zip = (one: readonly NoteNode[], other: readonly NoteNode[]): Pair[] =>
  one.flatMap((node, at): Pair[] => (other[at] ? [[node, other[at]]] : []));

/** Where headings are missing, only those are paired that can be no other: from each end, up to where a gap may be. */
function pairHeadings(one: readonly NoteNode[], other: readonly NoteNode[]): Pair[] {
  const [signs, others] = [one.map(deepSignOf), other.map(deepSignOf)];
  const shorter = Math.min(one.length, other.length);
  const start = sharedStart(signs, others);
  const end = sharedStart([...signs].reverse(), [...others].reverse());
  const front = Math.min(start, shorter - end);
  const tail = Math.min(end, shorter - start);
  return [
    ...zip(one.slice(0, front), other.slice(0, front)),
    ...zip(one.slice(one.length - tail), other.slice(other.length - tail)),
  ];
}

function pairUp(
  one: readonly NoteNode[],
  other: readonly NoteNode[],
  report: Reporter,
  holder: NoteNode,
): Pair[] {
  if (one.length === other.length) return zip(one, other);
  if (one.length > other.length) report(holder, "missing", firstApart(one, other)?.text ?? "");
  else {
    const odd = firstApart(other, one);
    report(odd ?? holder, "extra", odd?.text ?? "");
  }
  return one.every(isHeading) ? pairHeadings(one, other) : [];
}

type Reporter = (node: NoteNode, kind: DriftKind, expected: string) => void;

/**
 * Pairs the nodes of two notes by their place in the tree. A list with another number of items pairs none of them, so that
 * no sentence is ever taken for the translation of its neighbour; headings are paired from both ends as far as that is sure.
 */
export function pairNotes(primary: ParsedNote, other: ParsedNote): Pairing {
  const twins = new Map<NoteNode, NoteNode>();
  const drifts: Drift[] = [];
  const report: Reporter = (node, kind, expected) => drifts.push({ line: node.line, kind, expected });

  const visit = (one: NoteNode, two: NoteNode): void => {
    twins.set(one, two);
    if (one.kind === "heading" && one.depth !== two.depth) report(two, "level", "#".repeat(one.depth));
    if (numbersIn(one.text) !== numbersIn(two.text)) report(two, "numbers", numbersIn(one.text));
    if (one.bold.length !== two.bold.length) report(two, "bold", String(one.bold.length));
    for (const pick of [isHeading, (node: NoteNode) => !isHeading(node)])
      for (const [left, right] of pairUp(one.children.filter(pick), two.children.filter(pick), report, two))
        if (groupOf(left.kind) === groupOf(right.kind)) visit(left, right);
        else report(right, "kind", left.text);
  };
  visit(primary.root, other.root);
  return { twins, drifts: drifts.sort((one, two) => one.line - two.line) };
}

/** Where a translation drifts from the note in the first language, in line order; empty when both are built alike. */
export const checkTranslation = (primary: ParsedNote, other: ParsedNote): Drift[] =>
  pairNotes(primary, other).drifts;

export interface Place {
  file: string;
  line: number;
}

export interface Alignment {
  twinOf: (node: NoteNode) => NoteNode | undefined;
  /** Where a line of the first language stands in the other. */
  toTranslation: (place: Place) => Place | null;
  problems: Problem[];
}

const keyOf = ({ file, line }: Place): string => `${file}:${line}`;

/** Lays notes of another language over those of the first, file on file in their order. */
export function alignNotes(primary: readonly ParsedNote[], other: readonly ParsedNote[]): Alignment {
  const twins = new Map<NoteNode, NoteNode>();
  const places = new Map<string, Place>();
  const problems: Problem[] = [];
  for (const [at, note] of primary.entries()) {
    const translated = other[at];
    if (!translated) {
      const { file } = note.root;
      if (other.length > 0)
        problems.push({ file, line: 1, code: "translation-drift", what: file, drift: "missing" });
      continue;
    }
    const { file } = translated.root;
    const pairing = pairNotes(note, translated);
    for (const [one, two] of pairing.twins) {
      twins.set(one, two);
      for (let line = one.line; line <= one.lastLine; line += 1)
        places.set(keyOf({ file: one.file, line }), {
          file,
          line: Math.min(two.line + line - one.line, two.lastLine),
        });
    }
    for (const { line, kind, expected } of pairing.drifts)
      problems.push({ file, line, code: "translation-drift", what: expected, drift: kind });
  }
  return {
    twinOf: (node) => twins.get(node),
    toTranslation: (place) => places.get(keyOf(place)) ?? null,
    problems,
  };
}
