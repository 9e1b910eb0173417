import type { CardId } from "@/lib/core/ids";
import type { CardEdit } from "@/lib/core/notes/stored-course";
import { findCourse, type StoredCourse, saveCourse } from "@/lib/db/courses";
import { picturePaths } from "@/lib/db/pictures";
import { theStore } from "../store";
import { noteRows } from "./card-rows";
import { contentOf, planCourse, storedInput } from "./plan-course";

/**
 * Makes the cards of a stored course again, after something beside its notes changed, under their identities. False when
 * the course was changed by somebody else meanwhile, and then nothing is written. `edits` are words written by hand just
 * now, by the cards' ids in the notes.
 */
export async function recompile(
  changed: StoredCourse,
  now: number,
  edits: ReadonlyMap<CardId, CardEdit> = new Map(),
): Promise<boolean> {
  const input = storedInput(changed);
  const plan = await planCourse(input, changed, { edits });
  const notes = noteRows(
    changed.id,
    plan.course,
    plan.edits,
    { notes: changed.notes, pictures: await picturePaths(theStore().read, changed.id) },
    now,
  );
  const computed = changed.cards.filter(({ family }) => family !== null);
  const course: StoredCourse = {
    ...changed,
    ...contentOf(input, plan, changed.id, changed.conceptEdits),
    cards: withComputed(notes, computed),
  };
  return theStore().tx(async (db) => {
    if ((await findCourse(db, changed.id))?.fingerprint !== changed.fingerprint) return false;
    await saveCourse(db, course, now);
    return true;
  });
}

/** Computed cards stay behind the card they stood behind. */
function withComputed(notes: StoredCourse["cards"], computed: StoredCourse["cards"]): StoredCourse["cards"] {
  const cards = [...notes];
  for (const card of computed) cards.splice(Math.min(card.position, cards.length), 0, card);
  return cards.map((card, position) => ({ ...card, position }));
}
