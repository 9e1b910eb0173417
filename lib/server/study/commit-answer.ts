import type { CardId, ReviewId, SetId } from "@/lib/core/ids";
import { type Person, rulesOf } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import { previewGrades } from "@/lib/core/schedule/grade-card";
import type { DayLoads } from "@/lib/core/schedule/load-balance";
import type { Scheduling } from "@/lib/core/schedule/scheduling";
import { isNewLeech } from "@/lib/core/study/replay-log";
import type { Answer } from "@/lib/core/study/review-card";
import { reviewTime, type ToldTime } from "@/lib/core/study/review-time";
import { studyDayOf } from "@/lib/core/study-day";
import { type CardState, keptByHand } from "@/lib/db/card-state";
import { marksOfCard } from "@/lib/db/marks";
import { findState, replaceState } from "@/lib/db/memories";
import { appendReview, findReview, type NewReview, type Review } from "@/lib/db/reviews";
import { theStore } from "../store";
import type { StudyFailure } from "./answer-failure";
import { freshState } from "./build-card";
import { coursesOf, findCard } from "./course-index";
import { type Judged, judgeAnswer } from "./judge-answer";
import { calendarOf } from "./load-queue";
import { loadsFor } from "./loads-for";
import { schedulingFor } from "./scheduling-for";
import { tagLeech } from "./settle-leeches";

/** Longer than this nobody thinks about one card. */
const takenAtMostMs = 60_000;

export interface AnswerInput extends ToldTime {
  /** The client's own id of this answer; the same again adds nothing. */
  id: ReviewId;
  cardId: CardId;
  /** The set that it is answered in; none is the day's queue. */
  set?: SetId;
  revision: number;
  answer: Answer;
  takenMs: number;
}

/** A review as it was recorded, and whether this call did it. */
export interface Committed {
  review: Omit<Review, "seq" | "undoneAt">;
  isNew: boolean;
}

/** Records one review with its log row in one durable commit. An answer that cannot be read costs nothing. */
export async function commitAnswer(
  person: Person,
  input: AnswerInput,
  now: number,
): Promise<Result<Committed, StudyFailure>> {
  const known = await findReview(theStore().read, input.id);
  if (known) return replayOf(person, known);

  const found = findCard(await coursesOf(person.id), input.cardId);
  if (!found) return fail({ kind: "not-found" });
  const stored = await findState(theStore().read, person.id, input.cardId);
  const state = stored ?? freshState();
  if (state.revision !== input.revision) return fail({ kind: "stale" });

  const takenMs = roundTaken(input.takenMs);
  const judged = await judgeAnswer(person, found, state, { answer: input.answer, takenMs });
  if (!judged.ok) return judged;

  const at = reviewTime(input, now, state.lastReviewedAt ?? (await madeNewAt(person, input.cardId, state)));
  const { after, review } = decide(person, input, {
    stored,
    state,
    judged: judged.value,
    takenMs,
    now: at,
    scheduling: schedulingFor(person, found),
    loads: (await loadsFor(person, [found], at))?.(input.cardId),
  });
  const isRecorded = await theStore().tx(async (db) => {
    const row = { userId: person.id, cardId: input.cardId };
    if (!(await replaceState(db, row, stored?.revision ?? null, after))) return false;
    if (review.leech === "tag" && !(await tagLeech(db, review))) review.leech = null;
    if (!(await appendReview(db, review))) throw new Error("commitAnswer: one id for two cards at once");
    return true;
  });
  if (isRecorded) return ok({ review, isNew: true });
  const twin = await findReview(theStore().read, input.id);
  return twin ? replayOf(person, twin) : fail({ kind: "stale" });
}

/** The answer to an id that was recorded before, which is nobody else's business. */
export const replayOf = (person: Person, known: Review): Result<Committed, StudyFailure> =>
  known.userId === person.id ? ok({ review: known, isNew: false }) : fail({ kind: "not-found" });

export const roundTaken = (takenMs: number): number =>
  Math.round(Math.min(Math.max(takenMs, 0), takenAtMostMs));

/** When a card was last made new again; null when it never was. No review of it may lie before that and count. */
async function madeNewAt(person: Person, cardId: CardId, { sinceSeq }: CardState): Promise<number | null> {
  if (sinceSeq === 0) return null;
  const marks = await marksOfCard(theStore().read, { userId: person.id, cardId });
  return Math.max(...marks.map((mark) => (mark.kind === "reset" ? mark.at : 0)));
}

interface Situation {
  stored: CardState | null;
  state: CardState;
  judged: Judged;
  takenMs: number;
  now: number;
  scheduling: Scheduling;
  loads?: DayLoads | undefined;
}

/** What the grade does to the memory, and the log row that says so. */
export function decide(
  person: Person,
  { id, cardId, set }: Pick<AnswerInput, "id" | "cardId" | "set">,
  { stored, state, judged, takenMs, now, scheduling, loads }: Situation,
): { after: CardState; review: NewReview } {
  const calendar = calendarOf(person);
  const { preview, next } = previewGrades({ memory: state, now, calendar, cardId, scheduling, loads });
  const { grade, separating, ...question } = judged;
  const action = isNewLeech(state, next[grade], scheduling.leechAt) ? rulesOf(person).leechAction : null;
  // What a hand suspended before stays the hand's, so that taking the lapse back does not let the card in.
  const leech = action === "suspend" && state.suspendedAt !== null ? null : action;
  const after = {
    ...next[grade],
    ...keptByHand(state),
    ...(leech === "suspend" && { suspendedAt: now }),
    revision: state.revision + 1,
    separating,
  };
  const review: NewReview = {
    id,
    userId: person.id,
    cardId,
    at: now,
    studyDay: studyDayOf(now, calendar),
    grade,
    takenMs,
    kind: "review",
    setId: set ?? null,
    leech,
    phase: state.phase,
    before: stored,
    after,
    unit: preview[grade].unit,
    amount: preview[grade].amount,
    ...question,
  };
  return { after, review };
}
