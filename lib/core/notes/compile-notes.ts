/** Turns Markdown notes, and what an author put beside them, into a course. */

import type { Locale } from "../text";
import { alignNotes } from "./align-notes";
import { applyWords } from "./apply-words";
import { mapConcepts, titleOf } from "./concept-map";
import { anchorKey, findAnchor, placeCorrections } from "./corrections";
import type { Correction, Course, Link } from "./course";
import type { CardData, ConceptsFile } from "./course-data";
import { draftCards } from "./draft-cards";
import { finishCards } from "./finish-cards";
import { parseNote } from "./parse-note";
import { type Problem, warningOf } from "./problems";
import { showTranslation } from "./show-translation";
import { translateDrafts } from "./translate-drafts";

export interface NotesInput {
  /** File names and texts in course order. */
  files: readonly { file: string; text: string }[];
  corrections?: readonly Correction[];
  /** The author's concept tree; without one the tree comes from headings, labels and terms. */
  outline?: ConceptsFile | null;
  cards?: readonly CardData[];
  /**
   * The same files in another language, in the same order: each card then has both. Data files speak of `files`. When
   * it `isShown`, the course is told in its words and lines instead.
   */
  translation?: { locale: Locale; files: readonly { file: string; text: string }[]; isShown?: true };
}

/** Whether a text is in Korean: a tenth of its characters, since terms and links are not. */
export const isMostlyKorean = (text: string): boolean =>
  (text.normalize("NFC").match(/[가-힣]/g)?.length ?? 0) * 10 > text.length;

/** The course of these files. Broken structure becomes warnings, all at once; whatever can be compiled still is. */
export function compileNotes({
  files,
  corrections = [],
  outline = null,
  cards = [],
  translation,
}: NotesInput): Course {
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
    locale,
  );
  const translated = translation?.files.map(({ file, text }) => parseNote(file, text));
  const alignment = translated && alignNotes(notes, translated);
  if (translation && translated && alignment) {
    const original = { concepts, corrected, fixSpelling, alignment };
    translateDrafts(worded.drafts, translated, translation.locale, original);
  }

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
    ...(translation?.isShown ? (translated ?? []) : notes).flatMap((note) => note.problems),
    ...(translation?.isShown ? [] : drafted.flatMap((part) => part.problems)),
    ...corrected.problems,
    ...worded.problems,
    ...(alignment?.problems ?? []),
    ...silent.map(({ file }): Problem => ({ file, line: 1, code: "no-cards", what: "" })),
  ];
  const order = new Map([...files, ...(translation?.files ?? [])].map(({ file }, index) => [file, index]));
  const warnings = problems
    .map((problem) => warningOf(problem, translation?.isShown ? translation.locale : locale))
    .sort((one, other) => (order.get(one.file) ?? 0) - (order.get(other.file) ?? 0) || one.line - other.line);
  const firstRoot = roots[0];
  const firstHeading = firstRoot?.children.find((child) => child.kind === "heading");
  const title = (firstRoot && titleOf(firstRoot)?.text) ?? firstHeading?.text ?? files[0]?.file ?? "";
  const links = [...tree, ...drafted.flatMap((part) => part.links), ...handLinks];
  const course: Course = {
    course: { title: title.replaceAll("_", " "), locale },
    concepts: concepts.concepts,
    cards: finished,
    links,
    warnings,
  };
  return alignment && translation?.isShown ? showTranslation(course, translation.locale, alignment) : course;
}
