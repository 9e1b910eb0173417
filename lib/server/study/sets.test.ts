/** Q8: cards reviewed in a set, outside the day's queue. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { asId, type CardId, type ReviewId, type SetId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { recallChance } from "@/lib/core/schedule/grade-card";
import type { Grade } from "@/lib/core/schedule/memory";
import type { QueueHead, ReviewCard } from "@/lib/core/study/review-card";
import type { ReviewKind } from "@/lib/core/study/review-kind";
import { dayMs } from "@/lib/core/study-day";
import { examine } from "@/lib/db/examine";
import { allStates, findState } from "@/lib/db/memories";
import { studiedDays } from "@/lib/db/progress";
import { findReview, recentTimes, reviewsOfCard } from "@/lib/db/reviews";
import { suspendCards } from "../cards/suspend-cards";
import { databaseFile } from "../data-dir";
import { deleteAccount } from "../people/delete-account";
import { theStore } from "../store";
import { addLearner, openCourse } from "../testing/open-course";
import { beginSet } from "./begin-set";
import { coursesOf } from "./course-index";
import { endSet } from "./end-set";
import { lowerGrade } from "./lower-grade";
import { mergeAnswers } from "./merge-answers";
import { openHead } from "./open-head";
import { forgottenLately, openPractice } from "./open-practice";
import { openQueue } from "./open-queue";
import { openToday } from "./open-today";
import { rebuildLearner } from "./rebuild";
import { recordAnswer } from "./record-answer";
import { redoReview } from "./redo-review";
import { setAside } from "./set-aside";
import { undoReview } from "./undo-review";

const start = Date.parse("2026-11-16T03:00:00Z");
/** Four days after the first reviews. */
const now = start + 4 * dayMs;
const minute = 60_000;
let opened: Awaited<ReturnType<typeof openCourse>>;
let person: Person;
let people = 0;
/** Two cards in review, one in relearning, one never seen, one computed and never seen. */
let known: CardId[];
let fresh: CardId;
const skill = asId<CardId>("skill:conv-output-size");

beforeAll(async () => {
  opened = await openCourse(start);
});
afterAll(() => opened.remove());
beforeEach(async () => {
  people += 1;
  person = await addLearner(`set-${people}@example.com`, start);
  known = [];
  for (const given of ["easy", "easy", "again"] as const) {
    const [card] = (await openQueue(person, start)).cards;
    if (!card) throw new Error("the queue is empty");
    known.push(card.cardId);
    await answer(card, given, { at: start });
  }
  const cards = (await coursesOf(person.id)).flatMap((course) => [...course.cards.values()]);
  fresh = cards.find(({ id, family }) => family === null && !known.includes(id))?.id as CardId;
});

interface Given {
  at?: number;
  set?: SetId;
  id?: ReviewId;
}
const inputFor = ({ cardId, revision }: ReviewCard, grade: Grade, { set, id }: Given = {}) => ({
  id: id ?? asId<ReviewId>(randomUUID()),
  cardId,
  revision,
  answer: { kind: "grade", grade } as const,
  takenMs: 4_000,
  ...(set && { set }),
});
async function answer(card: ReviewCard, grade: Grade, given: Given = {}) {
  const outcome = await recordAnswer(person, inputFor(card, grade, given), given.at ?? now);
  if (!outcome.ok) throw new Error(outcome.error.kind);
  return outcome.value;
}
async function begun(kind: ReviewKind, cardIds: readonly CardId[] = known): Promise<SetId> {
  const set = await beginSet(person, { cardIds, kind, order: "recall" }, now);
  if (!set.ok) throw new Error(set.error.kind);
  return set.value;
}
const headOf = (set: SetId, at = now): Promise<QueueHead> => openHead(person, at, { set });
async function firstIn(set: SetId, at = now): Promise<ReviewCard> {
  const [card] = (await headOf(set, at)).cards;
  if (!card) throw new Error("the set is empty");
  return card;
}
/** Everything that practising must leave as it is. */
const everything = async () => ({
  states: await allStates(theStore().read, person.id),
  today: await openToday(person, now),
  queue: await openQueue(person, now),
  days: await studiedDays(theStore().read, person.id),
  times: await recentTimes(theStore().read, person.id, 10),
});

