/** Makes notes of what a person pasted or uploaded: Markdown files, or a zip of a folder with them. Bounded in every way. */
import { unzipSync } from "fflate";
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
import { inLanguages, type NoteFile } from "../notes/read-course-folder";

export interface Upload {
  name: string;
  bytes: Uint8Array;
}

export interface UploadFailure {
  kind:
    | "empty"
    | "too-large"
    | "too-many"
    | "not-text"
    | "not-notes"
    | "unsafe-name"
    | "bad-archive"
    | "bad-data"
    | "bad-picture";
  file: string;
  /** What exactly is wrong, where it is more than the kind says. */
  detail?: string;
}

export const uploadLimits = { bytes: 2_000_000, lines: 20_000, entries: 500 } as const;

const dataFiles = {
  "concepts.json": conceptsFile,
  "corrections.json": correctionsFile,
  "cards.json": cardsFile,
} as const satisfies Record<string, z.ZodType>;

const isDataFile = (name: string): name is keyof typeof dataFiles => Object.hasOwn(dataFiles, name);
const baseName = (name: string): string => name.split("/").at(-1) ?? name;
const isWanted = (name: string): boolean =>
  (name.endsWith(".md") && baseName(name) !== "README.md") || isDataFile(baseName(name));
const isUnsafe = (name: string): boolean =>
  name.startsWith("/") || /^[a-z]:|\\|\0/i.test(name) || name.split("/").includes("..") || name.length > 300;

/**
 * The course that these files make, or the first thing that is wrong with them; nothing is taken in part. Data files that
 * were not uploaded are absent from the result.
 */
export function readUpload(uploads: readonly Upload[]): Result<NotesInput, UploadFailure> {
  const opened: Upload[] = [];
  for (const upload of uploads) {
    const inside = upload.name.toLowerCase().endsWith(".zip")
      ? unpack(upload, isWanted, uploadLimits.bytes)
      : ok([upload]);
    if (!inside.ok) return inside;
    opened.push(...inside.value);
  }
  if (opened.length > uploadLimits.entries) return fail({ kind: "too-many", file: opened[0]?.name ?? "" });
  const notes: NoteFile[] = [];
  const data: Partial<Record<keyof typeof dataFiles, unknown>> = {};
  let bytes = 0;
  for (const { name, bytes: content } of opened) {
    if (isUnsafe(name)) return fail({ kind: "unsafe-name", file: name });
    if (!isWanted(name)) return fail({ kind: "not-notes", file: name });
    bytes += content.length;
    if (bytes > uploadLimits.bytes) return fail({ kind: "too-large", file: name });
    const text = decode(content);
    if (text === null) return fail({ kind: "not-text", file: name });
    if (!isDataFile(baseName(name))) notes.push({ file: name, text });
    else {
      const read = readData(name, text);
      if (!read.ok) return read;
      data[baseName(name) as keyof typeof dataFiles] = read.value;
    }
  }
  const lines = notes.reduce((sum, { text }) => sum + text.split("\n").length, 0);
  if (lines > uploadLimits.lines) return fail({ kind: "too-large", file: notes[0]?.file ?? "" });
  if (notes.every(({ text }) => text.trim() === ""))
    return fail({ kind: "empty", file: notes[0]?.file ?? "" });
  notes.sort((one, other) => (one.file < other.file ? -1 : 1));
  const corrections = data["corrections.json"] as Correction[] | undefined;
  const outline = data["concepts.json"] as ConceptsFile | undefined;
  const cards = data["cards.json"] as CardData[] | undefined;
  return ok({
    ...inLanguages(notes),
    ...(corrections && { corrections }),
    ...(outline && { outline }),
    ...(cards && { cards }),
  });
}

/** No entry is inflated beyond the size in its header, and the headers together may not exceed the limit. */
export function unpack(
  { name, bytes }: Upload,
  isTakenName: (name: string) => boolean,
  mostBytes: number,
): Result<Upload[], UploadFailure> {
  let entries = 0;
  let inflated = 0;
  let refused: UploadFailure | null = null;
  try {
    const files = unzipSync(bytes, {
      filter: (entry) => {
        entries += 1;
        if (entries > uploadLimits.entries) refused ??= { kind: "too-many", file: name };
        if (isUnsafe(entry.name)) refused ??= { kind: "unsafe-name", file: entry.name };
        const isTaken = refused === null && isTakenName(entry.name) && !entry.name.startsWith("__MACOSX/");
        if (isTaken) inflated += entry.originalSize;
        if (inflated > mostBytes) refused ??= { kind: "too-large", file: entry.name };
        return isTaken && refused === null;
      },
    });
    if (refused !== null) return fail(refused);
    return ok(Object.entries(files).map(([file, content]) => ({ name: file, bytes: content })));
  } catch {
    return fail({ kind: "bad-archive", file: name });
  }
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function readData(name: string, text: string): Result<unknown, UploadFailure> {
  try {
    const parsed = dataFiles[baseName(name) as keyof typeof dataFiles].safeParse(JSON.parse(text));
    if (parsed.success) return ok(parsed.data);
    const [issue] = parsed.error.issues;
    return fail({ kind: "bad-data", file: name, detail: `${issue?.path.join(".")}: ${issue?.message}` });
  } catch (error) {
    return fail({
      kind: "bad-data",
      file: name,
      detail: error instanceof Error ? error.message : String(error),
    });
  }
}
