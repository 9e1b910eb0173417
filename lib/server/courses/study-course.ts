import type { CourseId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { ok, type Result } from "@/lib/core/result";
import { enrol, leaveCourse } from "@/lib/db/courses";
import { theStore } from "../store";
import { type CourseFailure, seeCourse } from "./see-course";

/** Takes a course into the person's reviews, or out of them. What was learned stays for a return. */
export async function studyCourse(
  person: Person,
  id: CourseId,
  isStudied: boolean,
  now: number,
): Promise<Result<null, CourseFailure>> {
  const course = await seeCourse(person, id);
  if (!course.ok) return course;
  await theStore().tx((db) => (isStudied ? enrol(db, person.id, id, now) : leaveCourse(db, person.id, id)));
  return ok(null);
}
