/** How long the queue of one learner with 10,000 cards takes to open, all due or on a usual day, among few and among many. */
import type { ReviewOrder } from "@/lib/core/study/study-rules";
import type { StudyDay } from "@/lib/core/study-day";
import { courseId } from "@/lib/db/contract/rows";
import { daysAhead } from "@/lib/db/memories";
import { countTouched, dueRows, learningRows, newAgainCards, untouchedCards } from "@/lib/db/queue";
import { reviewsSince } from "@/lib/db/reviews";
import { balancedAhead } from "@/lib/server/study/loads-for";
import { openQueue } from "@/lib/server/study/open-queue";
import { openToday } from "@/lib/server/study/open-today";
import { quantile } from "./load";
import { cardsEach, makeSeenCards, now, today } from "./many-cards";

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
  /** The same for somebody who has seen every card and has one in sixty due: what every answer of a usual day costs. */
  usualDay: {
    databaseMs: Times;
    /** Looking through the course for cards never touched, after one more was. */
    untouchedMs: Times;
    openMs: Times;
    todayMs: Times;
  };
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
  const { store, people, remove } = await makeSeenCards(learners);
  const middle = 2 * Math.floor(learners / 4);
  const [person, usual] = people.slice(middle, middle + 2);
  if (!person || !usual) throw new Error("measureQueue: no learner");
  /** What the queue asks of the database for a learner who has many cards due. */
  const read = async (atLeast: number) => {
    await reviewsSince(store.read, person.id, (today - 1) as StudyDay);
    await learningRows(store.read, person.id);
    await dueRows(store.read, person.id, { today: today as StudyDay, atLeast });
  };
  const readUsual = async () => {
    const day = today as StudyDay;
    await reviewsSince(store.read, usual.id, (today - 1) as StudyDay);
    await learningRows(store.read, usual.id);
    await dueRows(store.read, usual.id, { today: day, atLeast: 2 * usual.reviewsPerDay });
    await countTouched(store.read, usual.id);
    await newAgainCards(store.read, usual.id, day);
    await daysAhead(store.read, usual.id, { today: day, until: (today + balancedAhead) as StudyDay });
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
      usualDay: {
        databaseMs: await time(readUsual),
        untouchedMs: await time(() =>
          untouchedCards(store.read, usual.id, courseId, { limit: 500, backwards: false }),
        ),
        openMs: await time(() => openQueue(usual, now)),
        todayMs: await time(() => openToday(usual, now)),
      },
    };
  } finally {
    await remove();
  }
}
