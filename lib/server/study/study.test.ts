import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { runReference } from "@/lib/core/compute/reference";
import { asId, type CardId, type ReviewId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { writeAnswer } from "@/lib/core/questions/answer-values";
import { familyOf } from "@/lib/core/questions/registry";
import type { Grade } from "@/lib/core/schedule/memory";
import type { Answer, QuestionFace, ReviewCard } from "@/lib/core/study/review-card";
import { findState } from "@/lib/db/memories";
import { findReview, latestReview } from "@/lib/db/reviews";
import { theStore } from "../store";
import { addLearner, openCourse } from "../testing/open-course";
import { freshState } from "./build-card";
import { nameSlip } from "./name-slip";
import { openQueue } from "./open-queue";
import { openToday } from "./open-today";
import { recordAnswer } from "./record-answer";
import { undoReview } from "./undo-review";

const now = Date.parse("2026-11-20T03:00:00Z");
const minute = 60_000;
let opened: Awaited<ReturnType<typeof openCourse>>;
let person: Person;
let people = 0;

beforeAll(async () => {
  opened = await openCourse(now);
});
afterAll(() => opened.remove());
beforeEach(async () => {
  people += 1;
  person = await addLearner(`learner-${people}@example.com`, now);
});

const newId = () => asId<ReviewId>(randomUUID());
const grade = (value: Grade): Answer => ({ kind: "grade", grade: value });

async function firstCard(at = now): Promise<ReviewCard> {
  const [card] = (await openQueue(person, at)).cards;
  if (!card) throw new Error("the queue is empty");
  return card;
}

function inputFor({ cardId, revision }: ReviewCard, answer: Answer, id = newId()) {
  return { id, cardId, revision, answer, takenMs: 4_000 };
}

async function recorded(card: ReviewCard, answer: Answer, at = now) {
  const outcome = await recordAnswer(person, inputFor(card, answer), at);
  if (!outcome.ok) throw new Error(outcome.error.kind);
  return outcome.value;
}

/** The learner's computed card of a family as the queue would show it. */
async function question(family: string, at = now): Promise<ReviewCard & { face: QuestionFace }> {
  const head = await openQueue({ ...person, newPerDay: 200 }, at, asId<CardId>(`skill:${family}`));
  const [card] = head.cards;
  if (card?.face.kind !== "question") throw new Error("the computed card is not in the queue");
  return { ...card, face: card.face };
}

function truthOf({ face }: { face: QuestionFace }): string {
  const family = familyOf(face.family);
  const output = family && runReference(family.solve(face.params));
  if (!family || !output?.ok) throw new Error("no truth");
  return writeAnswer(family.read(output.value, face.params));
}
const given = (text: string): Answer => ({ kind: "given", given: text, browserVerdict: null });

describe("recording a grade", () => {
  it("L5 does what the button said and counts it", async () => {
    const card = await firstCard();
    const { graded, head } = await recorded(card, grade("easy"));
    const { dueAt, unit, amount } = card.preview.easy;
    expect(graded).toMatchObject({ cardId: card.cardId, grade: "easy", dueAt, unit, amount, verdict: null });
    expect(head).toMatchObject({ counts: { new: 19, learning: 0, review: 0 }, done: ["easy"], doneCount: 1 });
    expect(head.cards.map(({ cardId }) => cardId)).not.toContain(card.cardId);
    expect(head.cards).toHaveLength(1);
  });

  it("U2 adds nothing when the same answer arrives again, even at once", async () => {
    const input = inputFor(await firstCard(), grade("good"));
    const outcomes = await Promise.all([1, 2, 3].map(() => recordAnswer(person, input, now)));
    outcomes.push(await recordAnswer(person, { ...input, answer: grade("again") }, now + minute));
    const all = outcomes.map((outcome) => (outcome.ok ? outcome.value.graded : outcome.error));
    expect(new Set(all.map((graded) => JSON.stringify(graded))).size).toBe(1);
    expect(all[0]).toMatchObject({ reviewId: input.id, grade: "good" });
    expect(await latestReview(theStore().read, person.id)).toMatchObject({ id: input.id, seq: 1 });
    expect((await findState(theStore().read, person.id, input.cardId))?.reps).toBe(1);
  });

  it("U3 refuses an answer to a card that changed since it was shown", async () => {
    const card = await firstCard();
    await recorded(card, grade("good"));
    const stale = await recordAnswer(person, inputFor(card, grade("good")), now);
    expect(stale).toEqual({ ok: false, error: { kind: "stale" } });
    const two = await firstCard();
    const both = await Promise.all([
      recordAnswer(person, inputFor(two, grade("good")), now),
      recordAnswer(person, inputFor(two, grade("again")), now),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("L12 stores at most 60 seconds of thinking", async () => {
    const input = { ...inputFor(await firstCard(), grade("good")), takenMs: 3_600_000 };
    await recordAnswer(person, input, now);
    expect((await findReview(theStore().read, input.id))?.takenMs).toBe(60_000);
  });

  it("knows no card that is not the learner's and no grade for a question", async () => {
    const card = await firstCard();
    const foreign = { ...card, cardId: asId<CardId>("another card") };
    expect(await recordAnswer(person, inputFor(foreign, grade("good")), now)).toMatchObject({
      error: { kind: "not-found" },
    });
    const skill = await question("conv-output-size");
    for (const input of [inputFor(skill, grade("good")), inputFor(card, given("4x4"))]) {
      expect(await recordAnswer(person, input, now)).toMatchObject({ error: { kind: "bad-request" } });
    }
  });

  it("keeps two learners apart", async () => {
    const one = inputFor(await firstCard(), grade("good"));
    await recordAnswer(person, one, now);
    const other = await addLearner(`other-${people}@example.com`, now);
    const untouched = await openQueue(other, now);
    expect(untouched).toMatchObject({ counts: { new: 20, learning: 0 }, doneCount: 0 });
    expect(await recordAnswer(other, one, now)).toEqual({ ok: false, error: { kind: "not-found" } });
    expect(await undoReview(other, one.id, now)).toEqual({ ok: false, error: { kind: "not-found" } });
  });
});

describe("taking a grade back", () => {
  const stateAt = ({ cardId }: ReviewCard) => findState(theStore().read, person.id, cardId);

  it("U1 restores card, counts and order exactly, and keeps the log row", async () => {
    await recorded(await firstCard(), grade("good"));
    const before = await openQueue(person, now);
    const [card] = before.cards;
    if (!card) throw new Error("no card");
    const { graded } = await recorded(card, grade("again"));
    const reviewId = asId<ReviewId>(graded.reviewId);
    const undone = await undoReview(person, reviewId, now);
    const again = { ...card, revision: 2 };
    expect(undone).toEqual({ ok: true, value: { head: { ...before, cards: [again] } } });
    expect(await undoReview(person, reviewId, now)).toEqual(undone);
    expect(await stateAt(card)).toEqual({ ...freshState(), revision: 2 });
    expect((await findReview(theStore().read, reviewId))?.undoneAt).toBe(now);
    expect(await openToday(person, now)).toMatchObject({ doneToday: 1, counts: { new: 19, learning: 1 } });
  });

  it("restores the memory of a card seen before, whatever was given meanwhile", async () => {
    const card = await firstCard();
    await recorded(card, grade("good"));
    const before = await stateAt(card);
    const { graded } = await recorded({ ...card, revision: 1 }, grade("again"), now + minute);
    await undoReview(person, asId<ReviewId>(graded.reviewId), now + minute);
    expect(await stateAt(card)).toEqual({ ...before, revision: 3 });
  });

  it("refuses the view of the card that another tab still shows", async () => {
    const card = await firstCard();
    const { graded } = await recorded(card, grade("again"));
    await undoReview(person, asId<ReviewId>(graded.reviewId), now);
    const late = await recordAnswer(person, inputFor(card, grade("good")), now);
    expect(late).toEqual({ ok: false, error: { kind: "stale" } });
  });

  it("asks a question again with other numbers", async () => {
    const shown = await question("conv-output-size");
    const { graded } = await recorded(shown, given("997x991"));
    await undoReview(person, asId<ReviewId>(graded.reviewId), now);
    expect((await question("conv-output-size")).face.seed).not.toBe(shown.face.seed);
  });

  it("puts the undone card first, and takes back only the latest", async () => {
    const first = await firstCard();
    const one = await recorded(first, grade("good"));
    const second = one.head.cards[0];
    if (!second) throw new Error("no card");
    const two = await recorded(second, grade("good"), now + minute);
    const early = await undoReview(person, asId<ReviewId>(one.graded.reviewId), now + minute);
    expect(early).toEqual({ ok: false, error: { kind: "not-latest" } });
    const undone = await undoReview(person, asId<ReviewId>(two.graded.reviewId), now + 15 * minute);
    expect(undone.ok && undone.value.head.cards[0]?.cardId).toBe(second.cardId);
    const again = await undoReview(person, asId<ReviewId>(one.graded.reviewId), now + 15 * minute);
    expect(again.ok && again.value.head.cards[0]?.cardId).toBe(first.cardId);
  });
});

describe.each(["conv-output-size", "adagrad-decay-fix"])("answering %s", (family) => {
  it("shows the same variant until it is answered, then another", async () => {
    const shown = await question(family);
    expect(await question(family, now + minute)).toMatchObject({ face: shown.face });
    await recorded(shown, given(truthOf(shown)));
    const next = await question(family, now + 11 * minute);
    expect(next.face.seed).not.toBe(shown.face.seed);
  });

  it("grades a right answer as good and stores what was asked", async () => {
    const shown = await question(family);
    const { graded } = await recorded(shown, given(truthOf(shown)));
    expect(graded).toMatchObject({ verdict: "right", grade: "good", slips: [] });
    const { params, seed, version } = shown.face;
    expect(await latestReview(theStore().read, person.id)).toMatchObject({ family, params, seed, version });
  });

  it("records nothing for an answer that cannot be read", async () => {
    const shown = await question(family);
    for (const text of ["", "사"]) {
      const outcome = await recordAnswer(person, inputFor(shown, given(text)), now);
      expect(outcome).toEqual({ ok: false, error: { kind: "unreadable" } });
    }
    expect(await latestReview(theStore().read, person.id)).toBeNull();
    expect((await question(family)).revision).toBe(shown.revision);
  });
});

describe("a wrong answer", () => {
  it("is graded again, whatever the browser claims", async () => {
    const shown = await question("conv-output-size");
    const lie: Answer = { kind: "given", given: "997x991", browserVerdict: "right" };
    const { graded } = await recorded(shown, lie);
    expect(graded).toMatchObject({ verdict: "wrong", grade: "again" });
    expect(await latestReview(theStore().read, person.id)).toMatchObject({
      verdict: "wrong",
      browserVerdict: "right",
    });
  });

  it("keeps the slip that the learner names and moves the card on", async () => {
    const shown = await question("conv-output-size");
    const { graded } = await recorded(shown, given("997x991"));
    const reviewId = asId<ReviewId>(graded.reviewId);
    const slip = familyOf("conv-output-size")?.mistakes[0]?.slip ?? "";
    const unknown = await nameSlip(person, { reviewId, slip: "no such slip" }, now);
    expect(unknown).toEqual({ ok: false, error: { kind: "bad-request" } });
    expect((await nameSlip(person, { reviewId, slip }, now)).ok).toBe(true);
    const state = await findState(theStore().read, person.id, shown.cardId);
    expect(state).toMatchObject({ separating: slip, revision: 2 });
    expect((await nameSlip(person, { reviewId, slip }, now)).ok).toBe(true);
    expect(await findState(theStore().read, person.id, shown.cardId)).toEqual(state);
    expect(await undoReview(person, reviewId, now)).toMatchObject({ ok: true });
    const undone = await findState(theStore().read, person.id, shown.cardId);
    expect(undone).toEqual({ ...freshState(), revision: 3 });
  });

  it("takes no name for a slip once the card moved on", async () => {
    const shown = await question("conv-output-size");
    const { graded } = await recorded(shown, given("997x991"));
    const slip = familyOf("conv-output-size")?.mistakes[0]?.slip ?? "";
    await recorded(await question("conv-output-size", now + minute), given("997x991"), now + minute);
    const late = await nameSlip(person, { reviewId: asId<ReviewId>(graded.reviewId), slip }, now + minute);
    expect(late).toEqual({ ok: false, error: { kind: "stale" } });
  });
});

describe("today", () => {
  it("counts what is left, what was done and what comes back when", async () => {
    const fresh = await openToday(person, now);
    expect(fresh).toMatchObject({ dueTotal: 20, estimatedMinutes: 7, doneToday: 0, nextAt: null });
    const { graded } = await recorded(await firstCard(), grade("easy"));
    const after = await openToday(person, now);
    expect(after).toMatchObject({ dueTotal: 19, doneToday: 1, doneYesterday: 0, doneGrades: ["easy"] });
    const days = Math.round((graded.dueAt - now) / 86_400_000);
    expect(
      after.forecast.map((cards, ahead) => (cards > 0 ? ahead : -1)).filter((ahead) => ahead >= 0),
    ).toEqual(days < 14 ? [0, graded.amount] : [0]);
    const tomorrow = await openToday(person, now + 24 * 60 * minute);
    expect(tomorrow).toMatchObject({ doneToday: 0, doneYesterday: 1 });
  });

  it("says when the next cards come once the day is done", async () => {
    const idle = { ...person, newPerDay: 1 };
    const { graded } = await recorded(await firstCard(), grade("easy"));
    const done = await openToday(idle, now);
    expect(graded.grade).toBe("easy");
    expect(done).toMatchObject({ dueTotal: 0, nextAt: Date.parse("2026-11-20T19:00:00Z") });
  });
});
