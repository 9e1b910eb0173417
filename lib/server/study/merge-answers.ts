import type { ReviewId, SetId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { ok, type Result } from "@/lib/core/result";
import type { QueueHead } from "@/lib/core/study/review-card";
import type { StudyFailure } from "./answer-failure";
import type { AnswerInput } from "./commit-answer";
import { mergeAnswer } from "./merge-answer";
import { openHead } from "./open-head";

export interface Merged {
  id: ReviewId;
  /** Why it could not be taken; null when it is in the log now. */
  failure: StudyFailure["kind"] | null;
}

/** Records answers kept in a browser, oldest first, each for itself, and says what the review page shows next. */
export async function mergeAnswers(
  person: Person,
  {
    sentAt,
    answers,
    set,
  }: { sentAt: number; set?: SetId; answers: readonly (AnswerInput & { at: number })[] },
  now: number,
): Promise<Result<{ merged: Merged[]; head: QueueHead }, StudyFailure>> {
  const merged: Merged[] = [];
  for (const answer of [...answers].sort((a, b) => a.at - b.at)) {
    const outcome = await mergeAnswer(person, { ...answer, sentAt }, now);
    merged.push({ id: answer.id, failure: outcome.ok ? null : outcome.error.kind });
  }
  return ok({ merged, head: await openHead(person, now, { set }) });
}
