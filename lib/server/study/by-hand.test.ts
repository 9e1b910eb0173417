/** What a learner decides by hand: cards set aside, flags, lower grades, more cards today, other rules. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { runReference } from "@/lib/core/compute/reference";
import { asId, type CardId, type ReviewId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { writeAnswer } from "@/lib/core/questions/answer-values";
import { familyOf } from "@/lib/core/questions/registry";
import type { WrittenRules } from "@/lib/core/study/read-rules";
import type { QuestionFace, ReviewCard } from "@/lib/core/study/review-card";
import { usualRules } from "@/lib/core/study/study-rules";
import { dayMs } from "@/lib/core/study-day";
import { findState } from "@/lib/db/memories";
import { findAccount } from "@/lib/db/users";
import { changeRetention } from "../fit/change-retention";
import { openMemory } from "../fit/open-memory";
import { personOf } from "../people/person-of";
import { askForMore, changeRules, orderForBacklog } from "../people/study-rules";
import { theStore } from "../store";
import { addLearner, openCourse } from "../testing/open-course";
import { coursesOf } from "./course-index";
import { lowerGrade } from "./lower-grade";
import { openAhead } from "./open-ahead";
import { openQueue } from "./open-queue";
import { openToday } from "./open-today";
import { recordAnswer } from "./record-answer";
import { rewriteCard } from "./rewrite-card";
import { setAside } from "./set-aside";
import { undoReview } from "./undo-review";

const now = Date.parse("2026-11-20T03:00:00Z");
let opened: Awaited<ReturnType<typeof openCourse>>;
let person: Person;
let people = 0;

beforeAll(async () => {
  opened = await openCourse(now);
});
afterAll(() => opened.remove());
beforeEach(async () => {
  people += 1;
  person = await addLearner(`hand-${people}@example.com`, now);
});

const newId = () => asId<ReviewId>(randomUUID());
async function firstCard(at = now): Promise<ReviewCard> {
  const [card] = (await openQueue(person, at)).cards;
  if (!card) throw new Error("the queue is empty");
  return card;
}
async function rightAnswer(at = now, isHinted = false) {
  const cardId = asId<CardId>("skill:conv-output-size");
  const [card] = (await openQueue({ ...person, newPerDay: 200 }, at, cardId)).cards;
  if (card?.face.kind !== "question") throw new Error("no question");
  const { family: id, params } = card.face as QuestionFace;
  const family = familyOf(id);
  const output = family && runReference(family.solve(params));
  if (!family || !output?.ok) throw new Error("no truth");
  const given = writeAnswer(family.read(output.value, params));
  const answer = { kind: "given" as const, given, browserVerdict: null, ...(isHinted && { isHinted }) };
  const input = { id: newId(), cardId, revision: card.revision, answer, takenMs: 9_000 };
  const recorded = await recordAnswer(person, input, at);
  if (!recorded.ok) throw new Error(recorded.error.kind);
  return recorded.value.graded;
}
const stored = async () => {
  const account = await findAccount(theStore().read, { id: person.id });
  if (!account) throw new Error("no account");
  return personOf(account);
};

describe("Q5 and Q6 a card set aside", () => {
  it("is gone from the queue until the day turns, and its memory is untouched", async () => {
    const card = await firstCard();
    const { cardId } = card;
    const buried = await setAside(person, { cardId, act: "bury" }, now);
    expect(buried.ok && buried.value.head.cards[0]?.cardId).not.toBe(cardId);
    expect(await findState(theStore().read, person.id, cardId)).toMatchObject({ phase: "new", reps: 0 });
    expect((await firstCard(now + dayMs)).cardId).toBe(cardId);
    const back = await setAside(person, { cardId, act: "unbury" }, now);
    expect(back.ok && back.value.head.cards[0]?.cardId).toBe(cardId);
  });

  it("stays suspended when it is buried too, and every count leaves it out", async () => {
    const { cardId } = await firstCard();
    await setAside(person, { cardId, act: "suspend" }, now);
    await setAside(person, { cardId, act: "bury" }, now);
    expect((await firstCard(now + 2 * dayMs)).cardId).not.toBe(cardId);
    await setAside(person, { cardId, act: "unsuspend" }, now);
    expect((await firstCard(now + 2 * dayMs)).cardId).toBe(cardId);
  });

  it("that is flagged asks the same as before, and undo leaves the flag", async () => {
    const card = await firstCard();
    await setAside(person, { cardId: card.cardId, act: "flag" }, now);
    const flagged = await firstCard();
    expect(flagged).toEqual({ ...card, isFlagged: true });
    const input = { id: newId(), cardId: card.cardId, revision: card.revision, takenMs: 1_000 };
    const recorded = await recordAnswer(person, { ...input, answer: { kind: "grade", grade: "good" } }, now);
    expect(recorded.ok).toBe(true);
    const undone = await undoReview(person, input.id, now + 1);
    expect(undone.ok && undone.value.head.cards[0]).toMatchObject({ cardId: card.cardId, isFlagged: true });
  });

  it("of somebody else is not found", async () => {
    const outcome = await setAside(person, { cardId: asId<CardId>("nobody's"), act: "bury" }, now);
    expect(outcome).toEqual({ ok: false, error: { kind: "not-found" } });
  });
});

describe("a grade that a machine gave", () => {
  it("is lowered by the learner and does what the lower button would have done", async () => {
    const graded = await rightAnswer();
    expect(graded.grade).toBe("good");
    const lowered = await lowerGrade(
      person,
      { reviewId: asId(graded.reviewId), grade: "again" },
      now + 5_000,
    );
    expect(lowered.ok && lowered.value.graded).toMatchObject({ grade: "again", unit: "seconds", amount: 60 });
    const state = await findState(theStore().read, person.id, graded.cardId);
    expect(state).toMatchObject({ step: 0, reps: 1, dueAt: now + 60_000 });
    expect(state?.stability).toBeCloseTo(0.212, 6);
  });

  it("is Hard at best once a hint was opened, however fast the answer", async () => {
    expect((await rightAnswer(now, true)).grade).toBe("hard");
  });

  it("is never raised, and never that of somebody else", async () => {
    const graded = await rightAnswer();
    const reviewId = asId<ReviewId>(graded.reviewId);
    const raise = await lowerGrade(person, { reviewId, grade: "easy" }, now);
    expect(raise).toEqual({ ok: false, error: { kind: "bad-request" } });
    await lowerGrade(person, { reviewId, grade: "again" }, now);
    const back = await lowerGrade(person, { reviewId, grade: "good" }, now);
    expect(back.ok).toBe(false);
    const other = await addLearner(`thief-${people}@example.com`, now);
    expect(await lowerGrade(other, { reviewId, grade: "again" }, now)).toMatchObject({
      error: { kind: "not-found" },
    });
  });

  it("that the learner chose is undone instead", async () => {
    const card = await firstCard();
    const id = newId();
    const input = { id, cardId: card.cardId, revision: 0, takenMs: 1_000 };
    await recordAnswer(person, { ...input, answer: { kind: "grade", grade: "good" } }, now);
    expect(await lowerGrade(person, { reviewId: id, grade: "hard" }, now)).toMatchObject({
      error: { kind: "bad-request" },
    });
  });
});

/** The form as a new learner finds it. */
const usualForm: WrittenRules = {
  ...usualRules,
  reviewsPerDay: "200",
  learningSteps: "1m 10m",
  relearningSteps: "10m",
  maximumDays: "36500",
  leechAt: "8",
};

