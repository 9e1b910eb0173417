import type { CardId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { countAgain, type QueueHead } from "@/lib/core/study/review-card";
import { nextTurn } from "@/lib/core/study-day";
import { latestReview } from "@/lib/db/reviews";
import { theStore } from "../store";
import { buildHead } from "./build-card";
import { loadQueue } from "./load-queue";

/** Cards sent at once: the page shows the first and is told the next with the answer to it. */
const headLength = 1;
const doneShown = 60;

/** The head of a learner's queue as the review page shows it. `first` comes first if it is still due. */
export async function openQueue(person: Person, now: number, first?: CardId): Promise<QueueHead> {
  const queue = await loadQueue(person, now, first);
  const { counts, nextLearningAt } = queue.arranged;
  const { cards } = await buildHead(person, queue, headLength, now);
  const last = await latestReview(theStore().read, person.id);
  const grades = queue.done.map(({ grade }) => grade);
  return {
    cards,
    counts,
    done: grades.slice(-doneShown),
    doneCount: grades.length,
    againCount: countAgain(grades),
    lastReviewId: last && last.studyDay >= queue.today ? last.id : null,
    nextLearningAt,
    asOf: now,
    changesAt: nextTurn(now, queue.calendar, nextLearningAt),
  };
}
