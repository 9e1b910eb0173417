/** `epoch notes compile FILE…`: Markdown notes in, concepts, cards, links and warnings out. */
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { compileNotes, isMostlyKorean } from "@/lib/core/notes/compile-notes";
import { outlineOf } from "@/lib/core/notes/outline-of";
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
 * Compiles the named files as one course, with the data files beside the first of them. A copy of the shipped notes
 * kept elsewhere, in either language, is known by its title and keeps the shipped corrections, so that no copy teaches
 * an error.
 * Exit 1 for a file that cannot be read, 2 when no file is named.
 */
export async function compileCommand(args: string[]): Promise<CommandResult> {
  const unknown = args.find((arg) => arg.startsWith("-"));
  const [first] = args;
  if (first === undefined || unknown !== undefined) {
    const message = unknown
      ? `Unknown option ${unknown}. Usage: notes compile FILE…`
      : "Usage: notes compile FILE…";
    return { exit: 2, json: { error: { kind: "usage", message } } };
  }
  const files: { file: string; text: string }[] = [];
  for (const file of new Set(args)) {
    const note = await readNote(file, file);
    if (!note.ok) return refuse(note.error);
    files.push(note.value);
  }
  const folder = dirname(resolve(first));
  const beside = await readCourseData(folder);
  if (!beside.ok) return refuse(beside.error);
  const known = await readCourseFolder(isEmpty(beside.value) ? shipped : folder);
  if (!isEmpty(beside.value)) {
    return known.ok ? { exit: 0, json: compileNotes(withData(files, known.value)) } : refuse(known.error);
  }
  if (!known.ok || titleOf(files) !== titleOf(known.value.files))
    return { exit: 0, json: compileNotes(inLanguages(files)) };
  return { exit: 0, json: compileNotes(withData(files, known.value)) };
}

/** The named notes with a folder's data. A translation alone is read against the notes that its data files speak of. */
function withData(files: readonly NoteFile[], { files: primary, translation, ...data }: CourseFolder) {
  const isTranslation = translation && files.every(({ text }) => !isMostlyKorean(text));
  if (!isTranslation) return { ...inLanguages(files), ...data };
  return { files: primary, translation: { ...translation, files, isShown: true as const }, ...data };
}