describe("limits", () => {
  it("Q2 grow for today when one asks for more, and are as before tomorrow", async () => {
    expect((await openQueue(person, now)).counts.new).toBe(20);
    await askForMore(person, { new: 10, reviews: 0 }, now);
    await askForMore(await stored(), { new: 10, reviews: 0 }, now);
    const asked = await stored();
    expect((await openQueue(asked, now)).counts.new).toBe(40);
    expect((await openQueue(asked, now + dayMs)).counts.new).toBe(20);
  });

  it("Q1 of one course hold on Today, in the queue and in the foretold workload, the lower one always", async () => {
    const ownOf = async (newPerDay: string, dayNew: number) => {
      const courseId = (await coursesOf(person.id))[0]?.id ?? "";
      const limits = { courseId, newPerDay, reviewsPerDay: "" };
      expect((await changeRules(person, usualForm, [limits])).ok).toBe(true);
      const asked = { ...(await stored()), newPerDay: dayNew };
      const today = await openToday(asked, now);
      expect((await openQueue(asked, now)).counts).toEqual(today.counts);
      const workload = (await openMemory(asked, now)).courses[0]?.workload[0];
      return { left: today.counts.new, minutes: workload?.minutesPerDay ?? 0, nextAt: today.nextAt };
    };
    const usual = await ownOf("", 20);
    expect(usual.left).toBe(20);
    const lower = await ownOf("5", 20);
    expect(lower.left).toBe(5);
    expect(lower.minutes).toBeLessThan(usual.minutes);
    expect(await ownOf("30", 20)).toEqual(usual);
    expect(await ownOf("0", 20)).toMatchObject({ left: 0, minutes: 0, nextAt: null });
    expect((await ownOf("", 20)).left).toBe(20);
  });

  it("are changed with the other rules, all or nothing", async () => {
    const written: WrittenRules = {
      reviewsPerDay: "50",
      learningSteps: "5m",
      relearningSteps: "",
      maximumDays: "100",
      leechAt: "4",
      leechAction: "suspend",
      newOrder: "random",
      reviewOrder: "recall-up",
      newMix: "before",
      learningMix: "after",
      newBeyondReviews: true,
      buryNew: false,
      buryReviews: false,
      buryLearning: false,
      balancesLoad: false,
      showsTimer: true,
      easyDays: ["normal", "normal", "normal", "normal", "normal", "minimum", "reduced"],
    };
    expect((await changeRules(person, { ...written, maximumDays: "-1" }, [])).ok).toBe(false);
    expect(await stored()).toEqual(person);
    const course = (await coursesOf(person.id))[0];
    const limits = { courseId: course?.id ?? "", newPerDay: "7", reviewsPerDay: "10000" };
    expect(await changeRules(person, written, [limits])).toEqual({
      ok: false,
      error: { kind: "unreadable", field: "reviewsPerDay", course: course?.id },
    });
    expect(await stored()).toEqual(person);
    expect((await changeRules(person, written, [])).ok).toBe(true);
    const changed = await stored();
    expect(changed.reviewsPerDay).toBe(50);
    expect(changed.rules).toMatchObject({
      learningSteps: [300],
      relearningSteps: [],
      leechAt: 4,
      showsTimer: true,
    });
    await orderForBacklog(changed);
    expect((await stored()).rules.reviewOrder).toBe("recall-down");
  });
});

