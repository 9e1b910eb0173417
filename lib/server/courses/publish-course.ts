import type { CourseId } from "@/lib/core/ids";
import { mayTeach, type Person } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import { changeCourse } from "@/lib/db/courses";
import { log } from "../log";
import { theStore } from "../store";
import { type CourseFailure, mayEdit, seeCourse } from "./see-course";

/** Opens a course to everybody here, or closes it again; who studies it already goes on. Only teachers may. */
export async function publishCourse(
  person: Person,
  id: CourseId,
  isPublished: boolean,
  now: number,
): Promise<Result<null, CourseFailure | { kind: "forbidden" }>> {
  const course = await seeCourse(person, id);
  if (!course.ok) return course;
  if (!mayEdit(person, course.value) || !mayTeach(person)) return fail({ kind: "forbidden" });
  await theStore().tx((db) => changeCourse(db, id, { publishedAt: isPublished ? now : null }));
  log.info({ course: id, by: person.id, isPublished }, "course opened or closed");
  return ok(null);
}
