import type { ReviewId, SetId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import type { QueueHead } from "@/lib/core/study/review-card";
import { findState } from "@/lib/db/memories";
import { findReview, latestReview, markUndone, type Review } from "@/lib/db/reviews";
import { theStore } from "../store";
import type { StudyFailure } from "./answer-failure";
import { cardLog, decidingFor, rewriteLog } from "./card-log";
import { coursesOf, findCard } from "./course-index";
import { openHead } from "./open-head";

/** Takes back the learner's latest review, or practice in a set, and says what the review page shows next. */
export async function undoReview(
  person: Person,
  reviewId: ReviewId,
  now: number,
  set?: SetId,
): Promise<Result<{ head: QueueHead }, StudyFailure>> {
  const undone = await takeBack(person, reviewId, now);
  if (!undone.ok) return undone;
  return ok({ head: await openHead(person, now, { set, first: undone.value.cardId }) });
}

/**
 * Takes back the learner's latest review: the memory is exactly what it was, the log keeps the row with its mark. The
 * revision moves on, so that another tab's older view of the card is refused and a question asks with other numbers.
 * Asked twice for the same review, the second time changes nothing. What was only practised has no memory to put back.
 */
export async function takeBack(
  person: Person,
  reviewId: ReviewId,
  now: number,
): Promise<Result<Review, StudyFailure>> {
  const review = await findReview(theStore().read, reviewId);
  if (!review || review.userId !== person.id) return fail({ kind: "not-found" });
  const found = findCard(await coursesOf(person.id), review.cardId);
  const deciding = await decidingFor(person, found, review);
  return theStore().tx(async (db) => {
    const current = await findReview(db, reviewId);
    if (current?.undoneAt != null) return ok(current);
    const practisedIn = review.kind === "cram" ? review.setId : null;
    if ((await latestReview(db, person.id, practisedIn))?.id !== reviewId)
      return fail({ kind: "not-latest" });
    if (practisedIn !== null) {
      await markUndone(db, reviewId, now);
      return ok(review);
    }
    const state = await findState(db, person.id, review.cardId);
    if (!state) throw new Error("takeBack: a reviewed card has no state");
    const log = await cardLog(db, person, review.cardId);
    const rows = log.rows.filter(({ id }) => id !== reviewId);
    await rewriteLog(db, person, { state, log, rows, ...deciding });
    await markUndone(db, reviewId, now);
    return ok(review);
  });
}
