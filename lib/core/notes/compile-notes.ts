/** Turns Markdown notes, and what an author put beside them, into a course. */

import { applyWords } from "./apply-words";
import { mapConcepts, titleOf } from "./concept-map";
import { anchorKey, findAnchor, placeCorrections } from "./corrections";
import type { Correction, Course, Link } from "./course";
import type { CardData, ConceptsFile } from "./course-data";
import { draftCards } from "./draft-cards";
import { finishCards } from "./finish-cards";
import { parseNote } from "./parse-note";
import { type Problem, warningOf } from "./problems";

export interface NotesInput {
  /** File names and texts in course order. */
  files: readonly { file: string; text: string }[];
  corrections?: readonly Correction[];
  /** The author's concept tree; without one the tree comes from headings, labels and terms. */
  outline?: ConceptsFile | null;
  cards?: readonly CardData[];
}

const isMostlyKorean = (text: string): boolean => (text.match(/[가-힣]/g)?.length ?? 0) * 10 > text.length;

/** The course of these files. Broken structure becomes warnings, all at once; whatever can be compiled still is. */
export function compileNotes({ files, corrections = [], outline = null, cards = [] }: NotesInput): Course {
  const notes = files.map(({ file, text }) => parseNote(file, text));
  const locale = isMostlyKorean(files.map(({ text }) => text.slice(0, 20_000)).join("")) ? "ko" : "en";
  const spellings = Object.entries(outline?.spellings ?? {});
  const fixSpelling = (text: string) =>
    spellings.reduce((fixed, [wrong, right]) => fixed.replaceAll(wrong, right), text);
  const anchored = notes.map((note, index) => ({
    file: files[index]?.file ?? "",
    lines: note.lines.map(anchorKey),
  }));
  const corrected = placeCorrections(anchored, corrections);
  const roots = notes.map((note) => note.root);
  const concepts = mapConcepts({
    roots,
    outline: outline?.concepts ?? [],
    plain: outline?.plain ?? [],
    fixSpelling,
  });
  const drafted = roots.map((root) => draftCards(root, { locale, concepts, corrected, fixSpelling }));
  const worded = applyWords(
    drafted.flatMap((part) => part.drafts),
    cards,
    anchored,
    concepts,
  );

  const tree: Link[] = concepts.concepts.flatMap(({ id, parent, file, lines }) =>
    parent === null ? [] : [{ from: id, to: parent, kind: concepts.kindOf(id), file, line: lines[0] }],
  );
  const handLinks = (outline?.links ?? []).flatMap((link): Link[] => {
    const place = findAnchor(anchored, link.at);
    const from = concepts.byId(link.from);
    const to = concepts.byId(link.to);
    if (!place || !from || !to) return [];
    const { kind, correction } = link;
    return [
      { from: from.id, to: to.id, kind, ...place, ...(correction === undefined ? {} : { correction }) },
    ];
  });

  const finished = finishCards(
    worded.drafts,
    files.map(({ file }) => file),
    corrected,
  );
  const silent = files.filter(({ file }) => !finished.some((card) => card.file === file));
  const problems: Problem[] = [
    ...notes.flatMap((note) => note.problems),
    ...drafted.flatMap((part) => part.problems),
    ...corrected.problems,
    ...worded.problems,
    ...silent.map(({ file }): Problem => ({ file, line: 1, code: "no-cards", what: "" })),
  ];
  const order = new Map(files.map(({ file }, index) => [file, index]));
  const warnings = problems
    .map((problem) => warningOf(problem, locale))
    .sort((one, other) => (order.get(one.file) ?? 0) - (order.get(other.file) ?? 0) || one.line - other.line);
  const firstRoot = roots[0];
  const firstHeading = firstRoot?.children.find((child) => child.kind === "heading");
  const title = (firstRoot && titleOf(firstRoot)?.text) ?? firstHeading?.text ?? files[0]?.file ?? "";
  const links = [...tree, ...drafted.flatMap((part) => part.links), ...handLinks];
  return {
    course: { title: title.replaceAll("_", " ") },
    concepts: concepts.concepts,
    cards: finished,
    links,
    warnings,
  };
}
