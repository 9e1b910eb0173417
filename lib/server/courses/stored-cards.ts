import type { CourseId } from "@/lib/core/ids";
import type { StoredCard } from "@/lib/core/notes/plan-import";
import { inLocale, type Locale } from "@/lib/core/text";
import type { CardRow } from "@/lib/db/courses";
import { localId } from "./card-rows";

/** The stored note cards of a course, as a new version of its notes is compared with them. */
export const storedCards = (courseId: CourseId, rows: readonly CardRow[], locale: Locale): StoredCard[] =>
  rows.flatMap(({ id, concept, rule, sides, edit, family, retiredAt }) => {
    const side = family === null ? inLocale(sides, locale)?.value : undefined;
    // A card taken out by hand is still in the notes.
    const isRetired = retiredAt !== null && !edit?.isDropped;
    return side ? [{ id: localId(courseId, id), concept, rule, ...side, isRetired, edit }] : [];
  });
