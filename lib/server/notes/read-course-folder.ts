/** Loads a course folder: its notes, and the data files that an author may put beside them. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { z } from "zod";
import type { NotesInput } from "@/lib/core/notes/compile-notes";
import type { Correction } from "@/lib/core/notes/course";
import {
  type CardData,
  type ConceptsFile,
  cardsFile,
  conceptsFile,
  correctionsFile,
} from "@/lib/core/notes/course-data";
import { fail, ok, type Result } from "@/lib/core/result";

export interface CourseData {
  corrections: Correction[];
  outline: ConceptsFile | null;
  cards: CardData[];
}
export interface CourseFolder extends CourseData {
  files: NotesInput["files"];
  /** The `*.en.md` beside each `*.ko.md`, when every note has one. */
  translation?: NonNullable<NotesInput["translation"]>;
}
export interface NoteFile {
  file: string;
  text: string;
}
export interface FolderFailure {
  kind: "unreadable" | "bad-data";
  file: string;
  message: string;
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ENOENT";
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** A data file that does not exist is null; one that cannot be understood says where. */
async function readData<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): Promise<Result<z.output<Schema> | null, FolderFailure>> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    return isMissing(error) ? ok(null) : fail({ kind: "unreadable", file, message: reasonOf(error) });
  }
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    if (parsed.success) return ok(parsed.data);
    const message = parsed.error.issues
      .map((issue) => `${issue.path.join(".")}: ${issue.message}`)
      .join("; ");
    return fail({ kind: "bad-data", file, message });
  } catch (error) {
    return fail({ kind: "bad-data", file, message: reasonOf(error) });
  }
}

/** Reads corrections.json, concepts.json and cards.json of a folder; each may be absent. */
export async function readCourseData(folder: string): Promise<Result<CourseData, FolderFailure>> {
  const corrections = await readData(join(folder, "corrections.json"), correctionsFile);
  if (!corrections.ok) return corrections;
  const outline = await readData(join(folder, "concepts.json"), conceptsFile);
  if (!outline.ok) return outline;
  const cards = await readData(join(folder, "cards.json"), cardsFile);
  if (!cards.ok) return cards;
  const made = (corrections.value ?? []).map(
    ({ also, ...rest }): Correction => (also ? { ...rest, also } : rest),
  );
  return ok({ corrections: made, outline: outline.value, cards: cards.value ?? [] });
}

/** Reads one note; the file is named as it was given. */
export async function readNote(path: string, file: string): Promise<Result<NoteFile, FolderFailure>> {
  try {
    return ok({ file, text: await readFile(path, "utf8") });
  } catch (error) {
    return fail({ kind: "unreadable", file, message: reasonOf(error) });
  }
}

/** The notes of a folder (every .md but README.md, in name order) with its data files: what `compileNotes` takes. */
export async function readCourseFolder(folder: string): Promise<Result<CourseFolder, FolderFailure>> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    return fail({ kind: "unreadable", file: folder, message: reasonOf(error) });
  }
  const files: NoteFile[] = [];
  for (const name of names.filter((name) => name.endsWith(".md") && name !== "README.md").sort()) {
    const note = await readNote(join(folder, name), name);
    if (!note.ok) return note;
    files.push(note.value);
  }
  const data = await readCourseData(folder);
  return data.ok ? ok({ ...inLanguages(files), ...data.value }) : data;
}

/** Korean notes with an English one beside each are one course in two languages; everything else is as it is. */
export function inLanguages(files: readonly NoteFile[]): Pick<CourseFolder, "files" | "translation"> {
  const primary = files.filter(({ file }) => file.endsWith(".ko.md"));
  const others = primary.flatMap(
    ({ file }) => files.find((other) => other.file === file.replace(/\.ko\.md$/, ".en.md")) ?? [],
  );
  const isWhole = primary.length > 0 && others.length === primary.length;
  if (!isWhole || primary.length + others.length !== files.length) return { files };
  return { files: primary, translation: { locale: "en", files: others } };
}
