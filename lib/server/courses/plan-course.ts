import { createHash } from "node:crypto";
import type { CardId, CourseId } from "@/lib/core/ids";
import { compileNotes, type NotesInput } from "@/lib/core/notes/compile-notes";
import { type ConceptEdits, editConcepts } from "@/lib/core/notes/concept-edits";
import { type ImportPlan, planImport } from "@/lib/core/notes/plan-import";
import { type CardEdit, decidedCorrections } from "@/lib/core/notes/stored-course";
import { allCards, type StoredCourse } from "@/lib/db/courses";
import { inLanguages } from "../notes/read-course-folder";
import { theStore } from "../store";
import { storedCards } from "./stored-cards";

export interface PlannedCourse extends ImportPlan {
  /** Of everything that the course is made from. */
  fingerprint: string;
}

type Stored = Pick<StoredCourse, "id" | "decisions" | "conceptEdits">;

/** Compiles notes as the next version of a course (null: as a new one), under the identities it has. */
export async function planCourse(
  input: NotesInput,
  stored: Stored | null,
  { form = null, edits = new Map() }: { form?: unknown; edits?: ReadonlyMap<CardId, CardEdit> } = {},
): Promise<PlannedCourse> {
  const decisions = stored?.decisions ?? [];
  const compiled = compileNotes({
    ...input,
    corrections: decidedCorrections(input.corrections ?? [], decisions),
  });
  const rows = stored ? await allCards(theStore().read, stored.id) : [];
  const known = stored ? storedCards(stored.id, rows, compiled.course.locale) : [];
  const edited = known.map((card) => ({ ...card, edit: edits.get(card.id) ?? card.edit }));
  const plan = planImport(edited, compiled, input.files);
  const fingerprint = createHash("sha256")
    .update(JSON.stringify([form, input, decisions, compiled, [...edits], stored?.conceptEdits ?? {}]))
    .digest("base64url");
  return { ...plan, fingerprint };
}

/** The notes of a course as they are stored, to be compiled again. */
export const storedInput = (course: StoredCourse): NotesInput => ({
  ...inLanguages(course.notes),
  corrections: course.corrections,
  outline: course.outline,
  cards: course.wording,
});

/** New notes of a course; what stood beside the old ones stays where nothing new came along. */
export function nextInput(input: NotesInput, stored: StoredCourse | null): NotesInput {
  return {
    ...input,
    corrections: input.corrections ?? stored?.corrections ?? [],
    outline: input.outline ?? stored?.outline ?? null,
    cards: input.cards ?? stored?.wording ?? [],
  };
}

/** What of a stored course is the same whichever version of the notes it has. */
export const contentOf = (
  input: NotesInput,
  { course, fingerprint }: PlannedCourse,
  id: CourseId,
  conceptEdits: ConceptEdits = {},
) => ({
  id,
  title: course.course.title,
  fingerprint,
  corrections: [...(input.corrections ?? [])],
  outline: input.outline ?? null,
  wording: [...(input.cards ?? [])],
  notes: [...input.files, ...(input.translation?.files ?? [])],
  conceptEdits,
  ...editConcepts(course, conceptEdits),
});
