import type { SetId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import type { QueueHead } from "@/lib/core/study/review-card";
import { findState } from "@/lib/db/memories";
import { markRedone, redoableReview } from "@/lib/db/redo";
import { theStore } from "../store";
import type { StudyFailure } from "./answer-failure";
import { cardLog, decidingFor, rewriteLog, withReview } from "./card-log";
import { coursesOf, findCard } from "./course-index";
import { findOwnSet } from "./load-set";
import { openHead } from "./open-head";

/** Puts back the review that was taken back last, as long as nothing was graded since and nothing set by hand on its card. */
export async function redoReview(
  person: Person,
  now: number,
  set?: SetId,
): Promise<Result<{ head: QueueHead }, StudyFailure>> {
  const practisedIn = (await findOwnSet(person, set))?.kind === "cram" ? (set ?? null) : null;
  const review = await redoableReview(theStore().read, person.id, practisedIn);
  if (!review) return fail({ kind: "not-latest" });
  const { cardId } = review;
  const deciding = await decidingFor(person, findCard(await coursesOf(person.id), cardId), review);
  const isRedone = await theStore().tx(async (db) => {
    if ((await redoableReview(db, person.id, practisedIn))?.id !== review.id) return false;
    if (practisedIn === null) {
      const state = await findState(db, person.id, cardId);
      const log = await cardLog(db, person, cardId);
      if (log.marks.some(({ seq }) => seq >= review.seq)) return false;
      const rows = withReview(log.rows, review);
      await rewriteLog(db, person, { state, log, rows, back: review, ...deciding });
    }
    await markRedone(db, review.id);
    return true;
  });
  return isRedone ? ok({ head: await openHead(person, now, { set }) }) : fail({ kind: "not-latest" });
}
