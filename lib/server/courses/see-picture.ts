import type { CourseId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import { findPicture, type Picture } from "@/lib/db/pictures";
import { theStore } from "../store";
import { type CourseFailure, seeCourse } from "./see-course";

/** A picture of a course that this person may see. */
export async function seePicture(
  person: Person,
  courseId: CourseId,
  path: string,
): Promise<Result<Picture, CourseFailure>> {
  const course = await seeCourse(person, courseId);
  if (!course.ok) return course;
  const picture = await findPicture(theStore().read, courseId, path);
  return picture ? ok(picture) : fail({ kind: "not-found" });
}
