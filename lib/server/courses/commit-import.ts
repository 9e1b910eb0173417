import { randomUUID } from "node:crypto";
import { asId, type CardId, type CourseId } from "@/lib/core/ids";
import type { ImportPlan } from "@/lib/core/notes/plan-import";
import type { CardEdit } from "@/lib/core/notes/stored-course";
import type { Person } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import { countOwned, enrol, findCourse, type StoredCourse, saveCourse } from "@/lib/db/courses";
import { picturePaths, savePictures } from "@/lib/db/pictures";
import { log } from "../log";
import { theStore } from "../store";
import { noteRows } from "./card-rows";
import { contentOf, nextInput, planCourse } from "./plan-course";
import { courseToEdit, type ImportFailure } from "./preview-import";
import { readPictures } from "./read-pictures";
import { readUpload, type Upload } from "./read-upload";
import { withNamedSkills } from "./skill-rows";

/** Courses that one person may own: more than anybody keeps, few enough not to fill a disk. */
const mostCourses = 200;

export interface ImportInput {
  courseId: CourseId | null;
  uploads: readonly Upload[];
  /** The version of the course that the person saw the changes against. */
  base: string | null;
  /** Rewritten cards whose words in the notes changed: those to take from the notes after all. */
  takeNotes: readonly CardId[];
}

/** Stores a course from notes, or its next version, in one transaction: all of it or nothing. */
export async function commitImport(
  person: Person,
  { courseId, uploads, base, takeNotes }: ImportInput,
  now: number,
): Promise<Result<{ courseId: CourseId }, ImportFailure | { kind: "stale" | "too-many-courses" }>> {
  const stored = await courseToEdit(person, courseId);
  if (!stored.ok) return stored;
  if (stored.value && stored.value.fingerprint !== base) return fail({ kind: "stale" });
  if (!stored.value && (await countOwned(theStore().read, person.id)) >= mostCourses)
    return fail({ kind: "too-many-courses" });
  const upload = readUpload(uploads);
  if (!upload.ok) return upload;
  const pictures = readPictures(uploads);
  if (!pictures.ok) return pictures;
  const input = nextInput(upload.value, stored.value);
  const plan = await planCourse(input, stored.value);
  const id = stored.value?.id ?? asId<CourseId>(randomUUID());
  const content = contentOf(input, plan, id, stored.value?.conceptEdits);
  const course: StoredCourse = {
    ...content,
    slug: stored.value?.slug ?? id,
    decisions: stored.value?.decisions ?? [],
    ownerId: person.id,
    publishedAt: stored.value?.publishedAt ?? null,
    createdAt: stored.value?.createdAt ?? now,
    cards: withNamedSkills(
      id,
      noteRows(
        id,
        plan.course,
        settledEdits(plan, new Set(takeNotes)),
        {
          notes: content.notes,
          pictures: [...(await picturePaths(theStore().read, id)), ...pictures.value.map(({ path }) => path)],
        },
        now,
      ),
      plan.course,
    ),
  };
  const isSaved = await theStore().tx(async (db) => {
    if (stored.value && (await findCourse(db, id))?.fingerprint !== base) return false;
    await saveCourse(db, course, now);
    await savePictures(db, id, pictures.value, shownOn(course));
    if (!stored.value) await enrol(db, person.id, id, now);
    return true;
  });
  if (!isSaved) return fail({ kind: "stale" });
  log.info({ course: id, by: person.id, cards: course.cards.length }, "course imported");
  return ok({ courseId: id });
}

const shownOn = ({ cards }: StoredCourse): string[] => [
  ...new Set(cards.flatMap(({ images }) => images.map(({ path }) => path))),
];

/** A conflict that is settled for the hand is one no more: the new words of the notes become its base. */
function settledEdits(
  { edits, conflicts }: ImportPlan,
  takeNotes: ReadonlySet<CardId>,
): Map<CardId, CardEdit> {
  const settled = new Map(edits);
  for (const { id, locale, notes } of conflicts) {
    const edit = settled.get(id);
    if (!edit) continue;
    if (takeNotes.has(id)) settled.delete(id);
    else settled.set(id, { ...edit, base: { ...edit.base, [locale]: notes } });
  }
  return settled;
}
