/** The two calls of the import page, and what is kept of notes that are being written. */
import { postJson } from "./post-json";
import { forget, forgetAll, keep, kept } from "./storage";

export interface SourceFile {
  name: string;
  bytes: Uint8Array;
}

export type ImportReply<Body> =
  | { ok: true; body: Body }
  | { ok: false; error: { message: string; file?: string; detail?: string } | null };

async function post<Body>(path: string, body: object): Promise<ImportReply<Body>> {
  const reply = await postJson(path, body);
  if (reply.isOk) return { ok: true, body: reply.body as Body };
  const { error = null } = (reply.body ?? {}) as {
    error?: { message: string; file?: string; detail?: string };
  };
  return { ok: false, error };
}

const chunk = 32_768;

function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += chunk)
    text += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return btoa(text);
}

const uploadsOf = (files: readonly SourceFile[]) =>
  files.map(({ name, bytes }) => ({ name, content: toBase64(bytes) }));

export const previewNotes = <Preview>(courseId: string | null, files: readonly SourceFile[]) =>
  post<Preview>("/api/courses/preview", { courseId, uploads: uploadsOf(files) });

export const importNotes = (
  courseId: string | null,
  files: readonly SourceFile[],
  settled: { base: string | null; takeNotes: readonly string[] },
) => post<{ courseId: string }>("/api/courses/import", { courseId, uploads: uploadsOf(files), ...settled });

const draftsOf = (userId: string) => `epoch.notes.${userId}.`;
const draftKey = (userId: string, courseId: string | null) => `${draftsOf(userId)}${courseId ?? "new"}`;

/** Notes being written, by name of the file; what cannot be read is none. */
export function readNotesDraft(userId: string, courseId: string | null): Record<string, string> | null {
  const text = kept(draftKey(userId, courseId));
  if (text === null) return null;
  try {
    return JSON.parse(text) as Record<string, string>;
  } catch {
    return null;
  }
}
export const keepNotesDraft = (
  userId: string,
  courseId: string | null,
  notes: Record<string, string>,
): void => keep(draftKey(userId, courseId), JSON.stringify(notes));
export const forgetNotesDraft = (userId: string, courseId: string | null): void =>
  forget(draftKey(userId, courseId));
export const forgetNotesDrafts = (userId: string): void => forgetAll(draftsOf(userId));
