/** Turns Markdown notes, and what an author put beside them, into a course. */
import type { Locale } from "../text";
import { applyWords } from "./apply-words";
import { mapConcepts, titleOf } from "./concept-map";
import { anchorKey, findAnchor, placeCorrections } from "./corrections";
import type { Correction, Course, Image, Link } from "./course";
import type { CardData, ConceptsFile } from "./course-data";
import { listUncovered } from "./coverage";
import { draftCards } from "./draft-cards";
import { draftOddOnes } from "./draft-odd-one";
import { finishCards } from "./finish-cards";
import type { NoteNode } from "./note-reader";
import type { Page } from "./page";
import { parseNote } from "./parse-note";
import { type Problem, warningOf } from "./problems";
import { showTranslation } from "./show-translation";
import { alignNotes } from "./translate";
import { voiceOf } from "./voice";

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
  const translated = translation?.files.map(({ file, text }) => parseNote(file, text)) ?? [];
  const alignment = alignNotes(notes, translated);
  const { twinOf } = alignment;
  const concepts = mapConcepts({
    roots,
    outline: outline?.concepts ?? [],
    plain: outline?.plain ?? [],
    fixSpelling,
    guesses: outline === null,
    twinOf,
  });

  const page: Page = {
    voice: voiceOf(locale, fixSpelling, (node) => node),
    concepts,
    corrected,
    drafts: [],
    links: [],
    problems: [],
    lists: [],
    named: new Set(),
    fileConcepts: new Set(),
    leftOut: new Map(),
  };
  for (const root of roots) draftCards(root, page);
  draftOddOnes(page);
  const worded = applyWords(page.drafts, cards, anchored, concepts);
  const finished = finishCards(worded.drafts, {
    files: files.map(({ file }) => file),
    voice: page.voice,
    other: translation ? { ...alignment, voice: voiceOf(translation.locale, fixSpelling, twinOf) } : null,
    corrected,
    imagesAt: imagesOf(roots),
  });

  const isShown = translation?.isShown === true;
  const silent = files.filter(({ file }) => !finished.some((card) => card.file === file));
  const problems: Problem[] = [
    ...(isShown ? translated : notes).flatMap((note) => note.problems),
    ...(isShown ? [] : page.problems),
    ...corrected.problems,
    ...worded.problems,
    ...alignment.problems,
    ...roots.flatMap((root) =>
      listUncovered({
        root,
        page,
        kept: worded.drafts,
        skipped: worded.skipped,
        tell: (node) => {
          const { file, line, text } = (isShown ? twinOf(node) : node) ?? node;
          return { file, line, what: text };
        },
      }),
    ),
    ...silent.map(({ file }): Problem => ({ file, line: 1, code: "no-cards", what: "" })),
  ];
  const order = new Map([...files, ...(translation?.files ?? [])].map(({ file }, index) => [file, index]));
  const spoken = isShown ? translation.locale : locale;
  const course: Course = {
    course: { title: titleIn(roots[0]).replaceAll("_", " "), locale },
    concepts: concepts.concepts,
    cards: finished,
    links: [...treeLinks(concepts), ...page.links, ...handLinks(outline, anchored, concepts)],
    warnings: problems
      .map((problem) => warningOf(problem, spoken))
      .sort(
        (one, other) => (order.get(one.file) ?? 0) - (order.get(other.file) ?? 0) || one.line - other.line,
      ),
  };
  return isShown ? showTranslation(course, translation.locale, alignment) : course;
}

const titleIn = (root: NoteNode | undefined): string => {
  const first = root?.children.find((child) => child.kind === "heading");
  return (root && titleOf(root)?.text) ?? first?.text ?? root?.file ?? "";
};

/** The pictures that stand with a line's words. */
function imagesOf(roots: readonly NoteNode[]): (file: string, line: number) => readonly Image[] {
  const images = new Map<string, Image[]>();
  const visit = (node: NoteNode): void => {
    if (node.images.length > 0) images.set(`${node.file}:${node.line}`, node.images);
    for (const child of node.children) visit(child);
  };
  for (const root of roots) visit(root);
  return (file, line) => images.get(`${file}:${line}`) ?? [];
}

type Concepts = ReturnType<typeof mapConcepts>;

const treeLinks = (concepts: Concepts): Link[] =>
  concepts.concepts.flatMap(({ id, parent, file, lines }) =>
    parent === null ? [] : [{ from: id, to: parent, kind: concepts.kindOf(id), file, line: lines[0] }],
  );

/** Links that the author drew, and what each concept needs first. */
function handLinks(
  outline: ConceptsFile | null,
  anchored: Parameters<typeof findAnchor>[0],
  concepts: Concepts,
): Link[] {
  const drawn = (outline?.links ?? []).flatMap((link): Link[] => {
    const place = findAnchor(anchored, link.at);
    const from = concepts.byId(link.from);
    const to = concepts.byId(link.to);
    if (!place || !from || !to) return [];
    const { kind, correction } = link;
    return [
      { from: from.id, to: to.id, kind, ...place, ...(correction === undefined ? {} : { correction }) },
    ];
  });
  const needed = (outline?.concepts ?? []).flatMap(({ id, needs = [] }) =>
    needs.flatMap((need): Link[] => {
      const from = concepts.byId(need);
      const to = concepts.byId(id);
      return from && to
        ? [{ from: from.id, to: to.id, kind: "prerequisite", file: to.file, line: to.lines[0] }]
        : [];
    }),
  );
  return [...drawn, ...needed];
}
