import type { ReviewId, SetId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import type { Trace } from "@/lib/core/schedule/trace";
import type { QueueHead } from "@/lib/core/study/review-card";
import { keptByHand } from "@/lib/db/card-state";
import { dropDaysSet } from "@/lib/db/marks";
import { findState, replaceState } from "@/lib/db/memories";
import { findReview, latestReview, markUndone, type Review } from "@/lib/db/reviews";
import type { Db } from "@/lib/db/store";
import { removeTag } from "@/lib/db/tags";
import { theStore } from "../store";
import type { StudyFailure } from "./answer-failure";
import { freshState } from "./build-card";
import { countedLog, presentTrace, rewriteLog } from "./card-log";
import { coursesOf, findCard } from "./course-index";
import { leechTag } from "./leech-tag";
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
  const courses = await coursesOf(person.id);
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
    // Made new since: what the review changed is gone already.
    if (review.seq <= state.sinceSeq) return fail({ kind: "not-latest" });
    const log = await countedLog(db, person, review.cardId, state);
    const place = log.findIndex((row) => row.id === reviewId);
    const found = findCard(courses, review.cardId);
    if (place < log.length - 1 && found) {
      const left = log.filter((row) => row.id !== reviewId);
      await rewriteLog(db, { person, found, state, log: left, from: place });
    } else await putBack(db, review, state, presentTrace(person, log.slice(0, place)));
    await dropDaysSet(db, { userId: person.id, cardId: review.cardId }, review.seq);
    if (review.leech === "tag") await removeTag(db, person.id, [review.cardId], leechTag);
    await markUndone(db, reviewId, now);
    return ok(review);
  });
}

async function putBack(db: Db, review: Review, state: Review["after"], trace: Trace | null): Promise<void> {
  const before = review.before ?? freshState();
  await replaceState(db, { userId: review.userId, cardId: review.cardId }, state.revision, {
    ...before,
    ...trace,
    ...keptByHand(state),
    ...(review.leech === "suspend" && { suspendedAt: before.suspendedAt }),
    revision: state.revision + 1,
  });
}
