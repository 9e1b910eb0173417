import type { Person } from "@/lib/core/people/person";
import { crashKind } from "@/lib/server/crash-kind";
import { log } from "@/lib/server/log";
import { apiCard, apiReview } from "@/lib/server/study/api-card";
import { type AnswerInput, commitAnswer } from "@/lib/server/study/commit-answer";
import { mergeAnswer } from "@/lib/server/study/merge-answer";
import { type ApiReply, refusal } from "../_answer";

/** Records one review: 201 when it is new, 200 with the same reply when its id is known, 409 with the card when it is old. */
export async function recordReview(
  person: Person,
  input: AnswerInput,
  { now, merges }: { now: number; merges: boolean },
): Promise<ApiReply> {
  const recorded = await (merges ? mergeAnswer : commitAnswer)(person, input, now);
  if (recorded.ok) return { status: recorded.value.isNew ? 201 : 200, body: apiReview(recorded.value) };
  const { kind } = recorded.error;
  const card = kind === "stale" ? await apiCard(person, input.cardId, now) : null;
  return refusal(kind, person, card ? { card } : {});
}

/**
 * The same for a review among others: that the server stumbles over it is nothing to them, and it may be sent again.
 */
export async function recordOneOf(
  person: Person,
  input: AnswerInput,
  how: { now: number; merges: boolean },
): Promise<ApiReply> {
  try {
    return await recordReview(person, input, how);
  } catch (error) {
    log.error({ err: error, review: input.id }, "a review of a batch could not be recorded");
    return refusal(crashKind(error), person);
  }
}
