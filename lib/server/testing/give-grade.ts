import { randomUUID } from "node:crypto";
import { asId, type CardId, type ReviewId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import type { Grade } from "@/lib/core/schedule/memory";
import { findState } from "@/lib/db/memories";
import { theStore } from "../store";
import { type AnswerInput, commitAnswer } from "../study/commit-answer";

export const newReviewId = () => asId<ReviewId>(randomUUID());

/** For tests: a learner grades a card that they see as it is now. */
export async function giveGrade(who: Person, cardId: CardId, grade: Grade, at: number) {
  const revision = (await findState(theStore().read, who.id, cardId))?.revision ?? 0;
  const committed = await commitAnswer(who, gradeOf(cardId, revision, grade), at);
  if (!committed.ok) throw new Error(committed.error.kind);
  return committed.value.review;
}

/** For tests: a grade as a page sends it that was shown the card at a revision. */
export const gradeOf = (cardId: CardId, revision: number, grade: Grade): AnswerInput => ({
  id: newReviewId(),
  cardId,
  revision,
  answer: { kind: "grade", grade },
  takenMs: 4_000,
});
