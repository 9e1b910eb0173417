import type { CourseId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import { type CourseHead, findCourse, isEnrolled } from "@/lib/db/courses";
import { theStore } from "../store";

export interface CourseFailure {
  kind: "not-found";
}

/** A course that this person may see: their own, one open to everybody, or one they study. Any other does not exist for them. */
export async function seeCourse(person: Person, id: CourseId): Promise<Result<CourseHead, CourseFailure>> {
  const course = await findCourse(theStore().read, id);
  if (!course) return fail({ kind: "not-found" });
  const mayList = course.publishedAt !== null || course.ownerId === person.id;
  const maySee = mayList || (await isEnrolled(theStore().read, person.id, id));
  return maySee ? ok(course) : fail({ kind: "not-found" });
}

/** The owner changes a course; the one that comes with Epoch belongs to the administrators. */
export const mayEdit = (person: Person, course: Pick<CourseHead, "ownerId">): boolean =>
  course.ownerId === person.id || (course.ownerId === null && person.role === "admin");

/** Whether its notes can be imported again, and cards of it split and merged: not those of the course that comes with Epoch. */
export const mayImport = (person: Person, course: Pick<CourseHead, "ownerId">): boolean =>
  mayEdit(person, course) && course.ownerId !== null;
