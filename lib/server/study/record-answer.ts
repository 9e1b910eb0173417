import type { Person } from "@/lib/core/people/person";
import { ok, type Result } from "@/lib/core/result";
import type { Graded, QueueHead } from "@/lib/core/study/review-card";
import type { StudyFailure } from "./answer-failure";
import type { AnswerInput, Committed } from "./commit-answer";
import { openHead } from "./open-head";
import { takeAnswer } from "./take-answer";

/** Records one answer and says what the review page shows next. */
export async function recordAnswer(
  person: Person,
  input: AnswerInput,
  now: number,
): Promise<Result<{ graded: Graded; head: QueueHead }, StudyFailure>> {
  const committed = await takeAnswer(person, input, now);
  if (!committed.ok) return committed;
  return ok({ graded: gradedIn(committed.value.review), head: await openHead(person, now, input) });
}

/** What the review page is told of a recorded review. */
export function gradedIn(review: Committed["review"]): Graded {
  const { id, cardId, grade, kind, at, after, amount, unit, verdict, slips, leech } = review;
  return {
    reviewId: id,
    cardId,
    grade,
    dueAt: kind === "cram" ? at + amount * 1000 : after.dueAt,
    amount,
    unit,
    verdict,
    slips,
    judged: judgedIn(review),
    isLeech: leech !== null,
  };
}

/** An exercise's review keeps how it was judged, so that a resend gets the same answer. */
function judgedIn({ family, params }: Pick<Committed["review"], "family" | "params">): Graded["judged"] {
  return family === null && params !== null ? (params as { judged: Graded["judged"] }).judged : null;
}
