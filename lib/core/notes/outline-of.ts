/** Decides what "place in the notes" shows: the headings of a file as they read. */
import { type NoteNode, parseNote } from "./parse-note";

export interface OutlineLine {
  text: string;
  depth: number;
  line: number;
}

/** The headings of one note in reading order; `depth` is the heading level, 1 to 6; lines count from 1. */
export function outlineOf(text: string): OutlineLine[] {
  const gather = (node: NoteNode): OutlineLine[] => [
    ...(node.kind === "heading" ? [{ text: node.text, depth: node.depth, line: node.line }] : []),
    ...node.children.filter((child) => child.kind === "heading").flatMap(gather),
  ];
  return gather(parseNote("", text).root);
}
