import type { CardId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { headFirst } from "@/lib/core/study/queue";
import { countAgain, type QueueHead } from "@/lib/core/study/review-card";
import { cramPreview } from "@/lib/core/study/review-set";
import { nextTurn } from "@/lib/core/study-day";
import type { ReviewSet } from "@/lib/db/sets";
import { buildCards } from "./build-card";
import { calendarOf } from "./load-queue";
import { loadSet } from "./load-set";

const headLength = 1;
const doneShown = 60;

/** The head of a set as the review page shows it; `first` comes first if it is left. */
export async function openSet(
  person: Person,
  set: ReviewSet,
  now: number,
  first?: CardId,
): Promise<QueueHead> {
  const { courses, states, done, arranged } = await loadSet(person, set, now);
  const isCram = set.kind === "cram";
  const calendar = calendarOf(person);
  const known = { courses, states, calendar, practisedIn: isCram ? set.id : null };
  const head = headFirst(arranged.order, first).slice(0, headLength);
  const cards = await buildCards(person, known, head, now);
  const grades = done.map(({ grade }) => grade);
  return {
    cards: isCram ? cards.map((card) => ({ ...card, preview: cramPreview(now) })) : cards,
    counts: arranged.counts,
    done: grades.slice(-doneShown),
    doneCount: grades.length,
    againCount: countAgain(grades),
    lastReviewId: done.at(-1)?.id ?? null,
    nextLearningAt: arranged.nextLearningAt,
    asOf: now,
    changesAt: nextTurn(now, calendar, arranged.nextLearningAt),
  };
}
