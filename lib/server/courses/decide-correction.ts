import type { CourseId } from "@/lib/core/ids";
import type { CorrectionDecision } from "@/lib/core/notes/stored-course";
import { mayTeach, type Person } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import { findCourse, loadCourse, type StoredCourse } from "@/lib/db/courses";
import { log } from "../log";
import { theStore } from "../store";
import { recompile } from "./recompile";
import { type CourseFailure, mayEdit } from "./see-course";

/**
 * Accepts, edits, dismisses or adds a correction. Cards follow at once, under their identities: what is dismissed no
 * longer speaks, what is edited speaks in the new words.
 */
export async function decideCorrection(
  person: Person,
  courseId: CourseId,
  decision: Omit<CorrectionDecision, "by" | "at">,
  now: number,
): Promise<Result<null, CourseFailure | { kind: "forbidden" | "bad-request" | "stale" }>> {
  const head = await findCourse(theStore().read, courseId);
  if (!head) return fail({ kind: "not-found" });
  if (!mayEdit(person, head) || (head.ownerId === null && !mayTeach(person)))
    return fail({ kind: "forbidden" });
  const stored = await loadCourse(theStore().read, courseId);
  if (!isSound(decision, stored)) return fail({ kind: "bad-request" });

  const decisions = [...stored.decisions, { ...decision, by: person.id, at: now }];
  if (!(await recompile({ ...stored, decisions }, now))) return fail({ kind: "stale" });
  log.info(
    { course: courseId, by: person.id, correction: decision.id, state: decision.state },
    "correction decided",
  );
  return ok(null);
}

function isSound(
  { id, state, text, correction }: Omit<CorrectionDecision, "by" | "at">,
  course: StoredCourse,
): boolean {
  const isKnown =
    course.corrections.some((each) => each.id === id) || course.decisions.some((each) => each.id === id);
  if (state === "added") {
    const isAnchored = course.notes.some(
      (note) => correction !== undefined && note.text.includes(correction.anchor),
    );
    return !isKnown && correction?.id === id && correction.anchor.trim() !== "" && isAnchored;
  }
  const hasWords = text !== undefined && text.ko.trim() !== "" && text.en.trim() !== "";
  return isKnown && (state !== "edited" || hasWords);
}
