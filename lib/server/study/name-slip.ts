import type { ReviewId, SetId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import type { QueueHead } from "@/lib/core/study/review-card";
import { findState, replaceState } from "@/lib/db/memories";
import { findReview, nameReviewSlip } from "@/lib/db/reviews";
import { theStore } from "../store";
import type { StudyFailure } from "./answer-failure";
import { cardLog } from "./card-log";
import { openHead } from "./open-head";
import { hasSlip } from "./variant";

/**
 * Keeps the misconception that the learner named for a wrong answer; the next variant of the card tells it apart from
 * all others. That variant replaces one that may have been sent already, so the card's revision moves on. Once the card
 * was graded again or the grade taken back it is too late; the same name again changes nothing. In a set that only
 * practises it stays a note in the log.
 */
export async function nameSlip(
  person: Person,
  input: { reviewId: ReviewId; slip: string; set?: SetId },
  now: number,
): Promise<Result<{ head: QueueHead }, StudyFailure>> {
  const review = await findReview(theStore().read, input.reviewId);
  if (!review || review.userId !== person.id || review.undoneAt !== null) return fail({ kind: "not-found" });
  if (review.verdict !== "wrong" || review.family === null || !hasSlip(review.family, input.slip)) {
    return fail({ kind: "bad-request" });
  }
  const isNamed = await theStore().tx(async (db) => {
    if (review.kind === "cram") {
      await nameReviewSlip(db, review.id, input.slip);
      return true;
    }
    const row = { userId: person.id, cardId: review.cardId };
    const state = await findState(db, person.id, review.cardId);
    if (state?.separating === input.slip && state.revision === review.after.revision + 1) return true;
    if (state?.revision !== review.after.revision) return false;
    // Reviews decided again together share a revision.
    if ((await cardLog(db, person, review.cardId)).rows.at(-1)?.id !== review.id) return false;
    await replaceState(db, row, state.revision, {
      ...state,
      separating: input.slip,
      revision: state.revision + 1,
    });
    await nameReviewSlip(db, review.id, input.slip);
    return true;
  });
  if (!isNamed) return fail({ kind: "stale" });
  return ok({ head: await openHead(person, now, input) });
}
