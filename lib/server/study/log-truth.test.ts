/** The log is the truth: undo, redo, union and rebuild on a real database. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { asId, type CardId, type CourseId, type ReviewId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { createRng } from "@/lib/core/rng";
import { type Grade, grades } from "@/lib/core/schedule/memory";
import { usualRules } from "@/lib/core/study/study-rules";
import { dayMs } from "@/lib/core/study-day";
import { leaveCourse } from "@/lib/db/courses";
import { allStates, findState, replaceState } from "@/lib/db/memories";
import { findReview } from "@/lib/db/reviews";
import { tagsOf } from "@/lib/db/tags";
import { resetCards } from "../cards/reset-cards";
import { setDay } from "../cards/set-day";
import { theStore } from "../store";
import { giveGrade, gradeOf, newReviewId } from "../testing/give-grade";
import { addLearner, openCourse } from "../testing/open-course";
import { freshState } from "./build-card";
import { coursesOf } from "./course-index";
import { loadQueue } from "./load-queue";
import { mergeAnswer } from "./merge-answer";
import { openQueue } from "./open-queue";
import { rebuildAll, rebuildLearner } from "./rebuild";
import { redoReview } from "./redo-review";
import { takeBack, undoReview } from "./undo-review";

const start = Date.parse("2026-03-02T03:00:00Z");
const minute = 60_000;
let opened: Awaited<ReturnType<typeof openCourse>>;
let person: Person;
let people = 0;
let cardIds: CardId[] = [];

beforeAll(async () => {
  opened = await openCourse(start);
});
afterAll(() => opened.remove());
beforeEach(async () => {
  people += 1;
  person = await addLearner(`log-${people}@example.com`, start);
  const [course] = await coursesOf(person.id);
  cardIds = [...(course?.cards.values() ?? [])].filter(({ family }) => family === null).map(({ id }) => id);
});

const give = (cardId: CardId, grade: Grade, at: number, who = person) => giveGrade(who, cardId, grade, at);
const state = (cardId: CardId, who = person) => findState(theStore().read, who.id, cardId);
/** A state without what every write moves on; a card never graded has none before and an empty one after. */
const still = async (cardId: CardId) => {
  const { revision: _, ...rest } = (await state(cardId)) ?? freshState();
  return rest;
};
const tellLate = async (cardId: CardId, grade: Grade, at: number, now: number) => {
  const told = await mergeAnswer(person, { ...gradeOf(cardId, 0, grade), at }, now);
  if (!told.ok) throw new Error(told.error.kind);
  return told.value.review;
};

/** Weeks of reviews in any order, some taken back, some cards made new again. */
async function live(seed: number, reviews: number, who = person): Promise<void> {
  const rng = createRng(seed);
  let now = start;
  const cards = cardIds.slice(0, 12);
  for (let step = 0; step < reviews; step += 1) {
    now += rng.int(1, 30) * 60 * minute;
    const review = await give(rng.pick(cards), rng.pick(grades), now, who);
    if (rng.int(0, 9) === 0) await takeBack(who, review.id, now);
    if (rng.int(0, 30) === 0) await resetCards(who, [rng.pick(cards)], now);
    if (rng.int(0, 20) === 0) await setDay(who, cards.slice(0, rng.int(1, 12)), rng.int(0, 9), now);
  }
}

test("M12 rebuilding from the log gives every stored memory, bit for bit", async () => {
  await live(5, 400);
  const before = await allStates(theStore().read, person.id);
  const rebuilt = await theStore().tx((db) => rebuildLearner(db, person));
  expect(rebuilt).toEqual({ cards: before.length, changed: 0 });
  expect(await allStates(theStore().read, person.id)).toEqual(before);
});

