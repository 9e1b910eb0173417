import type { ConceptId } from "@/lib/core/ids";
import { type OutlineLine, outlineOf } from "@/lib/core/notes/outline-of";
import type { Side } from "@/lib/core/notes/stored-course";
import type { OutlineEntry } from "@/lib/core/study/review-card";
import type { CourseIndex } from "./course-index";

const kept = new WeakMap<object, OutlineLine[]>();

/**
 * The headings of the section of the notes that a card is in, the nearest one above it marked; a section without
 * headings of its own shows the sections around it instead. A neighbour that begins with a drawback of the card's
 * concept, as "X의 단점" does, says it.
 */
export function outlineAround(
  course: CourseIndex,
  { file, lines: [from] }: Side,
  conceptId: ConceptId,
): OutlineEntry[] {
  const note = course.notes.get(file);
  if (!note) return [];
  const outline = kept.get(note) ?? outlineOf(note.text);
  kept.set(note, outline);
  const here = outline.findLastIndex(({ line }) => line <= from);
  if (here < 0) return [];
  const top = sectionDepth(outline);
  const first = Math.max(
    0,
    outline.findLastIndex(({ depth }, index) => depth <= top && index <= here),
  );
  const next = outline.findIndex(({ depth }, index) => depth <= top && index > here);
  const section = outline.slice(first, next < 0 ? outline.length : next);
  const around = section.length > 1 ? section : outline.filter(({ depth }) => depth === top);
  const drawback = drawbackLine(course, file, conceptId);
  const told = outline.findLast(({ line }) => drawback !== null && line <= drawback);
  return around.map((entry) => ({
    text: entry.text,
    depth: entry.depth,
    isHere: entry === outline[here],
    ...(drawback !== null &&
      entry === told &&
      entry !== outline[here] && { quote: quoteAt(note.lines, drawback) }),
  }));
}

/** The line under another concept that names a drawback of this one; null where none does or it is known to be wrong. */
function drawbackLine(course: CourseIndex, file: string, conceptId: ConceptId): number | null {
  const link = course.links.find(
    ({ kind, to, correction }) => kind === "remedies" && to === conceptId && correction === undefined,
  );
  const written = link && course.notes.get(link.file)?.lines;
  // A translation has its lines where the notes have theirs.
  if (!written || written.length !== course.notes.get(file)?.lines.length) return null;
  const said = itemAt(written, link.line).join(" ");
  const isWrong = [...course.corrections.values()].some(
    ({ kind, anchor, also = [] }) => kind === "err" && [anchor, ...also].some((part) => said.includes(part)),
  );
  return isWrong ? null : link.line;
}

const quotedAtMost = 160;
const depthOf = (line: string): number => line.length - line.trimStart().length;
const wordsOf = (line: string): string => line.trim().replace(/^[-*+]\s+/, "");

/** An item of the notes and what stands under it, a line each. */
function itemAt(lines: readonly string[], line: number): string[] {
  const [item = "", ...after] = lines.slice(line - 1);
  const end = after.findIndex((next) => next.trim() === "" || depthOf(next) <= depthOf(item));
  return [item, ...(end < 0 ? after : after.slice(0, end))].map(wordsOf);
}

function quoteAt(lines: readonly string[], line: number): string {
  const [item, ...under] = itemAt(lines, line);
  const text = under.length === 0 ? `${item}` : `${item}: ${under.join(" ")}`;
  return text.length > quotedAtMost ? `${text.slice(0, quotedAtMost - 1).trimEnd()}…` : text;
}

/** The depth of the note's sections: the first one with several headings, since a lone heading is the title. */
function sectionDepth(outline: readonly OutlineLine[]): number {
  for (let depth = 1; depth < 6; depth += 1) {
    if (outline.filter((line) => line.depth === depth).length > 1) return depth;
  }
  return 6;
}
