import type { SetId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { ok, type Result } from "@/lib/core/result";
import type { Merged } from "@/lib/core/study/kept-answers";
import type { QueueHead } from "@/lib/core/study/review-card";
import { crashKind } from "../crash-kind";
import { log } from "../log";
import type { StudyFailure } from "./answer-failure";
import type { AnswerInput } from "./commit-answer";
import { mergeAnswer } from "./merge-answer";
import { openHead } from "./open-head";

/** An answer as a browser kept it; `input` is null where it cannot be read. */
export interface KeptInput {
  id: Merged["id"];
  input: (AnswerInput & { at: number }) | null;
}

type MergedHere = Merged<StudyFailure["kind"] | ReturnType<typeof crashKind>>;

/**
 * Records answers kept in a browser, oldest first, each for itself, and says what the review page shows next. What became
 * of each is told in the order in which they came.
 */
export async function mergeAnswers(
  person: Person,
  { sentAt, answers, set }: { sentAt: number; set?: SetId; answers: readonly KeptInput[] },
  now: number,
): Promise<Result<{ merged: MergedHere[]; head: QueueHead }, StudyFailure>> {
  const merged: MergedHere[] = answers.map(({ id }) => ({ id, failure: "bad-request" }));
  const readable = answers.flatMap(({ id, input }, place) => (input ? { id, input, place } : []));
  for (const { id, input, place } of readable.sort((a, b) => a.input.at - b.input.at))
    merged[place] = { id, failure: await failureOf(person, { ...input, sentAt }, now) };
  return ok({ merged, head: await openHead(person, now, { set }) });
}

/** Records one of them. That the server stumbles over it is nothing to the others. */
async function failureOf(person: Person, input: AnswerInput, now: number): Promise<MergedHere["failure"]> {
  try {
    const outcome = await mergeAnswer(person, input, now);
    return outcome.ok ? null : outcome.error.kind;
  } catch (error) {
    log.error({ err: error, review: input.id }, "an answer could not be united");
    return crashKind(error);
  }
}
