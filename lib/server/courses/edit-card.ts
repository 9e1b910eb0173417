import { randomUUID } from "node:crypto";
import type { CardId } from "@/lib/core/ids";
import type { CardEdit, Words } from "@/lib/core/notes/stored-course";
import type { Person } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import { type Locale, locales } from "@/lib/core/text";
import { changeCardEdit, findCard, findCourse } from "@/lib/db/courses";
import { theStore } from "../store";
import { type CourseFailure, mayEdit } from "./see-course";

export type CardEditing =
  | { kind: "rewrite"; locale: Locale; words: Words }
  /** Back to the words of the notes. */
  | { kind: "restore" }
  /** Out of the course for everybody, however often the notes are imported; what was learned stays. */
  | { kind: "drop" };

const longest = 5_000;

/** Changes a card by hand. The notes stay as they are; a later import keeps the hand's words. */
export async function editCard(
  person: Person,
  cardId: CardId,
  editing: CardEditing,
  now: number,
): Promise<Result<null, CourseFailure | { kind: "bad-request" }>> {
  if (editing.kind === "rewrite" && !areWords(editing.words)) return fail({ kind: "bad-request" });
  return theStore().tx(async (db) => {
    const card = await findCard(db, cardId);
    const course = card && (await findCourse(db, card.courseId));
    if (!card || card.family !== null || !course || !mayEdit(person, course))
      return fail({ kind: "not-found" });
    const edit = decide(card, editing, { by: person.id, at: now });
    await changeCardEdit(db, card, edit, edit?.isDropped ? now : null, randomUUID());
    return ok(null);
  });
}

/** Whether a card could be made of them: neither side empty, neither endless. */
export const areWords = ({ front, back }: Words): boolean =>
  [front, back].every((text) => text.trim() !== "" && text.length <= longest);

/** What of a card is the hand's after this; null when it is the notes' again. */
export function decide(
  { sides, edit }: { sides: Partial<Record<Locale, Words>>; edit: CardEdit | null },
  editing: CardEditing,
  stamp: Pick<CardEdit, "by" | "at">,
): CardEdit | null {
  if (editing.kind === "restore") return null;
  const before = edit ?? { words: {}, base: {} };
  if (editing.kind === "drop") return { words: before.words, base: before.base, ...stamp, isDropped: true };
  const base: CardEdit["base"] = {};
  for (const locale of locales) {
    const side = sides[locale];
    if (side) base[locale] = { front: side.front, back: side.back };
  }
  const { front, back } = editing.words;
  const words = { ...before.words, [editing.locale]: { front: front.trim(), back: back.trim() } };
  return { words, base, ...stamp };
}