describe("Q8 a set that only practises", () => {
  it("leaves memory, due dates, counts, limits and sums as they are, and logs practices", async () => {
    const before = await everything();
    const set = await begun("cram", [...known, fresh]);
    for (const grade of ["again", "hard", "good", "easy"] as const)
      await answer(await firstIn(set), grade, { set });
    expect(await everything()).toEqual(before);
    const rows = await Promise.all(known.map((cardId) => reviewsOfCard(theStore().read, person.id, cardId)));
    expect(rows.map(([row]) => [row?.kind, row?.setId, row?.at])).toEqual(
      known.map(() => ["cram", set, now]),
    );
    expect(await theStore().tx((db) => rebuildLearner(db, person))).toMatchObject({ changed: 0 });
    expect((await examine(databaseFile(opened.dataDir))).checks.filter(({ ok }) => !ok)).toEqual([]);
    await endSet(person, now);
    expect(await everything()).toEqual(before);
  });

  it("asks again after a minute, hard after ten, and is done with good and easy", async () => {
    const set = await begun("cram", [...known, fresh]);
    const first = await firstIn(set);
    const { graded, head } = await answer(first, "again", { set });
    expect(graded).toMatchObject({ unit: "seconds", amount: 60, dueAt: now + minute });
    expect(head).toMatchObject({ done: ["again"], doneCount: 1 });
    const second = await firstIn(set);
    expect(second.cardId).not.toBe(first.cardId);
    await answer(second, "hard", { set });
    expect((await firstIn(set, now + minute)).cardId).toBe(first.cardId);
    await answer(await firstIn(set), "good", { set });
    await answer(await firstIn(set), "easy", { set });
    expect(await firstIn(set)).toMatchObject({ cardId: first.cardId });
    await answer(await firstIn(set), "good", { set, at: now + minute });
    const last = await firstIn(set, now + minute);
    expect(last).toMatchObject({ cardId: second.cardId, preview: { good: { amount: 0 } } });
    expect(await answer(last, "good", { set })).toMatchObject({ graded: { amount: 0 }, head: { cards: [] } });
  });

  it("U2, U3 takes one answer once, and of two devices with the same card the first", async () => {
    const set = await begun("cram");
    const card = await firstIn(set);
    const input = inputFor(card, "again", { set });
    const outcomes = await Promise.all([1, 2, 3].map(() => recordAnswer(person, input, now)));
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome.ok && outcome.value.graded))).size).toBe(
      1,
    );
    expect(await recordAnswer(person, inputFor(card, "good", { set }), now)).toEqual({
      ok: false,
      error: { kind: "stale" },
    });
    expect(await headOf(set)).toMatchObject({ doneCount: 1 });
    const late = { ...inputFor(card, "good", { set }), at: now - minute };
    const merged = await mergeAnswers(
      person,
      { sentAt: now, answers: [{ id: late.id, input: late }], set },
      now,
    );
    expect(merged).toMatchObject({ value: { merged: [{ failure: "stale" }], head: { doneCount: 1 } } });
  });

  it("U3 refuses an answer to a card that was reviewed in the day meanwhile", async () => {
    const set = await begun("cram", known.slice(2));
    const shown = await firstIn(set);
    const day = (await openQueue(person, now, known[2])).cards[0] as ReviewCard;
    expect(day).toMatchObject({ cardId: shown.cardId, revision: shown.revision });
    await answer(day, "good");
    expect(await recordAnswer(person, inputFor(shown, "good", { set }), now)).toEqual({
      ok: false,
      error: { kind: "stale" },
    });
  });

  it("U1 takes its own answers back and puts them again, never a review of the day", async () => {
    const before = await everything();
    const set = await begun("cram");
    const card = await firstIn(set);
    const { graded } = await answer(card, "good", { set });
    const reviewId = asId<ReviewId>(graded.reviewId);
    const undone = await undoReview(person, reviewId, now, set);
    expect(undone).toMatchObject({ ok: true, value: { head: { doneCount: 0, lastReviewId: null } } });
    expect((await firstIn(set)).cardId).toBe(card.cardId);
    expect((await firstIn(set)).revision).toBe(card.revision + 1);
    const redone = await redoReview(person, now, set);
    expect(redone).toMatchObject({ ok: true, value: { head: { doneCount: 1, lastReviewId: reviewId } } });
    expect((await redoReview(person, now, set)).ok).toBe(false);
    expect(await everything()).toEqual(before);

    // The other way round: what was practised since does not stand in the way of the day's undo.
    const last = asId<ReviewId>((await openQueue(person, start)).lastReviewId ?? "");
    expect((await undoReview(person, last, now)).ok).toBe(true);
    expect(await findReview(theStore().read, reviewId)).toMatchObject({ undoneAt: null });
    expect((await redoReview(person, now)).ok).toBe(true);
  });

  it("U1 puts back the practice taken back last, not one given another grade for", async () => {
    const set = await begun("cram");
    const graded = async (grade: Grade) => {
      const { reviewId } = (await answer(await firstIn(set), grade, { set })).graded;
      return asId<ReviewId>(reviewId);
    };
    await undoReview(person, await graded("again"), now, set);
    const last = await graded("good");
    await undoReview(person, last, now + 1, set);
    expect((await redoReview(person, now + 2, set)).ok).toBe(true);
    expect(await findReview(theStore().read, last)).toMatchObject({ undoneAt: null });
    expect((await redoReview(person, now + 2, set)).ok).toBe(false);
  });

  it("asks a question with other numbers than the day does, and keeps what a slip says to itself", async () => {
    const set = await begun("cram", [skill]);
    const shown = await firstIn(set);
    const day = (await openQueue({ ...person, newPerDay: 200 }, now, skill)).cards[0];
    if (shown.face.kind !== "question" || day?.face.kind !== "question") throw new Error("no question");
    expect([shown.revision, shown.face.family]).toEqual([day.revision, day.face.family]);
    expect(shown.face.seed).not.toBe(day.face.seed);
    const given = { kind: "given", given: "999x999", browserVerdict: null } as const;
    const wrong = await recordAnswer(person, { ...inputFor(shown, "again", { set }), answer: given }, now);
    expect(wrong).toMatchObject({ value: { graded: { verdict: "wrong", grade: "again", amount: 60 } } });
    expect(await findState(theStore().read, person.id, skill)).toBeNull();
    const again = await firstIn(set);
    expect(again.face.kind === "question" && again.face.seed).not.toBe(shown.face.seed);
  });

  it("lowers a checked answer, and the card comes back", async () => {
    const set = await begun("cram");
    const card = await firstIn(set);
    const { graded } = await answer(card, "good", { set });
    const reviewId = asId<ReviewId>(graded.reviewId);
    // What the learner graded is undone instead.
    expect(await lowerGrade(person, { reviewId, grade: "again", set }, now)).toMatchObject({ ok: false });
    expect((await openPractice(person, now)).set?.left).toBe(2);
    await theStore().tx(async ({ q, t }) => {
      await q.update(t.reviews).set({ verdict: "right" });
    });
    expect(await lowerGrade(person, { reviewId, grade: "again", set }, now)).toMatchObject({
      value: { graded: { grade: "again", amount: 60, dueAt: now + minute }, head: { done: ["again"] } },
    });
    expect((await openPractice(person, now)).set?.left).toBe(3);
  });
});