test("M12 a memory that was damaged or lost comes back from the log", async () => {
  await live(6, 100);
  const kept = await allStates(theStore().read, person.id);
  const [first, second] = kept.filter(({ sinceSeq, phase }) => sinceSeq > 0 && phase !== "new");
  if (!first || !second) throw new Error("no states");
  const { cardId, ...whole } = first;
  await theStore().tx(async (db) => {
    const broken = { ...whole, stability: 77, dueAt: 0, reps: 99 };
    await replaceState(db, { userId: person.id, cardId }, whole.revision, broken);
    const lost = { ...freshState(), revision: second.revision };
    await replaceState(db, { userId: person.id, cardId: second.cardId }, second.revision, lost);
  });
  expect((await rebuildAll()).changed).toBe(2);
  expect(await state(cardId)).toEqual({ ...whole, revision: whole.revision + 1 });
  const { cardId: again, revision, ...memory } = second;
  expect(await state(again)).toEqual({ ...memory, separating: null, revision: revision + 1 });
});

test("L12 a day set by hand holds until the next review, and goes when the review before it is taken back", async () => {
  const [cardId] = cardIds;
  if (!cardId) throw new Error("no card");
  const day = 24 * 60 * minute;
  await give(cardId, "easy", start);
  const before = await still(cardId);
  expect(await setDay(person, [cardId], 0, start + day)).toEqual({ ok: true, value: { changed: 1 } });
  expect(await state(cardId)).toMatchObject({ dueDay: 20_515, stability: 8.2956, reps: 1 });
  expect(await theStore().tx((db) => rebuildLearner(db, person))).toMatchObject({ changed: 0 });
  expect((await openQueue(person, start + day)).cards[0]?.cardId).toBe(cardId);

  const early = await give(cardId, "good", start + day);
  expect((await state(cardId))?.dueDay).toBeGreaterThan(20_515);
  await takeBack(person, early.id, start + day);
  expect((await state(cardId))?.dueDay).toBe(20_515);
  expect(await theStore().tx((db) => rebuildLearner(db, person))).toMatchObject({ changed: 0 });

  const again = await give(cardId, "good", start + day);
  await setDay(person, [cardId], 90, start + day);
  expect((await state(cardId))?.dueDay).toBe(20_605);
  await takeBack(person, again.id, start + day);
  expect((await state(cardId))?.dueDay).toBe(20_515);
  await theStore().tx((db) => rebuildLearner(db, person));
  expect(await still(cardId)).toEqual({
    ...before,
    dueDay: 20_515,
    dueAt: Date.parse("2026-03-02T19:00:00Z"),
  });
});

test("Q10 a learner who wants another recall from now on keeps every due day when memories are rebuilt", async () => {
  await live(7, 60);
  const choosy = { ...person, rules: { retention: 0.97, learningSteps: [] } };
  expect((await theStore().tx((db) => rebuildLearner(db, choosy))).changed).toBe(0);
});

test("U1 thirty reviews are taken back one by one and put back again, exactly", async () => {
  const cards = cardIds.slice(0, 10);
  const steps: { head: unknown; states: object[] }[] = [];
  const snapshot = async (at: number) => {
    const { counts, done, doneCount } = await openQueue(person, at);
    return {
      head: { counts, done, doneCount },
      states: await Promise.all(cards.map((cardId) => still(cardId))),
    };
  };
  const ids: ReviewId[] = [];
  const now = start + 60 * minute;
  for (let step = 0; step < 30; step += 1) {
    steps.push(await snapshot(now));
    const cardId = cards[step % 10];
    if (!cardId) throw new Error("no card");
    ids.push((await give(cardId, grades[step % 4] ?? "good", start + step * 2 * minute)).id);
  }
  const end = await snapshot(now);
  for (let step = 29; step >= 0; step -= 1) {
    const undone = await undoReview(person, ids[step] ?? newReviewId(), now + 30 - step);
    expect(undone.ok).toBe(true);
    const { head, states } = await snapshot(now);
    expect(head).toEqual(steps[step]?.head);
    expect(states).toEqual(steps[step]?.states);
  }
  for (let step = 0; step < 30; step += 1) expect((await redoReview(person, now)).ok).toBe(true);
  expect(await snapshot(now)).toEqual(end);
  expect(await redoReview(person, now)).toEqual({ ok: false, error: { kind: "not-latest" } });
});

