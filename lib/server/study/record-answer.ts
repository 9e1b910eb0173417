import type { CardId, ReviewId } from "@/lib/core/ids";
import { type Person, rulesOf } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import { previewGrades } from "@/lib/core/schedule/grade-card";
import type { DayLoads } from "@/lib/core/schedule/load-balance";
import { isLeech, type Scheduling } from "@/lib/core/schedule/scheduling";
import type { Answer, Graded, QueueHead } from "@/lib/core/study/review-card";
import { studyDayOf } from "@/lib/core/study-day";
import { type CardState, keptByHand } from "@/lib/db/card-state";
import { findState, replaceState } from "@/lib/db/memories";
import { appendReview, findReview, type NewReview, type Review } from "@/lib/db/reviews";
import { addTag } from "@/lib/db/tags";
import { theStore } from "../store";
import type { StudyFailure } from "./answer-failure";
import { freshState } from "./build-card";
import { coursesOf, findCard } from "./course-index";
import { type Judged, judgeAnswer } from "./judge-answer";
import { leechTag } from "./leech-tag";
import { calendarOf } from "./load-queue";
import { loadsFor } from "./loads-for";
import { openQueue } from "./open-queue";
import { schedulingFor } from "./scheduling-for";

/** Longer than this nobody thinks about one card. */
const takenAtMostMs = 60_000;

export interface AnswerInput {
  /** The client's own id of this answer; the same again adds nothing. */
  id: ReviewId;
  cardId: CardId;
  revision: number;
  answer: Answer;
  takenMs: number;
}

/** Records one answer with its log row in one durable commit. An answer that cannot be read costs nothing. */
export async function recordAnswer(
  person: Person,
  input: AnswerInput,
  now: number,
): Promise<Result<{ graded: Graded; head: QueueHead }, StudyFailure>> {
  const known = await findReview(theStore().read, input.id);
  if (known) return replyTo(person, known, now);

  const found = findCard(await coursesOf(person.id), input.cardId);
  if (!found) return fail({ kind: "not-found" });
  const stored = await findState(theStore().read, person.id, input.cardId);
  const state = stored ?? freshState();
  if (state.revision !== input.revision) return fail({ kind: "stale" });

  const takenMs = Math.round(Math.min(Math.max(input.takenMs, 0), takenAtMostMs));
  const judged = await judgeAnswer(person, found, state, input.answer, takenMs);
  if (!judged.ok) return judged;

  const loads = await loadsFor(person, found, now);
  const scheduling = schedulingFor(person, found);
  const { after, review } = decide(person, input, {
    stored,
    state,
    judged: judged.value,
    takenMs,
    now,
    scheduling,
    loads,
  });
  const isRecorded = await theStore().tx(async (db) => {
    const row = { userId: person.id, cardId: input.cardId };
    if (!(await replaceState(db, row, stored?.revision ?? null, after))) return false;
    if (review.leech === "tag" && (await addTag(db, person.id, [input.cardId], leechTag)) === 0)
      review.leech = null;
    if (!(await appendReview(db, review))) throw new Error("recordAnswer: one id for two cards at once");
    return true;
  });
  if (isRecorded) return replyTo(person, review, now);
  const twin = await findReview(theStore().read, input.id);
  return twin ? replyTo(person, twin, now) : fail({ kind: "stale" });
}

interface Situation {
  stored: CardState | null;
  state: CardState;
  judged: Judged;
  takenMs: number;
  now: number;
  scheduling: Scheduling;
  loads: DayLoads | undefined;
}

/** What the grade does to the memory, and the log row that says so. */
function decide(
  person: Person,
  { id, cardId }: AnswerInput,
  { stored, state, judged, takenMs, now, scheduling, loads }: Situation,
): { after: CardState; review: NewReview } {
  const calendar = calendarOf(person);
  const { preview, next } = previewGrades({ memory: state, now, calendar, cardId, scheduling, loads });
  const { grade, separating, ...question } = judged;
  const isNewLeech = next[grade].lapses > state.lapses && isLeech(next[grade].lapses, scheduling.leechAt);
  const leech = isNewLeech ? rulesOf(person).leechAction : null;
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

async function replyTo(
  person: Person,
  review: Omit<Review, "seq" | "undoneAt">,
  now: number,
): Promise<Result<{ graded: Graded; head: QueueHead }, StudyFailure>> {
  if (review.userId !== person.id) return fail({ kind: "not-found" });
  const { id, cardId, grade, after, amount, unit, verdict, slips } = review;
  const judged = judgedIn(review);
  const graded: Graded = {
    reviewId: id,
    cardId,
    grade,
    dueAt: after.dueAt,
    amount,
    unit,
    verdict,
    slips,
    judged,
  };
  return ok({ graded, head: await openQueue(person, now) });
}

/** An exercise's review keeps how it was judged, so that a resend gets the same answer. */
function judgedIn({ family, params }: Pick<Review, "family" | "params">): Graded["judged"] {
  return family === null && params !== null ? (params as { judged: Graded["judged"] }).judged : null;
}