describe("Q8 a set that counts", () => {
  it("reviews early with the recall chance of that moment, and the card stays in its course", async () => {
    const [cardId] = known as [CardId];
    const before = await findState(theStore().read, person.id, cardId);
    if (!before?.dueDay) throw new Error("not in review");
    const set = await begun("review", [cardId]);
    const card = await firstIn(set);
    expect(before.dueAt).toBeGreaterThan(now);
    const chance = recallChance(before, now, { zone: "Asia/Seoul", rolloverHour: 4 });
    expect(chance).toBeGreaterThan(0.9);
    expect(card.memory?.recall).toBe(chance);
    const { head, graded } = await answer(card, "good", { set });
    const after = await findState(theStore().read, person.id, cardId);
    expect(after).toMatchObject({ phase: "review", reps: before.reps + 1, dueAt: card.preview.good.dueAt });
    expect(after?.stability).toBeGreaterThan(before.stability);
    expect(head).toMatchObject({ cards: [], done: ["good"] });
    expect((await openToday(person, now)).doneToday).toBe(1);
    expect(await findReview(theStore().read, asId<ReviewId>(graded.reviewId))).toMatchObject({
      kind: "review",
      setId: set,
    });
    expect(await theStore().tx((db) => rebuildLearner(db, person))).toMatchObject({ changed: 0 });
    // The day's undo takes it back like any review, and the set asks it again.
    await undoReview(person, asId<ReviewId>(graded.reviewId), now, set);
    expect((await firstIn(set)).cardId).toBe(cardId);
    expect(await findState(theStore().read, person.id, cardId)).toMatchObject({ dueAt: before.dueAt });
  });

  it("uses the day's new cards, and keeps a card in its steps until it has left them", async () => {
    const set = await begun("review", [fresh]);
    const left = (await openToday(person, now)).counts.new;
    const { head } = await answer(await firstIn(set), "good", { set });
    expect((await openToday(person, now)).counts.new).toBeLessThan(left);
    expect(head).toMatchObject({ counts: { new: 0, learning: 1 }, cards: [{ cardId: fresh }] });
    const done = await answer(await firstIn(set), "good", { set, at: now + 10 * minute });
    expect(done.head.cards).toEqual([]);
  });
});

