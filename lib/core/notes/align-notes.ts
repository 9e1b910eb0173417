/** Lays a translation of the notes over them, heading on heading and item on item, and lists where the two drift apart. */
import type { NoteNode, ParsedNote } from "./parse-note";
import type { Problem } from "./problems";

export interface Place {
  file: string;
  line: number;
}

export interface Alignment {
  /** The node of the primary notes that this node of the translation translates. */
  primaryOf: (node: NoteNode) => NoteNode | undefined;
  toPrimary: (place: Place) => Place | null;
  toTranslation: (place: Place) => Place | null;
  problems: Problem[];
}

const keyOf = ({ file, line }: Place): string => `${file}:${line}`;
const numbersIn = (text: string): string => (text.match(/\d+/g) ?? []).sort().join(" ");

/** What a translator changed that is no wording, or null. */
function driftOf(primary: NoteNode, other: NoteNode): string | null {
  if (primary.kind !== other.kind) return `${primary.kind} ≠ ${other.kind}`;
  if (primary.kind === "heading" && primary.depth !== other.depth)
    return `# ${primary.depth} ≠ ${other.depth}`;
  if (primary.bold.length !== other.bold.length) return `** ${primary.bold.length} ≠ ${other.bold.length}`;
  const numbers = [numbersIn(primary.text), numbersIn(other.text)];
  return numbers[0] === numbers[1] ? null : `${numbers[0] || "–"} ≠ ${numbers[1] || "–"}`;
}

/** Pairs files by position and nodes by their place in the tree. A pair that drifted still is one; what has no partner is not. */
export function alignNotes(primary: readonly ParsedNote[], translation: readonly ParsedNote[]): Alignment {
  const pairs = new Map<NoteNode, NoteNode>();
  const forth = new Map<string, Place>();
  const back = new Map<string, Place>();
  const problems: Problem[] = [];
  const report = ({ file, line }: Place, what: string) =>
    problems.push({ file, line, code: "translation-drift", what });

  const pair = (one: NoteNode, other: NoteNode): void => {
    pairs.set(other, one);
    const lines = Math.max(one.lastLine - one.line, other.lastLine - other.line);
    for (let step = 0; step <= lines; step += 1) {
      const here = { file: one.file, line: Math.min(one.line + step, one.lastLine) };
      const there = { file: other.file, line: Math.min(other.line + step, other.lastLine) };
      if (!forth.has(keyOf(here))) forth.set(keyOf(here), there);
      if (!back.has(keyOf(there))) back.set(keyOf(there), here);
    }
    const drift = driftOf(one, other);
    if (drift !== null) report(other, drift);
    if (one.children.length !== other.children.length)
      report(other, `${one.children.length} ≠ ${other.children.length}: ${one.text}`);
    for (const [at, child] of other.children.entries()) {
      const twin = one.children[at];
      if (twin) pair(twin, child);
    }
  };

  for (const [at, note] of primary.entries()) {
    const other = translation[at];
    if (other) pair(note.root, other.root);
    else report({ file: note.root.file, line: 1 }, note.root.file);
  }
  return {
    primaryOf: (node) => pairs.get(node),
    toPrimary: (place) => back.get(keyOf(place)) ?? null,
    toTranslation: (place) => forth.get(keyOf(place)) ?? null,
    problems,
  };
}
