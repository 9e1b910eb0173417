import type { CourseId } from "@/lib/core/ids";
import { type Preview, previewOf } from "@/lib/core/notes/import-preview";
import type { Person } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import { findCourse, loadCourse, type StoredCourse } from "@/lib/db/courses";
import { limitTries, type Throttled } from "../people/limit-tries";
import { theStore } from "../store";
import { nextInput, planCourse } from "./plan-course";
import { readPictures } from "./read-pictures";
import { readUpload, type Upload, type UploadFailure } from "./read-upload";
import { mayEdit } from "./see-course";

export type ImportFailure = UploadFailure | Throttled | { kind: "not-found" };

/** The course to import into: null makes a new one. */
export async function courseToEdit(
  person: Person,
  id: CourseId | null,
): Promise<Result<StoredCourse | null, { kind: "not-found" }>> {
  if (id === null) return ok(null);
  const head = await findCourse(theStore().read, id);
  if (!head || !mayEdit(person, head) || head.ownerId === null) return fail({ kind: "not-found" });
  return ok(await loadCourse(theStore().read, id));
}

export async function previewImport(
  person: Person,
  { courseId, uploads }: { courseId: CourseId | null; uploads: readonly Upload[] },
  now: number,
): Promise<Result<Preview, ImportFailure>> {
  return limitTries({ import: person.id }, now, async (): Promise<Result<Preview, ImportFailure>> => {
    const stored = await courseToEdit(person, courseId);
    if (!stored.ok) return stored;
    const input = readUpload(uploads);
    if (!input.ok) return input;
    const pictures = readPictures(uploads);
    if (!pictures.ok) return pictures;
    const plan = await planCourse(nextInput(input.value, stored.value), stored.value);
    return ok(previewOf(plan, stored.value?.fingerprint ?? null));
  });
}