describe("Q8 a set", () => {
  it("is the same on every device, until it is ended or another begins", async () => {
    const set = await begun("cram");
    expect(await headOf(set)).toEqual(await headOf(set));
    expect(await openPractice(person, now)).toEqual({
      set: { id: set, kind: "cram", left: 3 },
      forgotten: 1,
    });
    const next = await begun("review", known.slice(0, 1));
    expect((await headOf(set)).cards).toEqual([]);
    expect((await openPractice(person, now)).set).toMatchObject({ id: next, left: 1 });
    await endSet(person, now);
    expect((await headOf(next)).cards).toEqual([]);
    expect((await openPractice(person, now)).set).toBeNull();
  });

  it("holds what may be reviewed: nothing suspended, nobody else's, and each card once", async () => {
    const [one, two, three] = known as [CardId, CardId, CardId];
    await suspendCards(person, [one], true, now);
    expect(await beginSet(person, { cardIds: [one], kind: "cram", order: "random" }, now)).toEqual({
      ok: false,
      error: { kind: "empty" },
    });
    const set = await begun("cram", [one, two, two, three, asId<CardId>("nobody's")]);
    expect((await openPractice(person, now)).set?.left).toBe(2);
    const aside = await setAside(person, { cardId: two, act: "suspend", set }, now);
    expect(aside).toMatchObject({ value: { head: { cards: [{ cardId: three }], counts: { learning: 1 } } } });
  });

  it("is nobody else's, and holds no other card", async () => {
    const set = await begun("cram", known.slice(0, 1));
    const card = await firstIn(set);
    const other = await addLearner(`other-${people}@example.com`, now);
    const notFound = { ok: false, error: { kind: "not-found" } };
    expect(await recordAnswer(other, inputFor(card, "good", { set }), now)).toEqual(notFound);
    const foreign = { ...card, cardId: fresh };
    expect(await recordAnswer(person, inputFor(foreign, "good", { set }), now)).toEqual(notFound);
  });

  it("can be made of what was forgotten in the last seven days", async () => {
    expect(await forgottenLately(person, now)).toEqual([known[2]]);
    expect(await forgottenLately(person, start + 6 * dayMs)).toEqual([known[2]]);
    expect(await forgottenLately(person, start + 7 * dayMs)).toEqual([]);
  });

  it("goes with the account", async () => {
    const set = await begun("cram");
    await answer(await firstIn(set), "good", { set });
    const gone = await deleteAccount(person, "a long enough sentence", now);
    expect(gone).toMatchObject({ ok: true });
    const { t, q } = theStore().read;
    expect((await q.select().from(t.sets)).filter(({ userId }) => userId === person.id)).toEqual([]);
    expect((await examine(databaseFile(opened.dataDir))).ok).toBe(true);
  });
});
