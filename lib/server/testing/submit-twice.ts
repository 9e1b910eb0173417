import { randomUUID } from "node:crypto";
import { asId, type CardId, type ReviewId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { grades } from "@/lib/core/schedule/memory";
import { findState } from "@/lib/db/memories";
import { theStore } from "../store";
import { type AnswerInput, commitAnswer } from "../study/commit-answer";

/** For tests: every answer goes out twice at once, as from a double click, with those to other cards between. */
export async function submitTwice(
  person: Person,
  cardIds: readonly CardId[],
  { rounds, from }: { rounds: number; from: number },
): Promise<{ submitted: number; recorded: number; refused: number }> {
  const counts = { submitted: 0, recorded: 0, refused: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const inputs: AnswerInput[] = [];
    for (const [at, cardId] of cardIds.entries()) {
      const revision = (await findState(theStore().read, person.id, cardId))?.revision ?? 0;
      const answer = { kind: "grade", grade: grades[(round + at) % grades.length] ?? "good" } as const;
      inputs.push({ id: asId<ReviewId>(randomUUID()), cardId, revision, answer, takenMs: 4_000 });
    }
    const now = from + round * 600_000;
    const outcomes = await Promise.all(
      [...inputs, ...inputs].map((input) => commitAnswer(person, input, now)),
    );
    counts.submitted += outcomes.length;
    counts.recorded += outcomes.filter((outcome) => outcome.ok && outcome.value.isNew).length;
    counts.refused += outcomes.filter((outcome) => !outcome.ok).length;
  }
  return counts;
}