test("U1 nothing is put back once something else was graded", async () => {
  const [one, two] = cardIds;
  if (!one || !two) throw new Error("no cards");
  const { id } = await give(one, "good", start);
  await takeBack(person, id, start + 1);
  await give(two, "good", start + 2);
  expect((await redoReview(person, start + 3)).ok).toBe(false);
  expect((await state(one))?.phase).toBe("new");
});

test("U1 redo puts back the grade given last, not one that the learner gave another grade for", async () => {
  const cardId = cardIds[0] as CardId;
  const discarded = await give(cardId, "again", start);
  await takeBack(person, discarded.id, start + 1);
  const { id } = await give(cardId, "good", start + 2);
  const graded = await still(cardId);
  await takeBack(person, id, start + 3);
  expect((await redoReview(person, start + 4)).ok).toBe(true);
  expect(await still(cardId)).toEqual(graded);
  expect(await redoReview(person, start + 5)).toEqual({ ok: false, error: { kind: "not-latest" } });
});

test("U1 nothing is put back past a grade given since, though its card was made new again", async () => {
  const [one, two] = cardIds as [CardId, CardId];
  const { id } = await give(one, "good", start);
  await takeBack(person, id, start + 1);
  await give(two, "good", start + 2);
  await resetCards(person, [two], start + 3);
  expect(await redoReview(person, start + 4)).toEqual({ ok: false, error: { kind: "not-latest" } });
  expect((await state(one))?.phase).toBe("new");
});

test("L11 and U1 the eighth lapse tags the card, and taking it back takes the tag off", async () => {
  const cardId = cardIds[0] as CardId;
  const learner = { ...person, rules: { ...usualRules, leechAt: 2 } };
  let now = start;
  const lapse = async () => {
    await give(cardId, "easy", now, learner);
    now += 40 * dayMs;
    const review = await give(cardId, "again", now, learner);
    now += minute;
    return review;
  };
  expect((await lapse()).leech).toBeNull();
  const second = await lapse();
  expect(second.leech).toBe("tag");
  expect(await tagsOf(theStore().read, person.id)).toEqual([{ cardId, tag: "leech" }]);
  await takeBack(learner, second.id, now);
  expect(await tagsOf(theStore().read, person.id)).toEqual([]);
  await redoReview(learner, now);
  expect(await tagsOf(theStore().read, person.id)).toEqual([{ cardId, tag: "leech" }]);
});

test("L11 and U1 a leech may be suspended instead, and comes back when the lapse is taken back", async () => {
  const cardId = cardIds[1] as CardId;
  const learner: Person = { ...person, rules: { leechAt: 1, leechAction: "suspend" } };
  await give(cardId, "easy", start, learner);
  const { id, leech } = await give(cardId, "again", start + 40 * dayMs, learner);
  expect(leech).toBe("suspend");
  expect((await state(cardId))?.suspendedAt).toBe(start + 40 * dayMs);
  await takeBack(learner, id, start + 41 * dayMs);
  expect((await state(cardId))?.suspendedAt).toBeNull();
});

