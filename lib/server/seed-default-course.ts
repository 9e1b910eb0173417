/** Makes the default course from its folder: the compiled note cards, and one computed card for each question family. */
import { join } from "node:path";
import { asId, type CourseId } from "@/lib/core/ids";
import type { Course } from "@/lib/core/notes/course";
import { families } from "@/lib/core/questions/registry";
import { fail, ok, type Result } from "@/lib/core/result";
import { type CardRow, courseBySlug, loadCourse, type StoredCourse, saveCourse } from "@/lib/db/courses";
import { noteRows } from "./courses/card-rows";
import { contentOf, planCourse } from "./courses/plan-course";
import { skillRow } from "./courses/skill-rows";
import { defaultCourseSlug } from "./default-course";
import { type FolderFailure, readCourseFolder } from "./notes/read-course-folder";
import { theStore } from "./store";

/** Raised when the same notes are to be stored in another form. */
const form = 4;

export interface Seeded {
  isNew: boolean;
  cards: number;
  computed: number;
}

/** Stores the course unless it is stored already. Cards keep their ids; those no longer made are retired. */
export async function seedDefaultCourse(now: number): Promise<Result<Seeded, FolderFailure>> {
  const folder = await readCourseFolder(join(process.cwd(), "content", defaultCourseSlug));
  if (!folder.ok) return folder;
  const input = folder.value;
  if (input.files.length === 0) {
    return fail({ kind: "unreadable", file: defaultCourseSlug, message: "there is no note in the folder" });
  }
  const id = asId<CourseId>(defaultCourseSlug);
  const known = await courseBySlug(theStore().read, defaultCourseSlug);
  const stored = known ? await loadCourse(theStore().read, id) : null;
  const plan = await planCourse(input, stored, {
    form: [form, families.map((family) => [family.id, family.version])],
  });
  const content = contentOf(input, plan, id);
  const noteCards = noteRows(id, plan.course, plan.edits, { notes: content.notes, pictures: [] }, now);
  const cards = placeSkills(noteCards, id, plan.course);
  const counted = { cards: noteCards.length, computed: cards.length - noteCards.length };
  if (stored?.fingerprint === plan.fingerprint) return ok({ isNew: false, ...counted });
  const course: StoredCourse = {
    ...content,
    slug: defaultCourseSlug,
    decisions: stored?.decisions ?? [],
    ownerId: null,
    publishedAt: stored ? stored.publishedAt : now,
    createdAt: 0,
    cards,
  };
  await theStore().tx((db) => saveCourse(db, course, now));
  return ok({ isNew: true, ...counted });
}

/** Puts one computed card for each family after the last note card of its first concept that the course has. */
function placeSkills(noteCards: readonly CardRow[], courseId: CourseId, { concepts }: Course): CardRow[] {
  const cards = [...noteCards];
  for (const family of families) {
    const concept = concepts.find(({ id }) => id === family.concepts[0]) ?? concepts[0];
    if (!concept) continue;
    const after = cards.findLastIndex((card) => card.concept === concept.id);
    cards.splice(after < 0 ? cards.length : after + 1, 0, skillRow(courseId, family.id, concept.id));
  }
  return cards.map((card, position) => ({ ...card, position }));
}
