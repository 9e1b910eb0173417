import type { ConceptId, CourseId } from "@/lib/core/ids";
import { isCircle } from "@/lib/core/notes/concept-edits";
import type { Concept } from "@/lib/core/notes/course";
import type { Person } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import { findCourse, loadCourse } from "@/lib/db/courses";
import { theStore } from "../store";
import { recompile } from "./recompile";
import { type CourseFailure, mayEdit } from "./see-course";

const longest = 100;

/** Gives a concept other names and another place in the tree. Its cards and everybody's schedules stay as they are. */
export async function editConcept(
  person: Person,
  courseId: CourseId,
  { concept, names, parent }: { concept: ConceptId; names: Concept["names"]; parent: ConceptId | null },
  now: number,
): Promise<Result<null, CourseFailure | { kind: "bad-request" | "circle" | "stale" }>> {
  const head = await findCourse(theStore().read, courseId);
  // The shipped course is made from its folder again at every start.
  if (!head || head.ownerId === null || !mayEdit(person, head)) return fail({ kind: "not-found" });
  const written = Object.entries(names).flatMap(([key, name]) =>
    name && name.trim() !== "" ? [[key, name.trim()] as const] : [],
  );
  const isNamed =
    written.some(([key]) => key !== "abbr") && written.every(([, name]) => name.length <= longest);
  if (!isNamed) return fail({ kind: "bad-request" });
  const course = await loadCourse(theStore().read, courseId);
  const isKnown = (id: ConceptId) => course.concepts.some((each) => each.id === id);
  if (!isKnown(concept) || (parent !== null && !isKnown(parent))) return fail({ kind: "not-found" });
  if (isCircle(course.concepts, concept, parent)) return fail({ kind: "circle" });
  const edit = { names: Object.fromEntries(written), parent };
  const conceptEdits = { ...course.conceptEdits, [concept]: edit };
  return (await recompile({ ...course, conceptEdits }, now)) ? ok(null) : fail({ kind: "stale" });
}
