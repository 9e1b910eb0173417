"use client";
import { useEffect, useState } from "react";
import {
  forgetNotesDraft,
  type ImportReply,
  importNotes,
  keepNotesDraft,
  previewNotes,
  readNotesDraft,
  type SourceFile,
} from "@/lib/browser/import-api";
import type { Preview } from "@/lib/core/notes/import-preview";

export interface ImportProps {
  userId: string;
  courseId: string | null;
  /** The notes as they are stored; a new course starts with none. */
  notes: { file: string; text: string }[];
}

const firstFile = "notes.md";
const encode = (text: string) => new TextEncoder().encode(text);

/** Notes being written and files being uploaded, from the first letter to the stored course. */
export function useImport({ userId, courseId, notes }: ImportProps) {
  const stored = Object.fromEntries(notes.map(({ file, text }) => [file, text]));
  const [texts, setTexts] = useState<Record<string, string>>(notes.length > 0 ? stored : { [firstFile]: "" });
  const [archives, setArchives] = useState<SourceFile[]>([]);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [takeNotes, setTakeNotes] = useState<readonly string[]>([]);
  const [error, setError] = useState<(ImportReply<never> & { ok: false })["error"] | "unreachable">(null);
  const [isBusy, setBusy] = useState(false);

  useEffect(() => {
    const draft = readNotesDraft(userId, courseId);
    if (draft && Object.keys(draft).length > 0) setTexts(draft);
  }, [userId, courseId]);

  const files = (): SourceFile[] => {
    const written = Object.entries(texts).filter(([, text]) => text.trim() !== "");
    const sources = written.map(([name, text]) => ({ name, bytes: encode(text) }));
    return [...sources, ...archives];
  };
  const change = (next: Record<string, string>) => {
    setTexts(next);
    setPreview(null);
    keepNotesDraft(userId, courseId, next);
  };
  async function asked<Body>(ask: Promise<ImportReply<Body>>): Promise<Body | null> {
    setBusy(true);
    setError(null);
    const reply = await ask;
    setBusy(false);
    if (reply.ok) return reply.body;
    setError(reply.error ?? "unreachable");
    return null;
  }

  return {
    texts,
    archives,
    preview,
    takeNotes,
    error,
    isBusy,
    write: (name: string, text: string) => change({ ...texts, [name]: text }),
    /** Markdown joins the notes to be seen and edited; archives and data files go along as they are. */
    add: async (list: FileList) => {
      const next = { ...texts };
      const others: SourceFile[] = [];
      for (const file of list) {
        const bytes = new Uint8Array(await file.arrayBuffer());
        const isUtf8 = !new TextDecoder().decode(bytes).includes("\ufffd");
        if (file.name.endsWith(".md") && isUtf8) next[file.name] = new TextDecoder().decode(bytes);
        else others.push({ name: file.name, bytes });
      }
      if (next[firstFile]?.trim() === "" && Object.keys(next).length > 1) delete next[firstFile];
      setArchives([...archives, ...others]);
      change(next);
    },
    removeArchives: () => {
      setArchives([]);
      setPreview(null);
    },
    choose: (id: string, isNotes: boolean) =>
      setTakeNotes(isNotes ? [...takeNotes, id] : takeNotes.filter((each) => each !== id)),
    show: async () => {
      setPreview(null);
      setPreview(await asked(previewNotes<Preview>(courseId, files())));
    },
    /** @returns the course that was stored, or null after saying why not. */
    store: async () => {
      const made = await asked(importNotes(courseId, files(), { base: preview?.base ?? null, takeNotes }));
      if (made) forgetNotesDraft(userId, courseId);
      return made?.courseId ?? null;
    },
  };
}
