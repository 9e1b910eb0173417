/** `epoch notes compile FILE…` and `epoch notes compare OLD NEW`: Markdown notes in, cards or their changes out. */
import { stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { compileNotes, isMostlyKorean, type NotesInput } from "@/lib/core/notes/compile-notes";
import { type KnownCard, knownCards, type Place } from "@/lib/core/notes/identity/known-card";
import { type Change, matchCards } from "@/lib/core/notes/identity/match-cards";
import { outlineOf } from "@/lib/core/notes/outline-of";
import { ok, type Result } from "@/lib/core/result";
import {
  type CourseData,
  type CourseFolder,
  type FolderFailure,
  inLanguages,
  type NoteFile,
  readCourseData,
  readCourseFolder,
  readNote,
} from "@/lib/server/notes/read-course-folder";

export interface CommandResult {
  exit: 0 | 1 | 2;
  json: unknown;
}

const shipped = resolve(dirname(fileURLToPath(import.meta.url)), "../../content/deep-learning");
const refuse = (error: FolderFailure): CommandResult => ({
  exit: 1,
  json: { error: { ...error, message: `${error.file}: ${error.message}` } },
});

const isEmpty = (data: CourseData): boolean =>
  data.outline === null && data.cards.length === 0 && data.corrections.length === 0;

const titleOf = (files: readonly { text: string }[]): string | undefined =>
  outlineOf(files[0]?.text ?? "")[0]?.text;

/**
 * What to compile for these files as one course, with the data files beside the first of them. A copy of the shipped
 * notes kept elsewhere, in either language, is known by its title and keeps the shipped corrections, so that no copy
 * teaches an error.
 */
async function readInput(paths: readonly [string, ...string[]]): Promise<Result<NotesInput, FolderFailure>> {
  const files: NoteFile[] = [];
  for (const path of new Set(paths)) {
    const note = await readNote(path, path);
    if (!note.ok) return note;
    files.push(note.value);
  }
  const folder = dirname(resolve(paths[0]));
  const beside = await readCourseData(folder);
  if (!beside.ok) return beside;
  const known = await readCourseFolder(isEmpty(beside.value) ? shipped : folder);
  if (!isEmpty(beside.value)) return known.ok ? ok(withData(files, known.value)) : known;
  const isCopy = known.ok && titleOf(files) === titleOf(known.value.files);
  return ok(isCopy ? withData(files, known.value) : inLanguages(files));
}

const usage = (words: string, args: readonly string[]): CommandResult => {
  const unknown = args.find((arg) => arg.startsWith("-"));
  const message = unknown ? `Unknown option ${unknown}. Usage: ${words}` : `Usage: ${words}`;
  return { exit: 2, json: { error: { kind: "usage", message } } };
};
const isOption = (arg: string): boolean => arg.startsWith("-");

/** Prints the course of the named notes. Exit 1 for a file that cannot be read, 2 when no file is named. */
export async function compileCommand(args: string[]): Promise<CommandResult> {
  const [first, ...more] = args;
  if (first === undefined || args.some(isOption)) return usage("notes compile FILE…", args);
  const input = await readInput([first, ...more]);
  return input.ok ? { exit: 0, json: compileNotes(input.value) } : refuse(input.error);
}

/**
 * Prints what happened to each card between two versions of notes, each a file or a folder. A lone file may have another
 * name in each version; files of folders are the same when their names are.
 */
export async function compareCommand(args: string[]): Promise<CommandResult> {
  const [old, next, ...more] = args;
  if (old === undefined || next === undefined || more.length > 0 || args.some(isOption))
    return usage("notes compare OLD NEW", args);
  const versions: KnownCard[][] = [];
  for (const path of [old, next]) {
    const input = (await isFolder(path)) ? await readCourseFolder(path) : await readInput([path]);
    if (!input.ok) return refuse(input.error);
    const { files, translation } = input.value;
    versions.push(knownCards(compileNotes(input.value), translation?.isShown ? translation.files : files));
  }
  const [before = [], after = []] = versions;
  const names = [before, after].map((cards) => [...new Set(cards.map(({ file }) => file))]);
  const isLone = names.every((files) => files.length <= 1);
  const unnamed = (cards: KnownCard[]) => (isLone ? cards.map((card) => ({ ...card, file: "" })) : cards);
  const { differences } = matchCards(unnamed(before), unnamed(after));
  const named = (places: Place[], at: 0 | 1) =>
    places.map((place) => ({ ...place, file: isLone ? (names[at]?.[0] ?? "") : place.file }));
  const json = Object.fromEntries(
    Object.entries(differences).map(([kind, changes]: [string, Change[]]) => [
      kind,
      changes.map(({ id, from, to }) => ({ id, from: named(from, 0), to: named(to, 1) })),
    ]),
  );
  return { exit: 0, json };
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** The named notes with a folder's data. A translation alone is read against the notes that its data files speak of. */
function withData(files: readonly NoteFile[], { files: primary, translation, ...data }: CourseFolder) {
  const isTranslation = translation && files.every(({ text }) => !isMostlyKorean(text));
  if (!isTranslation) return { ...inLanguages(files), ...data };
  return { files: primary, translation: { ...translation, files, isShown: true as const }, ...data };
}
