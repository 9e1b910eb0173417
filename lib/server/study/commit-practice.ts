import type { Person } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import { cramInterval } from "@/lib/core/study/review-set";
import { reviewTime } from "@/lib/core/study/review-time";
import { studyDayOf } from "@/lib/core/study-day";
import { findState } from "@/lib/db/memories";
import { appendReview, findReview, type NewReview } from "@/lib/db/reviews";
import { type ReviewSet, reviewsInSet } from "@/lib/db/sets";
import type { Db } from "@/lib/db/store";
import { theStore } from "../store";
import type { StudyFailure } from "./answer-failure";
import { freshState } from "./build-card";
import { type AnswerInput, type Committed, replayOf, roundTaken } from "./commit-answer";
import { coursesOf, findCard } from "./course-index";
import { judgeAnswer } from "./judge-answer";
import { calendarOf } from "./load-queue";
import { askedState } from "./load-set";

/** Records one answer of a set that only practises: a row of the log, and nothing else. */
export async function commitPractice(
  person: Person,
  set: ReviewSet,
  input: AnswerInput,
  now: number,
): Promise<Result<Committed, StudyFailure>> {
  const known = await findReview(theStore().read, input.id);
  if (known) return replayOf(person, known);
  const { cardId } = input;
  const found = findCard(await coursesOf(person.id), cardId);
  if (!found) return fail({ kind: "not-found" });

  const stateIn = async (db: Db) => {
    const stored = await findState(db, person.id, cardId);
    const rows = await reviewsInSet(db, set.id);
    return { stored, asked: askedState(set, { ...freshState(), ...stored, cardId }, rows) };
  };
  const { stored, asked } = await stateIn(theStore().read);
  if (asked.revision !== input.revision) return fail({ kind: "stale" });
  const takenMs = roundTaken(input.takenMs);
  const judged = await judgeAnswer(person, found, asked, {
    answer: input.answer,
    takenMs,
    practisedIn: set.id,
  });
  if (!judged.ok) return judged;

  const at = reviewTime(input, now, null);
  const { grade, separating: _, ...question } = judged.value;
  const { unit, amount } = cramInterval(grade, at);
  const review: NewReview = {
    id: input.id,
    userId: person.id,
    cardId,
    at,
    studyDay: studyDayOf(at, calendarOf(person)),
    kind: "cram",
    setId: set.id,
    grade,
    takenMs,
    phase: asked.phase,
    before: stored,
    after: stored ?? freshState(),
    unit,
    amount,
    leech: null,
    ...question,
  };
  const isRecorded = await theStore().tx(async (db) => {
    const { asked } = await stateIn(db);
    return asked.revision === input.revision && (await appendReview(db, review));
  });
  if (isRecorded) return ok({ review, isNew: true });
  const twin = await findReview(theStore().read, input.id);
  return twin ? replayOf(person, twin) : fail({ kind: "stale" });
}
