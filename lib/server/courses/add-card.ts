import { randomUUID } from "node:crypto";
import type { CourseId } from "@/lib/core/ids";
import type { Words } from "@/lib/core/notes/stored-course";
import type { Person } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import { findCourse, loadCourse } from "@/lib/db/courses";
import { theStore } from "../store";
import { areWords } from "./edit-card";
import { recompile } from "./recompile";
import { type CourseFailure, mayEdit } from "./see-course";

/** Adds a card of one's own to a concept, at the line where the notes begin to speak of it. Later imports keep it. */
export async function addCard(
  person: Person,
  courseId: CourseId,
  { concept, front, back }: Words & { concept: string },
  now: number,
): Promise<Result<null, CourseFailure | { kind: "bad-request" | "stale" }>> {
  const head = await findCourse(theStore().read, courseId);
  // The shipped course is made from its folder again at every start; its cards are rewritten, not added to.
  if (!head || head.ownerId === null || !mayEdit(person, head)) return fail({ kind: "not-found" });
  const words = { front: front.trim(), back: back.trim() };
  if (!areWords(words)) return fail({ kind: "bad-request" });
  const course = await loadCourse(theStore().read, courseId);
  const place = course.concepts.find(({ id }) => id === concept);
  const note = course.notes.find(({ file }) => file === place?.file);
  const at = note?.text.split(/\r\n?|\n/)[(place?.lines[0] ?? 1) - 1]?.trim();
  if (!place || !at) return fail({ kind: "not-found" });
  const card = { id: `own-${randomUUID().slice(0, 8)}`, at, concept, ...words };
  const isSaved = await recompile({ ...course, wording: [...course.wording, card] }, now);
  return isSaved ? ok(null) : fail({ kind: "stale" });
}
