import type { Grade } from "../schedule/memory";
import { countAgain, type QueueHead, type ReviewCard } from "./review-card";
import { kindOf, type Submission } from "./session";

/**
 * A queue made of the cards that a browser kept, less those answered since. Only note cards: a question is judged by
 * the server.
 */
export function headWithout(cards: readonly ReviewCard[], answers: readonly Submission[]): QueueHead {
  const answered = new Set(answers.map(({ cardId }) => cardId));
  const left = cards.filter(({ cardId, face }) => face.kind === "note" && !answered.has(cardId));
  const counts = { new: 0, learning: 0, review: 0 };
  for (const card of left) counts[kindOf(card)] += 1;
  const done = answers.flatMap(({ answer }): Grade[] => (answer.kind === "grade" ? [answer.grade] : []));
  return {
    cards: left.slice(0, 1),
    counts,
    done,
    doneCount: done.length,
    againCount: countAgain(done),
    lastReviewId: null,
    nextLearningAt: null,
    asOf: null,
    changesAt: null,
  };
}
