import { randomUUID } from "node:crypto";
import type { CardId } from "@/lib/core/ids";
import type { Words } from "@/lib/core/notes/stored-course";
import type { Person } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import { type Locale, locales } from "@/lib/core/text";
import { type CardRow, findCard, findCourse, loadCourse } from "@/lib/db/courses";
import { theStore } from "../store";
import { localId } from "./card-rows";
import { areWords, decide } from "./edit-card";
import { recompile } from "./recompile";
import { type CourseFailure, mayEdit } from "./see-course";

type Failure = CourseFailure | { kind: "bad-request" | "stale" };

/** A card of the notes that this person may rework; the shipped course is made from its folder and never reworked. */
async function cardToRework(person: Person, id: CardId): Promise<CardRow | null> {
  const card = await findCard(theStore().read, id);
  const course = card && (await findCourse(theStore().read, card.courseId));
  const isOwn = course && course.ownerId !== null && mayEdit(person, course);
  return card && isOwn && card.family === null && card.retiredAt === null ? card : null;
}

/** Makes two cards of one. The first keeps the identity and with it everybody's schedule; the second begins anew. */
export async function splitCard(
  person: Person,
  cardId: CardId,
  { locale, first, second }: { locale: Locale; first: Words; second: Words },
  now: number,
): Promise<Result<null, Failure>> {
  if (!areWords(first) || !areWords(second)) return fail({ kind: "bad-request" });
  const card = await cardToRework(person, cardId);
  if (!card) return fail({ kind: "not-found" });
  const course = await loadCourse(theStore().read, card.courseId);
  const side = card.sides[locale] ?? locales.map((each) => card.sides[each]).find(Boolean);
  const note = course.notes.find(({ file }) => file === side?.file);
  const at = note?.text.split(/\r\n?|\n/)[(side?.lines[0] ?? 1) - 1]?.trim();
  if (!at) return fail({ kind: "not-found" });
  const own = {
    id: `own-${randomUUID().slice(0, 8)}`,
    at,
    concept: card.concept,
    front: second.front.trim(),
    back: second.back.trim(),
  };
  const edit = decide(card, { kind: "rewrite", locale, words: first }, { by: person.id, at: now });
  const edits = new Map(edit ? [[localId(card.courseId, card.id), edit] as const] : []);
  const isSaved = await recompile({ ...course, wording: [...course.wording, own] }, now, edits);
  return isSaved ? ok(null) : fail({ kind: "stale" });
}

/** Makes one card of two: the first keeps its identity and schedule under new words, the other leaves the course. */
export async function mergeCards(
  person: Person,
  cardId: CardId,
  { other, locale, words }: { other: CardId; locale: Locale; words: Words },
  now: number,
): Promise<Result<null, Failure>> {
  if (!areWords(words) || other === cardId) return fail({ kind: "bad-request" });
  const [kept, gone] = [await cardToRework(person, cardId), await cardToRework(person, other)];
  if (!kept || !gone || kept.courseId !== gone.courseId) return fail({ kind: "not-found" });
  const stamp = { by: person.id, at: now };
  const course = await loadCourse(theStore().read, kept.courseId);
  const made = [
    [kept, decide(kept, { kind: "rewrite", locale, words }, stamp)],
    [gone, decide(gone, { kind: "drop" }, stamp)],
  ] as const;
  const edits = new Map(
    made.flatMap(([{ courseId, id }, edit]) => (edit ? [[localId(courseId, id), edit]] : [])),
  );
  return (await recompile(course, now, edits)) ? ok(null) : fail({ kind: "stale" });
}
