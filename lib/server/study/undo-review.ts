import type { ReviewId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import type { QueueHead } from "@/lib/core/study/review-card";
import { keptByHand } from "@/lib/db/card-state";
import { findState, replaceState } from "@/lib/db/memories";
import { findReview, latestReview, markUndone } from "@/lib/db/reviews";
import { removeTag } from "@/lib/db/tags";
import { theStore } from "../store";
import type { StudyFailure } from "./answer-failure";
import { freshState } from "./build-card";
import { leechTag } from "./leech-tag";
import { openQueue } from "./open-queue";

/**
 * Takes back the learner's latest review: the memory is exactly what it was, the log keeps the row with its mark. The
 * revision moves on, so that another tab's older view of the card is refused and a question asks with other numbers.
 * Asked twice for the same review, the second time changes nothing.
 */
export async function undoReview(
  person: Person,
  reviewId: ReviewId,
  now: number,
): Promise<Result<{ head: QueueHead }, StudyFailure>> {
  const review = await findReview(theStore().read, reviewId);
  if (!review || review.userId !== person.id) return fail({ kind: "not-found" });
  const outcome = await theStore().tx(async (db) => {
    const current = await findReview(db, reviewId);
    if (current?.undoneAt != null) return "undone" as const;
    if ((await latestReview(db, person.id))?.id !== reviewId) return "not-latest" as const;
    const state = await findState(db, person.id, review.cardId);
    if (!state) throw new Error("undoReview: a reviewed card has no state");
    // Reset since: what the review changed is gone already.
    if (state.lastReviewedAt !== review.after.lastReviewedAt) return "not-latest" as const;
    const row = { userId: person.id, cardId: review.cardId };
    const before = review.before ?? freshState();
    await replaceState(db, row, state.revision, {
      ...before,
      ...keptByHand(state),
      ...(review.leech === "suspend" && { suspendedAt: before.suspendedAt }),
      revision: state.revision + 1,
    });
    if (review.leech === "tag") await removeTag(db, person.id, [review.cardId], leechTag);
    await markUndone(db, reviewId, now);
    return "undone" as const;
  });
  if (outcome === "not-latest") return fail({ kind: "not-latest" });
  return ok({ head: await openQueue(person, now, review.cardId) });
}