test("U4 a review that arrives late takes its place by its time, and what follows is decided again", async () => {
  const cardId = cardIds[2] as CardId;
  const shownOn = 0;
  await give(cardId, "good", start + 60 * minute);
  const late = {
    id: newReviewId(),
    cardId,
    revision: shownOn,
    answer: { kind: "grade" as const, grade: "again" as const },
    takenMs: 3_000,
    at: start + 30 * minute,
  };
  const now = start + 90 * minute;
  const merged = await mergeAnswer(person, late, now);
  expect(merged.ok && merged.value.isNew).toBe(true);
  const united = await state(cardId);
  const other = await addLearner(`plain-${people}@example.com`, start);
  await give(cardId, "again", start + 30 * minute, other);
  await give(cardId, "good", start + 60 * minute, other);
  const { revision: _, ...plain } = (await state(cardId, other)) ?? { revision: 0 };
  expect(united).toMatchObject(plain);
  // Sent again it adds nothing.
  const again = await mergeAnswer(person, late, now);
  expect(again.ok && again.value.isNew).toBe(false);
  expect((await state(cardId))?.reps).toBe(2);
  expect((await theStore().tx((db) => rebuildLearner(db, person))).changed).toBe(0);
  // And taken back it leaves what the other review alone had made.
  await takeBack(person, late.id, now + 1);
  expect(await state(cardId)).toMatchObject({ reps: 1, lastReviewedAt: start + 60 * minute, step: 1 });
});

test("U4 a review that arrives late is decided by the day that its card had then, not by one set later", async () => {
  const cardId = cardIds[0] as CardId;
  const other = await addLearner(`set-${people}@example.com`, start);
  await give(cardId, "easy", start, other);
  const inTime = await give(cardId, "good", start + 4 * dayMs, other);
  await give(cardId, "easy", start);
  await give(cardId, "good", start + 8 * dayMs);
  await setDay(person, [cardId], 90, start + 9 * dayMs);
  const { id } = await tellLate(cardId, "good", start + 4 * dayMs, start + 10 * dayMs);
  const late = await findReview(theStore().read, id);
  expect(late?.before?.dueDay).toBe(inTime.before?.dueDay);
  expect({ ...late?.after, revision: 0 }).toEqual({ ...inTime.after, revision: 0 });
});

test("D4 a journey makes no reviewed card due twice on one day, nor forgets a day's queue", async () => {
  const cardId = cardIds[3] as CardId;
  const seoul = { ...person, rules: { balancesLoad: false } };
  const { after } = await give(cardId, "easy", start, seoul);
  const due = after.dueDay ?? 0;
  const inHawaii: Person = { ...seoul, zone: "Pacific/Honolulu" };
  const inKiritimati: Person = { ...seoul, zone: "Pacific/Kiritimati" };
  const isDue = async (who: Person, at: number) =>
    (await openQueue({ ...who, newPerDay: 0 }, at)).counts.review === 1;
  // Noon of the due day by each place's own calendar: due there, whatever the zone it was counted in.
  expect(await isDue(inHawaii, due * dayMs + 22 * 60 * minute)).toBe(true);
  expect(await isDue(inKiritimati, due * dayMs - 2 * 60 * minute)).toBe(true);
  expect(await isDue(inHawaii, (due - 1) * dayMs + 22 * 60 * minute)).toBe(false);
  // West on the evening it was reviewed: the same day again, no day has passed for the memory.
  const again = await give(cardId, "good", start + 3 * 60 * minute, inHawaii);
  expect(again.after.lapses).toBe(0);
  expect(again.after.stability).toBeGreaterThanOrEqual(after.stability);
  expect(await isDue(inHawaii, start + 4 * 60 * minute)).toBe(false);
});

test("M12 and D7 a server whose clock was put back leaves memories that their log gives", async () => {
  const cardId = cardIds[0] as CardId;
  await give(cardId, "easy", start + dayMs);
  const back = await give(cardId, "good", start);
  expect(back).toMatchObject({ at: start + dayMs, studyDay: 20_515 });
  await resetCards(person, [cardId], start + 2 * dayMs);
  const fresh = await give(cardId, "good", start + dayMs);
  expect(fresh).toMatchObject({ at: start + 2 * dayMs, phase: "new" });
  expect((await state(cardId))?.reps).toBe(1);
  expect((await theStore().tx((db) => rebuildLearner(db, person))).changed).toBe(0);
});