it("Q1 and Q10 limits and a desired recall of one course, set at the same time, are both kept", async () => {
  const [course] = await coursesOf(person.id);
  if (!course) throw new Error("no course");
  const limited = { courseId: course.id, newPerDay: "3", reviewsPerDay: "30" };
  const recalled = { courseId: course.id, retention: 0.95, movesDays: false };
  const limit = () => changeRules(person, usualForm, [limited]);
  const recall = (retention: number) => changeRetention(person, { ...recalled, retention }, now);
  await Promise.all([limit(), recall(0.95)]);
  expect((await coursesOf(person.id))[0]?.rules).toEqual({
    newPerDay: 3,
    reviewsPerDay: 30,
    retention: 0.95,
  });
  limited.newPerDay = "4";
  await Promise.all([recall(0.92), limit()]);
  expect((await coursesOf(person.id))[0]?.rules).toEqual({
    newPerDay: 4,
    reviewsPerDay: 30,
    retention: 0.92,
  });
});

it("cards ahead are those of the queue, in its order, without any truth", async () => {
  const ahead = await openAhead(person, now);
  if (!ahead.ok) throw new Error("no cards ahead");
  expect(ahead.value.cards).toHaveLength(20);
  expect(ahead.value.cards[0]).toEqual(await firstCard());
  expect(JSON.stringify(ahead.value.cards)).not.toContain("truth");
});

it("a day without a backlog offers none", async () => {
  const today = await openToday(person, now);
  expect(today.backlog.left).toBe(0);
  expect(today.hasMoreNew).toBe(true);
});

describe("the words of a card on the desk", () => {
  const words = { front: "앞을 새로", back: "뒤를 새로" };

  it("are written anew by whoever owns its course, and its schedule stays", async () => {
    const card = await firstCard();
    expect(card.isEditable).toBeUndefined();
    const rewriting = { cardId: card.cardId, locale: "ko" as const, ...words };
    expect(await rewriteCard(person, rewriting, now)).toEqual({ ok: false, error: { kind: "not-found" } });

    const id = newId();
    const answer = { kind: "grade", grade: "good" } as const;
    await recordAnswer(person, { id, cardId: card.cardId, revision: 0, answer, takenMs: 900 }, now);
    const before = await findState(theStore().read, person.id, card.cardId);
    const admin = { ...person, role: "admin" as const };
    expect((await openQueue(admin, now)).cards[0]?.isEditable).toBe(true);
    expect(await rewriteCard(admin, { ...rewriting, back: " " }, now)).toMatchObject({
      error: { kind: "bad-request" },
    });
    expect(await rewriteCard(admin, rewriting, now)).toMatchObject({
      value: { face: { kind: "note", sides: { ko: words } } },
    });
    expect(await findState(theStore().read, person.id, card.cardId)).toEqual(before);
    const shown = (await openQueue(person, now + 600_000, card.cardId)).cards[0];
    expect(shown).toMatchObject({ cardId: card.cardId, face: { sides: { ko: words } } });
  });
});
