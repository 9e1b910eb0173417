import { type Person, rulesOf } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import { isLeech } from "@/lib/core/schedule/scheduling";
import { reviewTime } from "@/lib/core/study/review-time";
import type { CardState } from "@/lib/db/card-state";
import { findState } from "@/lib/db/memories";
import { appendReview, findReview, reviewsOfCard } from "@/lib/db/reviews";
import { theStore } from "../store";
import type { StudyFailure } from "./answer-failure";
import { freshState } from "./build-card";
import { countedLog, rewriteLog } from "./card-log";
import { type AnswerInput, type Committed, decide, replayOf, roundTaken, tagLeech } from "./commit-answer";
import { coursesOf, findCard } from "./course-index";
import { judgeAnswer } from "./judge-answer";
import { schedulingFor } from "./scheduling-for";
import { isPractice, takeAnswer } from "./take-answer";

/**
 * Records an answer that was given while the server was out of reach. If the card moved on elsewhere in the meantime,
 * both logs are united: the answer takes its place by its time, and what follows is decided again (scheduling.md U4).
 * What was only practised changes nothing that could be united.
 */
export async function mergeAnswer(
  person: Person,
  input: AnswerInput,
  now: number,
): Promise<Result<Committed, StudyFailure>> {
  const plain = await takeAnswer(person, input, now);
  if (plain.ok || plain.error.kind !== "stale" || (await isPractice(person, input))) return plain;

  const found = findCard(await coursesOf(person.id), input.cardId);
  const current = await findState(theStore().read, person.id, input.cardId);
  if (!found || !current) return fail({ kind: "stale" });
  // What was asked depends on the state that the answer was given on.
  const shown = await stateAt(person, input);
  if (!shown) return fail({ kind: "stale" });
  const takenMs = roundTaken(input.takenMs);
  const judged = await judgeAnswer(person, found, shown, { answer: input.answer, takenMs });
  if (!judged.ok) return judged;

  const scheduling = schedulingFor(person, found);
  return theStore().tx(async (db) => {
    const known = await findReview(db, input.id);
    if (known) return replayOf(person, known);
    const state = await findState(db, person.id, input.cardId);
    if (!state) return fail({ kind: "stale" });
    const log = await countedLog(db, person, input.cardId, state);
    const at = reviewTime(input, now, null);
    const place = log.filter((row) => row.at <= at).length;
    const before = log[place - 1]?.after ?? null;
    const { review } = decide(person, input, {
      stored: before,
      state: before ?? freshState(),
      judged: judged.value,
      takenMs,
      now: at,
      scheduling,
    });
    const united = [...log.slice(0, place), { ...review, seq: 0, undoneAt: null }, ...log.slice(place)];
    review.after = { ...review.after, revision: state.revision + 1 };
    await appendReview(db, review);
    const next = await rewriteLog(db, { person, found, state, log: united, from: place });
    const isNewLeech = next.lapses > state.lapses && isLeech(next.lapses, scheduling.leechAt);
    if (isNewLeech && rulesOf(person).leechAction === "tag") await tagLeech(db, { ...review, leech: "tag" });
    const recorded = await findReview(db, input.id);
    if (!recorded) throw new Error("mergeAnswer: what was appended is not there");
    return ok({ review: recorded, isNew: true });
  });
}

/** The state that a card had at a revision, from its log; null when it cannot be known. */
async function stateAt(person: Person, { cardId, revision }: AnswerInput): Promise<CardState | null> {
  if (revision === 0) return freshState();
  const rows = await reviewsOfCard(theStore().read, person.id, cardId);
  return rows.find(({ after }) => after.revision === revision)?.after ?? null;
}
