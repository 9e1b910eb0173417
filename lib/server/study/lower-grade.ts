import type { ReviewId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import { isLower } from "@/lib/core/schedule/lower-grade";
import type { Grade } from "@/lib/core/schedule/memory";
import type { Graded, QueueHead } from "@/lib/core/study/review-card";
import { findState } from "@/lib/db/memories";
import { findReview, rewriteReview } from "@/lib/db/reviews";
import { theStore } from "../store";
import type { StudyFailure } from "./answer-failure";
import { countedLog, rewriteLog } from "./card-log";
import { coursesOf, findCard } from "./course-index";
import { openQueue } from "./open-queue";
import { gradedIn } from "./record-answer";

/**
 * Lowers the grade that a machine gave to a checked answer: the learner guessed, or it was hard. Only the card's last
 * review, and only downwards; a grade that somebody chose is undone instead.
 */
export async function lowerGrade(
  person: Person,
  { reviewId, grade }: { reviewId: ReviewId; grade: Grade },
  now: number,
): Promise<Result<{ graded: Graded; head: QueueHead }, StudyFailure>> {
  const review = await findReview(theStore().read, reviewId);
  if (!review || review.userId !== person.id || review.undoneAt !== null) return fail({ kind: "not-found" });
  if (review.grade === grade) return ok({ graded: gradedIn(review), head: await openQueue(person, now) });
  if (review.verdict === null || !isLower(grade, review.grade)) return fail({ kind: "bad-request" });
  const found = findCard(await coursesOf(person.id), review.cardId);
  if (!found) return fail({ kind: "not-found" });
  const isLowered = await theStore().tx(async (db) => {
    const state = await findState(db, person.id, review.cardId);
    if (!state) return false;
    const log = await countedLog(db, person, review.cardId, state);
    if (log.at(-1)?.id !== reviewId) return false;
    await rewriteReview(db, reviewId, { grade });
    const lowered = [...log.slice(0, -1), { ...review, grade }];
    await rewriteLog(db, { person, found, state, log: lowered, from: log.length - 1 });
    return true;
  });
  if (!isLowered) return fail({ kind: "stale" });
  const after = await findReview(theStore().read, reviewId);
  return ok({ graded: gradedIn(after ?? review), head: await openQueue(person, now) });
}
