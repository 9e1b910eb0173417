import type { ReviewId, SetId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import { isLower } from "@/lib/core/schedule/lower-grade";
import type { Grade } from "@/lib/core/schedule/memory";
import type { Graded, QueueHead } from "@/lib/core/study/review-card";
import { cramInterval } from "@/lib/core/study/review-set";
import { findState } from "@/lib/db/memories";
import { findReview, type Review, rewriteReview } from "@/lib/db/reviews";
import { reviewsInSet } from "@/lib/db/sets";
import type { Db } from "@/lib/db/store";
import { theStore } from "../store";
import type { StudyFailure } from "./answer-failure";
import { cardLog, decidingFor, rewriteLog } from "./card-log";
import { coursesOf, findCard } from "./course-index";
import { openHead } from "./open-head";
import { gradedIn } from "./record-answer";

/**
 * Lowers the grade that a machine gave to a checked answer: the learner guessed, or it was hard. Only the card's last
 * review, and only downwards; a grade that somebody chose is undone instead.
 */
export async function lowerGrade(
  person: Person,
  { reviewId, grade, set }: { reviewId: ReviewId; grade: Grade; set?: SetId },
  now: number,
): Promise<Result<{ graded: Graded; head: QueueHead }, StudyFailure>> {
  const review = await findReview(theStore().read, reviewId);
  if (!review || review.userId !== person.id || review.undoneAt !== null) return fail({ kind: "not-found" });
  if (review.grade === grade)
    return ok({ graded: gradedIn(review), head: await openHead(person, now, { set }) });
  if (review.verdict === null || !isLower(grade, review.grade)) return fail({ kind: "bad-request" });
  const found = findCard(await coursesOf(person.id), review.cardId);
  if (!found) return fail({ kind: "not-found" });
  const deciding = await decidingFor(person, found, review);
  const isLowered = await theStore().tx(async (db) => {
    if (review.kind === "cram") return lowerPractice(db, review, grade);
    const state = await findState(db, person.id, review.cardId);
    if (!state) return false;
    const log = await cardLog(db, person, review.cardId);
    const last = log.rows.at(-1);
    if (last?.id !== reviewId) return false;
    await rewriteReview(db, reviewId, { grade });
    const rows = [...log.rows.slice(0, -1), { ...last, grade }];
    await rewriteLog(db, person, { state, log, rows, ...deciding });
    return true;
  });
  if (!isLowered) return fail({ kind: "stale" });
  const after = await findReview(theStore().read, reviewId);
  return ok({ graded: gradedIn(after ?? review), head: await openHead(person, now, { set }) });
}

/** A card practised comes back within its set by the grade it has now. */
async function lowerPractice(db: Db, { id, cardId, setId, at }: Review, grade: Grade): Promise<boolean> {
  const rows = setId === null ? [] : await reviewsInSet(db, setId);
  const last = rows.findLast((row) => row.cardId === cardId && row.undoneAt === null);
  if (last?.id !== id) return false;
  const { unit, amount } = cramInterval(grade, at);
  await rewriteReview(db, id, { grade, unit, amount });
  return true;
}
