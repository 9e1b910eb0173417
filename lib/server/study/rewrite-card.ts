import type { CardId } from "@/lib/core/ids";
import type { Words } from "@/lib/core/notes/stored-course";
import type { Person } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import type { NoteFace } from "@/lib/core/study/review-card";
import type { Locale } from "@/lib/core/text";
import { editCard } from "../courses/edit-card";
import { writtenFace } from "./build-card";
import { coursesOf, findCard } from "./course-index";

/**
 * Writes a card's words anew while it is being reviewed, for whoever owns its course, and says what it shows now.
 * Its schedule stays as it is.
 */
export async function rewriteCard(
  person: Person,
  { cardId, locale, ...words }: Words & { cardId: CardId; locale: Locale },
  now: number,
): Promise<Result<{ face: NoteFace }, { kind: "not-found" | "bad-request" }>> {
  const edited = await editCard(person, cardId, { kind: "rewrite", locale, words }, now);
  if (!edited.ok) return edited;
  const found = findCard(await coursesOf(person.id), cardId);
  return found ? ok({ face: writtenFace(found.course, found.card) }) : fail({ kind: "not-found" });
}
