import type { SetId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import { isSameMemory } from "@/lib/core/study/rebuild-memory";
import type { QueueHead } from "@/lib/core/study/review-card";
import { keptByHand } from "@/lib/db/card-state";
import { findState, replaceState } from "@/lib/db/memories";
import { markRedone, redoableReview } from "@/lib/db/reviews";
import { addTag } from "@/lib/db/tags";
import { theStore } from "../store";
import type { StudyFailure } from "./answer-failure";
import { freshState } from "./build-card";
import { countedLog, presentTrace } from "./card-log";
import { leechTag } from "./leech-tag";
import { findOwnSet } from "./load-set";
import { openHead } from "./open-head";

/** Puts back the review that was taken back last, as long as nothing was graded since and its card is as it was. */
export async function redoReview(
  person: Person,
  now: number,
  set?: SetId,
): Promise<Result<{ head: QueueHead }, StudyFailure>> {
  const practisedIn = (await findOwnSet(person, set))?.kind === "cram" ? (set ?? null) : null;
  const isRedone = await theStore().tx(async (db) => {
    const review = await redoableReview(db, person.id, practisedIn);
    if (!review) return false;
    if (practisedIn !== null) {
      await markRedone(db, review.id);
      return true;
    }
    const { cardId, leech, after } = review;
    const state = (await findState(db, person.id, cardId)) ?? freshState();
    const log = await countedLog(db, person, cardId, state);
    const before = { ...(review.before ?? freshState()), ...presentTrace(person, log) };
    if (!isSameMemory(state, before)) return false;
    await replaceState(db, { userId: person.id, cardId }, state.revision, {
      ...after,
      ...presentTrace(person, [...log, review]),
      ...keptByHand(state),
      ...(leech === "suspend" && { suspendedAt: after.suspendedAt }),
      revision: state.revision + 1,
    });
    if (leech === "tag") await addTag(db, person.id, [cardId], leechTag);
    await markRedone(db, review.id);
    return true;
  });
  return isRedone ? ok({ head: await openHead(person, now, { set }) }) : fail({ kind: "not-latest" });
}
