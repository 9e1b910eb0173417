import type { Person } from "@/lib/core/people/person";
import { fail, type Result } from "@/lib/core/result";
import type { StudyFailure } from "./answer-failure";
import { type AnswerInput, type Committed, commitAnswer } from "./commit-answer";
import { commitPractice } from "./commit-practice";
import { findOwnSet } from "./load-set";

/** Records one answer as what it is: a review, or a practice in a set. */
export async function takeAnswer(
  person: Person,
  input: AnswerInput,
  now: number,
): Promise<Result<Committed, StudyFailure>> {
  if (input.set === undefined) return commitAnswer(person, input, now);
  const set = await findOwnSet(person, input.set);
  if (!set?.cardIds.includes(input.cardId)) return fail({ kind: "not-found" });
  return set.kind === "cram" ? commitPractice(person, set, input, now) : commitAnswer(person, input, now);
}

/** Whether an answer only practises. */
export const isPractice = async (person: Person, { set }: Pick<AnswerInput, "set">): Promise<boolean> =>
  (await findOwnSet(person, set))?.kind === "cram";
