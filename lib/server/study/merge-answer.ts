import type { Person } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import { reviewTime } from "@/lib/core/study/review-time";
import { findState } from "@/lib/db/memories";
import { appendReview, findReview } from "@/lib/db/reviews";
import { theStore } from "../store";
import type { StudyFailure } from "./answer-failure";
import { freshState } from "./build-card";
import { cardLog, decidingFor, revisionAfter, rewriteLog, withReview } from "./card-log";
import { type AnswerInput, type Committed, decide, replayOf, roundTaken } from "./commit-answer";
import { coursesOf, findCard } from "./course-index";
import { judgeAnswer } from "./judge-answer";
import { shownState } from "./shown-state";
import { isPractice, takeAnswer } from "./take-answer";

/**
 * Records an answer that was given while the server was out of reach. If the card moved on elsewhere in the meantime,
 * both logs are united: the answer takes its place by its time, and what follows is decided again (scheduling.md U4).
 * Refused is only what cannot be judged any more: an answer to a question that nobody can tell now. What was only
 * practised changes nothing that could be united.
 */
export async function mergeAnswer(
  person: Person,
  input: AnswerInput,
  now: number,
): Promise<Result<Committed, StudyFailure>> {
  const plain = await takeAnswer(person, input, now);
  if (plain.ok || plain.error.kind !== "stale" || (await isPractice(person, input))) return plain;

  const { cardId } = input;
  const found = findCard(await coursesOf(person.id), cardId);
  if (!found) return fail({ kind: "not-found" });
  // What was asked depends on the state that the answer was given on; a grade is one in any.
  const shown = input.answer.kind === "grade" ? freshState() : await shownState(person, input);
  if (!shown) return fail({ kind: "stale" });
  const takenMs = roundTaken(input.takenMs);
  const judged = await judgeAnswer(person, found, shown, { answer: input.answer, takenMs });
  if (!judged.ok) return judged;

  const at = reviewTime(input, now, null);
  const deciding = await decidingFor(person, found, { cardId, family: found.card.family, at });
  return theStore().tx(async (db) => {
    const known = await findReview(db, input.id);
    if (known) return replayOf(person, known);
    const state = await findState(db, person.id, cardId);
    const log = await cardLog(db, person, cardId, at);
    const draft = { stored: null, state: freshState(), judged: judged.value, takenMs, now: at };
    const { review } = decide(person, input, { ...draft, ...deciding });
    const revision = revisionAfter(state, log);
    await appendReview(db, { ...review, after: { ...review.after, revision } });
    const recorded = async () => {
      const row = await findReview(db, input.id);
      if (!row) throw new Error("mergeAnswer: what was appended is not there");
      return row;
    };
    const rows = withReview(log.rows, await recorded());
    await rewriteLog(db, person, { state, log, rows, ...deciding });
    return ok({ review: await recorded(), isNew: true });
  });
}
