import { type OutlineLine, outlineOf } from "@/lib/core/notes/outline-of";
import type { Side } from "@/lib/core/notes/stored-course";
import type { OutlineEntry } from "@/lib/core/study/review-card";
import type { CourseIndex } from "./course-index";

const kept = new WeakMap<object, OutlineLine[]>();

/**
 * The headings of the section of the notes that a card is in, the nearest one above it marked; a section without
 * headings of its own shows the sections around it instead.
 */
export function outlineAround(course: CourseIndex, { file, lines: [from] }: Side): OutlineEntry[] {
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
  return around.map((entry) => ({ text: entry.text, depth: entry.depth, isHere: entry === outline[here] }));
}

/** The depth of the note's sections: the first one with several headings, since a lone heading is the title. */
function sectionDepth(outline: readonly OutlineLine[]): number {
  for (let depth = 1; depth < 6; depth += 1) {
    if (outline.filter((line) => line.depth === depth).length > 1) return depth;
  }
  return 6;
}
