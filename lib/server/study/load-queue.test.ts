import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { asId, type CardId, type ReviewId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { newMemory } from "@/lib/core/schedule/grade-card";
import { type ReviewOrder, reviewOrders } from "@/lib/core/study/study-rules";
import type { StudyDay } from "@/lib/core/study-day";
import type { CardState } from "@/lib/db/card-state";
import { setCourseRules } from "@/lib/db/courses";
import { replaceState, statesOf } from "@/lib/db/memories";
import { dueRows } from "@/lib/db/queue";
import { resetCards } from "../cards/reset-cards";
import { theStore } from "../store";
import { addLearner, openCourse } from "../testing/open-course";
import { freshState } from "./build-card";
import { commitAnswer } from "./commit-answer";
import { coursesOf } from "./course-index";
import { loadQueue } from "./load-queue";
import { openToday } from "./open-today";
import { setAside } from "./set-aside";
import { takeBack } from "./undo-review";

/** The real queries, counted. */
vi.mock("@/lib/db/queue", { spy: true });

/** Friday noon in Seoul, study day 20777. */
const now = Date.parse("2026-11-20T03:00:00Z");
const friday = 20_777;
let opened: Awaited<ReturnType<typeof openCourse>>;
let person: Person;
let due = 0;

/** Every note card of the course is in review, three of them due on each day of the past and some later. */
beforeAll(async () => {
  opened = await openCourse(now);
  person = { ...(await addLearner("many@example.com", now)), newPerDay: 0 };
  const [course] = await coursesOf(person.id);
  const notes = [...(course?.cards.values() ?? [])].filter(({ family }) => family === null);
  await theStore().tx(async (db) => {
    for (const [at, { id }] of notes.entries()) {
      const dueDay = (friday - Math.floor(((at * 7) % notes.length) / 3) + 5) as StudyDay;
      if (dueDay <= friday) due += 1;
      const memory = { phase: "review", stability: 1 + (at % 13), difficulty: 1 + (at % 9) } as const;
      await replaceState(db, { userId: person.id, cardId: id }, null, {
        ...freshState(),
        ...newMemory(),
        ...memory,
        dueDay,
        lastDay: (dueDay - 1 - (at % 11)) as StudyDay,
      });
    }
  });
});
afterAll(() => opened.remove());

async function setStates(cardIds: readonly CardId[], change: Partial<CardState>): Promise<void> {
  const { id } = person;
  await theStore().tx(async (db) => {
    for (const [cardId, { cardId: _, ...state }] of await statesOf(db, id, cardIds))
      await replaceState(db, { userId: id, cardId }, state.revision, { ...state, ...change });
  });
}

const orderOf = async (reviewsPerDay: number, reviewOrder: ReviewOrder): Promise<CardId[]> =>
  (await loadQueue({ ...person, reviewsPerDay, rules: { reviewOrder } }, now)).arranged.order;

it.each(reviewOrders)(
  "Q1 a limit cuts the queue by %s short and changes nothing else of it",
  async (order) => {
    const all = await orderOf(10_000, order);
    expect(all.length).toBeGreaterThan(60);
    for (const limit of [0, 1, 7, 40, all.length - 1])
      expect(await orderOf(limit, order)).toEqual(all.slice(0, limit));
  },
);

it("Q1 reads on behind cards that were set aside", async () => {
  const aside = await orderOf(60, "due");
  await setStates(aside, { buriedUntil: (friday + 1) as StudyDay });
  const left = await orderOf(10_000, "due");
  expect(left).not.toContain(aside[0]);
  expect(await orderOf(7, "due")).toEqual(left.slice(0, 7));
  // However long the backlog is and however little of it counts, it is read twice at most.
  vi.mocked(dueRows).mockClear();
  expect(await orderOf(1, "due")).toEqual(left.slice(0, 1));
  expect(vi.mocked(dueRows).mock.calls.length).toBe(2);
  await setStates(aside, { buriedUntil: null });
});

it("offers every new card and no other, whatever became new again or was met since", async () => {
  const learner: Person = {
    ...(await addLearner("fresh@example.com", now)),
    newPerDay: 100_000,
    rules: { newOrder: "random", buryNew: false, newBeyondReviews: true },
  };
  const [course] = await coursesOf(learner.id);
  const cards = [...(course?.cards.keys() ?? [])];
  const isNew = new Set(cards);
  const check = async () => {
    const { arranged } = await loadQueue(learner, now + 40 * 60_000);
    expect(new Set(arranged.order.filter((cardId) => !met.has(cardId)))).toEqual(isNew);
    expect(arranged.counts.new).toBe(isNew.size);
  };
  const met = new Set<CardId>();
  const noteIds = cards.filter((cardId) => course?.cards.get(cardId)?.family === null);
  await check();
  for (const [at, cardId] of noteIds.slice(0, 6).entries()) {
    const input = { id: asId<ReviewId>(randomUUID()), cardId, revision: 0, takenMs: 1_000 };
    const given = await commitAnswer(
      learner,
      { ...input, answer: { kind: "grade", grade: "good" } },
      now + at,
    );
    expect(given.ok).toBe(true);
    isNew.delete(cardId);
    met.add(cardId);
    await check();
    if (at % 2 === 1) continue;
    await takeBack(learner, input.id, now + at);
    isNew.add(cardId);
    met.delete(cardId);
    await check();
  }
  const [one, two] = noteIds.slice(10, 12) as [CardId, CardId];
  for (const [cardId, act] of [
    [one, "bury"],
    [two, "suspend"],
  ] as const) {
    await setAside(learner, { cardId, act }, now);
    isNew.delete(cardId);
    await check();
    await setAside(learner, { cardId, act: `un${act}` as const }, now);
    isNew.add(cardId);
    await check();
  }
  expect(met.size).toBe(3);
  await resetCards(learner, [...met], now + 60_000);
  for (const cardId of met) isNew.add(cardId);
  met.clear();
  await check();
});

it("Q9 says how many reviews wait beyond the day's limit", async () => {
  const { backlog, counts } = await openToday({ ...person, reviewsPerDay: 7 }, now);
  expect(counts.review).toBe(7);
  expect(backlog.left).toBe(due - 7);
});

it("Q1 Q9 the limit of a course cuts its reviews short, and what it leaves out waits", async () => {
  const [course] = await coursesOf(person.id);
  if (!course) throw new Error("a learner has a course");
  const limited = (reviewsPerDay: number) =>
    theStore().tx((db) => setCourseRules(db, person.id, course.id, { reviewsPerDay }));
  await limited(7);
  const { backlog, counts } = await openToday(person, now);
  expect(counts.review).toBe(7);
  expect(backlog.left).toBe(due - 7);
  expect((await openToday({ ...person, reviewsPerDay: 3 }, now)).counts.review).toBe(3);
  await limited(10_000 - 1);
  expect((await openToday({ ...person, reviewsPerDay: 3 }, now)).counts.review).toBe(3);
});
