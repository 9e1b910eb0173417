import type { ReviewId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import type { QueueHead } from "@/lib/core/study/review-card";
import { findState, replaceState } from "@/lib/db/memories";
import { findReview, nameReviewSlip } from "@/lib/db/reviews";
import { theStore } from "../store";
import type { StudyFailure } from "./answer-failure";
import { openQueue } from "./open-queue";
import { hasSlip } from "./variant";

/**
 * Keeps the misconception that the learner named for a wrong answer; the next variant of the card tells it apart from
 * all others. That variant replaces one that may have been sent already, so the card's revision moves on.
 */
export async function nameSlip(
  person: Person,
  input: { reviewId: ReviewId; slip: string },
  now: number,
): Promise<Result<{ head: QueueHead }, StudyFailure>> {
  const review = await findReview(theStore().read, input.reviewId);
  if (!review || review.userId !== person.id || review.undoneAt !== null) return fail({ kind: "not-found" });
  if (review.verdict !== "wrong" || review.family === null || !hasSlip(review.family, input.slip)) {
    return fail({ kind: "bad-request" });
  }
  await theStore().tx(async (db) => {
    await nameReviewSlip(db, review.id, input.slip);
    const row = { userId: person.id, cardId: review.cardId };
    const state = await findState(db, person.id, review.cardId);
    if (!state || state.separating === input.slip) return;
    await replaceState(db, row, state.revision, {
      ...state,
      separating: input.slip,
      revision: state.revision + 1,
    });
  });
  return ok({ head: await openQueue(person, now) });
}
