/** How long the queue of one learner with 10,000 due cards takes to open, among few learners and among many. */
import type { ReviewOrder } from "@/lib/core/study/study-rules";
import type { StudyDay } from "@/lib/core/study-day";
import { dueRows, learningRows } from "@/lib/db/queue";
import { reviewsSince } from "@/lib/db/reviews";
import { openQueue } from "@/lib/server/study/open-queue";
import { openToday } from "@/lib/server/study/open-today";
import { quantile } from "./load";
import { cardsEach, makeDueCards, now, today } from "./many-cards";

const rounds = 100;

interface Times {
  p50: number;
  p95: number;
}
export interface QueueSpeed {
  rows: number;
  /** The queries behind a queue in the order of due days and of recall chances. */
  databaseByDueMs: Times;
  databaseByRecallMs: Times;
  /** The whole head of the queue as the review page gets it, and the page of the day. */
  openByDueMs: Times;
  openByRecallMs: Times;
  todayMs: Times;
}

async function time(act: () => Promise<unknown>): Promise<Times> {
  const took: number[] = [];
  for (let round = 0; round < rounds + 10; round += 1) {
    const began = performance.now();
    await act();
    // The first ones compile.
    if (round >= 10) took.push(performance.now() - began);
  }
  took.sort((a, b) => a - b);
  const inMs = (share: number) => Math.round(quantile(took, share) * 100) / 100;
  return { p50: inMs(0.5), p95: inMs(0.95) };
}

export async function measureQueue(learners: number): Promise<QueueSpeed> {
  const { store, people, remove } = await makeDueCards(learners);
  const person = people[Math.floor(learners / 2)];
  if (!person) throw new Error("measureQueue: no learner");
  /** What the queue asks of the database for a learner who has many cards due. */
  const read = async (atLeast: number) => {
    await reviewsSince(store.read, person.id, (today - 1) as StudyDay);
    await learningRows(store.read, person.id);
    await dueRows(store.read, person.id, { today: today as StudyDay, atLeast });
  };
  const by = (reviewOrder: ReviewOrder) => ({ ...person, rules: { reviewOrder } });
  try {
    return {
      rows: learners * cardsEach,
      databaseByDueMs: await time(() => read(2 * person.reviewsPerDay)),
      databaseByRecallMs: await time(() => read(1_000_000_000)),
      openByDueMs: await time(() => openQueue(by("due"), now)),
      openByRecallMs: await time(() => openQueue(by("recall-up"), now)),
      todayMs: await time(() => openToday(by("due"), now)),
    };
  } finally {
    await remove();
  }
}