test("U1 a sibling that waited for tomorrow is back in its place when the review before it is taken back", async () => {
  const before = (await loadQueue(person, start)).arranged.order;
  const [course] = await coursesOf(person.id);
  const groupOf = (cardId: CardId) => course?.cards.get(cardId)?.siblingGroup;
  const cardId = cardIds.find((id) =>
    cardIds.some((other) => other !== id && groupOf(other) === groupOf(id)),
  );
  if (!cardId) throw new Error("no siblings");
  const all = { ...person, newPerDay: 500, reviewsPerDay: 500, rules: { buryNew: false } };
  const siblings = async (who: Person) =>
    (await loadQueue(who, start)).arranged.order.filter((id) => groupOf(id) === groupOf(cardId));
  expect((await siblings(all)).length).toBeGreaterThan(1);
  const buries = { ...all, rules: { buryNew: true } };
  const shown = (await loadQueue(buries, start)).arranged.order;
  const { id } = await give(cardId, "easy", start);
  expect(await siblings(buries)).toEqual([]);
  await takeBack(person, id, start);
  expect((await loadQueue(buries, start)).arranged.order).toEqual(shown);
  expect((await loadQueue(person, start)).arranged.order).toEqual(before);
});

test("U1 a review that came late and was taken back is put back at its place", async () => {
  const cardId = cardIds[0] as CardId;
  await give(cardId, "easy", start + dayMs);
  await give(cardId, "good", start + 12 * dayMs);
  const now = start + 13 * dayMs;
  const late = await tellLate(cardId, "hard", start + 5 * dayMs, now);
  const united = await still(cardId);
  await takeBack(person, late.id, now);
  expect((await state(cardId))?.reps).toBe(2);
  expect((await redoReview(person, now)).ok).toBe(true);
  expect(await still(cardId)).toEqual(united);
  expect((await theStore().tx((db) => rebuildLearner(db, person))).changed).toBe(0);
});

test("U1 nothing is put back on a card that was made new or given a day since", async () => {
  const [one, two] = cardIds as [CardId, CardId];
  for (const cardId of [one, two]) await give(cardId, "easy", start);
  const { id } = await give(one, "good", start + 8 * dayMs);
  await takeBack(person, id, start + 8 * dayMs);
  await setDay(person, [one], 3, start + 8 * dayMs);
  const set = await still(one);
  expect((await redoReview(person, start + 8 * dayMs)).ok).toBe(false);
  expect(await still(one)).toEqual(set);
});

test("U1 a card made new stands in nobody's way: the reviews before it are taken back and put back", async () => {
  const [one, two] = cardIds as [CardId, CardId];
  const first = await give(one, "good", start);
  const before = await still(one);
  await give(two, "good", start + minute);
  await resetCards(person, [two], start + 2 * minute);
  expect((await openQueue(person, start + 2 * minute)).lastReviewId).toBe(first.id);
  expect((await undoReview(person, first.id, start + 3 * minute)).ok).toBe(true);
  expect(await still(one)).toEqual(await still(cardIds[2] as CardId));
  expect((await openQueue(person, start + 3 * minute)).lastReviewId).toBeNull();
  expect((await redoReview(person, start + 4 * minute)).ok).toBe(true);
  expect(await still(one)).toEqual(before);
  expect((await state(two))?.phase).toBe("new");
});

test("U1 a late review of a card that left its course is taken back alone", async () => {
  const cardId = cardIds[0] as CardId;
  await give(cardId, "easy", start + dayMs);
  const { after } = await give(cardId, "good", start + 12 * dayMs);
  const late = await tellLate(cardId, "again", start + 5 * dayMs, start + 13 * dayMs);
  await theStore().tx((db) => leaveCourse(db, person.id, asId<CourseId>("deep-learning")));
  expect((await takeBack(person, late.id, start + 13 * dayMs)).ok).toBe(true);
  const { reps, lastReviewedAt, stability } = after;
  expect(await state(cardId)).toMatchObject({ reps, lastReviewedAt, stability, phase: "review" });
});
