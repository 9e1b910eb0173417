/** U4: answers of several devices, whenever they arrive, on a real database. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { runReference } from "@/lib/core/compute/reference";
import { asId, type CardId, type ReviewId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { writeAnswer } from "@/lib/core/questions/answer-values";
import { familyOf } from "@/lib/core/questions/registry";
import { createRng } from "@/lib/core/rng";
import { grades } from "@/lib/core/schedule/memory";
import { dayMs } from "@/lib/core/study-day";
import { runSql } from "@/lib/db/contract/raw-file";
import { examine } from "@/lib/db/examine";
import { allStates, findState } from "@/lib/db/memories";
import { findReview, reviewsOfCard } from "@/lib/db/reviews";
import { tagsOf } from "@/lib/db/tags";
import { resetCards } from "../cards/reset-cards";
import { setDay } from "../cards/set-day";
import { databaseFile } from "../data-dir";
import { theStore } from "../store";
import { giveGrade, gradeOf } from "../testing/give-grade";
import { addLearner, openCourse } from "../testing/open-course";
import { freshState } from "./build-card";
import type { AnswerInput } from "./commit-answer";
import { coursesOf } from "./course-index";
import { mergeAnswer } from "./merge-answer";
import { mergeAnswers } from "./merge-answers";
import { nameSlip } from "./name-slip";
import { openQueue } from "./open-queue";
import { rebuildLearner } from "./rebuild";
import { redoReview } from "./redo-review";
import { setAside } from "./set-aside";
import { takeBack } from "./undo-review";
import { askedVariant, solveVariant } from "./variant";

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
const newLearner = () => {
  people += 1;
  return addLearner(`unites-${people}@example.com`, start);
};
beforeEach(async () => {
  person = await newLearner();
  const [course] = await coursesOf(person.id);
  cardIds = [...(course?.cards.values() ?? [])].filter(({ family }) => family === null).map(({ id }) => id);
});

const first = () => cardIds[0] as CardId;
const state = (cardId: CardId, who = person) => findState(theStore().read, who.id, cardId);
const memory = async (cardId: CardId, who = person) => {
  const { revision: _, ...rest } = (await state(cardId, who)) ?? { revision: 0 };
  return rest;
};
const revisionOf = async (cardId: CardId) => (await state(cardId))?.revision ?? 0;
const rebuilt = async (who = person) => (await theStore().tx((db) => rebuildLearner(db, who))).changed;
const soundness = async () => (await examine(databaseFile(opened.dataDir))).checks.filter(({ ok }) => !ok);
const tags = async () => (await tagsOf(theStore().read, person.id)).map(({ cardId }) => cardId);

/** A grade given on a device at a time and told to the server later. */
async function tellLate(input: AnswerInput, at: number, now: number, who = person) {
  const outcome = await mergeAnswer(who, { ...input, at }, now);
  if (!outcome.ok) throw new Error(outcome.error.kind);
  return outcome.value.review;
}

describe("U4 an answer kept on a device that saw the card before it changed without a review", () => {
  const changes: Record<string, (cardId: CardId) => Promise<unknown>> = {
    "was set aside and taken back": async (cardId) => {
      await setAside(person, { cardId, act: "bury" }, start + minute);
      await setAside(person, { cardId, act: "unbury" }, start + minute);
    },
    "was suspended": (cardId) => setAside(person, { cardId, act: "suspend" }, start + minute),
    "was given a day by hand": (cardId) => setDay(person, [cardId], 3, start + minute),
    "had a review taken back": async (cardId) => {
      const { id } = await giveGrade(person, cardId, "good", start + minute);
      await takeBack(person, id, start + minute);
    },
  };
  it.each(Object.keys(changes))("is in the log though the card %s and was graded elsewhere", async (name) => {
    const cardId = first();
    await giveGrade(person, cardId, "easy", start);
    await changes[name]?.(cardId);
    // The device sees the card as it is now; after that it changes once more and is graded on another one.
    const shown = await revisionOf(cardId);
    await setAside(person, { cardId, act: "bury" }, start + 2 * minute);
    await giveGrade(person, cardId, "hard", start + 10 * dayMs);
    const late = gradeOf(cardId, shown, "again");
    const merged = await mergeAnswer(person, { ...late, at: start + 9 * dayMs }, start + 11 * dayMs);
    expect(merged).toMatchObject({ ok: true, value: { isNew: true, review: { phase: "review" } } });
    expect(await state(cardId)).toMatchObject({ reps: 3, lapses: 1, lastReviewedAt: start + 10 * dayMs });
    expect(await rebuilt()).toBe(0);
  });

  const skill = asId<CardId>("skill:conv-output-size");
  async function questionNow() {
    const [card] = (await openQueue({ ...person, newPerDay: 200 }, start, skill)).cards;
    if (card?.face.kind !== "question") throw new Error("no question");
    const family = familyOf(card.face.family);
    const output = family && runReference(family.solve(card.face.params));
    if (!family || !output?.ok) throw new Error("no truth");
    return { ...card, truth: writeAnswer(family.read(output.value, card.face.params)) };
  }
  const givenOf = (revision: number, given: string): AnswerInput => ({
    ...gradeOf(skill, revision, "good"),
    answer: { kind: "given", given, browserVerdict: null },
  });

  it("is judged by the question that was asked", async () => {
    await setAside(person, { cardId: skill, act: "bury" }, start);
    await setAside(person, { cardId: skill, act: "unbury" }, start);
    const { revision, truth } = await questionNow();
    await setAside(person, { cardId: skill, act: "bury" }, start + minute);
    const desk = givenOf(revision + 1, "997x991");
    expect((await mergeAnswer(person, { ...desk, at: start + 30 * minute }, start + 30 * minute)).ok).toBe(
      true,
    );
    const third = await tellLate(givenOf(revision, truth), start + 35 * minute, start + 36 * minute);
    expect(third).toMatchObject({ verdict: "right", phase: "learning" });
    const late = await tellLate(givenOf(revision, truth), start + 20 * minute, start + 40 * minute);
    expect(late).toMatchObject({ verdict: "right", grade: "good", phase: "new" });
  });

  /** An answer to what the card asks now, and its question's revision. */
  async function answerNow(isRight: boolean): Promise<AnswerInput> {
    const shown = (await state(skill)) ?? freshState();
    const { truth } = solveVariant(askedVariant(person.id, skill, "conv-output-size", shown).variant);
    return givenOf(shown.revision, isRight ? writeAnswer(truth) : "997x991");
  }
  const answer = async (isRight: boolean, at: number) => tellLate(await answerNow(isRight), at, at);

  it("is refused when what it was asked in was decided otherwise since, never judged by another question", async () => {
    await answer(true, start);
    await answer(true, start + 60 * minute);
    expect((await state(skill))?.phase).toBe("review");
    const late = { ...(await answerNow(true)), at: start + 80 * minute };
    // With this lapse before it the card had not left the steps, and had asked plainer numbers.
    await tellLate(givenOf(0, "997x991"), start + 30 * minute, start + 90 * minute);
    expect((await state(skill))?.phase).toBe("learning");
    const refused = await mergeAnswer(person, late, start + 100 * minute);
    expect(refused).toEqual({ ok: false, error: { kind: "stale" } });
  });

  it("is judged though the review that left its question was taken back and put back", async () => {
    await answer(true, start);
    const { id } = await answer(true, start + 60 * minute);
    const input = await answerNow(true);
    await takeBack(person, id, start + 61 * minute);
    expect((await redoReview(person, start + 62 * minute)).ok).toBe(true);
    await answer(false, start + 63 * minute);
    const late = await tellLate(input, start + 62 * minute, start + 64 * minute);
    expect(late).toMatchObject({ verdict: "right" });
  });

  it("takes the name of a slip while it is the card's last review, wherever it came from", async () => {
    const slip = familyOf("conv-output-size")?.mistakes[0]?.slip ?? "";
    const wrong = await answer(false, start);
    await tellLate(givenOf(0, "995x993"), start - 10 * minute, start + minute);
    const named = await nameSlip(person, { reviewId: wrong.id, slip }, start + 2 * minute);
    expect(named.ok).toBe(true);
    expect(await state(skill)).toMatchObject({ separating: slip });
    expect((await nameSlip(person, { reviewId: wrong.id, slip }, start + 2 * minute)).ok).toBe(true);
    await answer(true, start + 60 * minute);
    await tellLate(givenOf(0, "995x993"), start - 5 * minute, start + 61 * minute);
    const late = await nameSlip(person, { reviewId: wrong.id, slip }, start + 62 * minute);
    expect(late).toEqual({ ok: false, error: { kind: "stale" } });
  });

  it("is refused when nobody can tell what was asked, and nothing is written", async () => {
    await tellLate(givenOf(0, "997x991"), start, start);
    const refused = await mergeAnswer(person, { ...givenOf(7, "4x4"), at: start }, start + minute);
    expect(refused).toEqual({ ok: false, error: { kind: "stale" } });
    expect(await reviewsOfCard(theStore().read, person.id, skill)).toHaveLength(1);
  });
});

describe("U4 kept answers", () => {
  it("are each told their own end, in the order sent, whatever happens to one of them", async () => {
    const [one, broken, two] = cardIds as [CardId, CardId, CardId];
    runSql(
      databaseFile(opened.dataDir),
      `create trigger stumble before insert on reviews when new.card_id = '${broken}'
       begin select raise(abort, 'no'); end`,
    );
    const inputs = [two, broken, one].map((cardId, place) => ({
      ...gradeOf(cardId, 0, "good"),
      at: start - place * minute,
    }));
    const foreign = { ...gradeOf(asId<CardId>("nobody's"), 0, "good"), at: start };
    const answers = [...inputs, foreign].map((input) => ({ id: input.id as string | null, input }));
    const sent = [...answers.slice(0, 1), { id: null, input: null }, ...answers.slice(1)];
    const outcome = await mergeAnswers(person, { sentAt: start, answers: sent }, start);
    runSql(databaseFile(opened.dataDir), "drop trigger stumble");
    expect(outcome).toMatchObject({ ok: true, value: { head: { doneCount: 2 } } });
    expect(outcome.ok && outcome.value.merged).toEqual([
      { id: inputs[0]?.id, failure: null },
      { id: null, failure: "bad-request" },
      { id: inputs[1]?.id, failure: "unexpected" },
      { id: inputs[2]?.id, failure: null },
      { id: foreign.id, failure: "not-found" },
    ]);
    const again = await mergeAnswers(person, { sentAt: start, answers: sent.slice(2, 3) }, start);
    expect(again).toMatchObject({ value: { merged: [{ failure: null }] } });
  });
});

describe("L12 and U4 a review from before the card was made new, told after", () => {
  /** The phone was offline; the card was graded on it before or after the desk made the card new. */
  async function told(before: boolean, who: Person) {
    const cardId = first();
    await giveGrade(who, cardId, "easy", start);
    const late = gradeOf(cardId, 1, "good");
    const tell = () => tellLate(late, start + 8 * dayMs, start + 12 * dayMs, who);
    if (before) await tell();
    await resetCards(who, [cardId], start + 9 * dayMs);
    if (!before) await tell();
    const row = await findReview(theStore().read, late.id);
    if (!row) throw new Error("no review");
    return { cardId, late, row };
  }

  it("is in the log as if it had come in time, and the card stays new", async () => {
    const other = await newLearner();
    const inTime = await told(true, other);
    const late = await told(false, person);
    expect(await memory(late.cardId)).toMatchObject({ phase: "new", reps: 0, lastReviewedAt: null });
    expect(late.row).toMatchObject({ phase: "review", grade: "good", undoneAt: null });
    expect({ ...late.row.after, revision: 0 }).toEqual({ ...inTime.row.after, revision: 0 });
    expect(await rebuilt()).toBe(0);
    expect(await soundness()).toEqual([]);
    const { reps } = await giveGrade(person, late.cardId, "good", start + 13 * dayMs).then(
      ({ after }) => after,
    );
    expect(reps).toBe(1);
    expect(await rebuilt()).toBe(0);
  });

  it("stands in nobody's way when the review before it is taken back", async () => {
    const other = await giveGrade(person, cardIds[1] as CardId, "good", start);
    const { late } = await told(false, person);
    expect(await takeBack(person, late.id, start + 12 * dayMs)).toMatchObject({ ok: false });
    expect(await takeBack(person, other.id, start + 12 * dayMs)).toMatchObject({ ok: true });
  });
});

describe("L11 and U4 a lapse that arrives late", () => {
  const strict = (leechAction: "tag" | "suspend", leechAt = 1): Person => ({
    ...person,
    rules: { leechAt, leechAction },
  });

  it("suspends the card where it makes it a leech, and taken back lets it in again", async () => {
    const who = strict("suspend");
    const cardId = first();
    await giveGrade(who, cardId, "easy", start);
    await giveGrade(who, cardId, "good", start + 30 * dayMs);
    const at = start + 20 * dayMs;
    const late = await tellLate(gradeOf(cardId, 1, "again"), at, start + 31 * dayMs, who);
    expect(late.leech).toBe("suspend");
    expect((await state(cardId))?.suspendedAt).toBe(at);
    await takeBack(who, late.id, start + 31 * dayMs);
    expect(await state(cardId)).toMatchObject({ suspendedAt: null, lapses: 0 });
  });

  it("moves the leech to the review that is one now, and the tag goes with the last of them", async () => {
    const who = strict("tag", 2);
    const cardId = first();
    await giveGrade(who, cardId, "easy", start);
    const second = await giveGrade(who, cardId, "again", start + 40 * dayMs);
    await giveGrade(who, cardId, "good", start + 40 * dayMs + 10 * minute);
    const third = await giveGrade(who, cardId, "again", start + 90 * dayMs);
    expect(third.leech).toBe("tag");
    const now = start + 91 * dayMs;
    const lapse = await tellLate(gradeOf(cardId, 1, "again"), start + 20 * dayMs, now, who);
    const step = await tellLate(gradeOf(cardId, 1, "good"), start + 20 * dayMs + 10 * minute, now, who);
    const leechOf = async (id: ReviewId) => (await findReview(theStore().read, id))?.leech;
    expect([await leechOf(second.id), await leechOf(third.id)]).toEqual(["tag", null]);
    expect(await tags()).toEqual([cardId]);
    await takeBack(who, step.id, now);
    await takeBack(who, lapse.id, now);
    expect([await leechOf(second.id), await leechOf(third.id)]).toEqual([null, "tag"]);
    expect(await tags()).toEqual([cardId]);
    await takeBack(who, third.id, now);
    expect(await tags()).toEqual([]);
  });
});

describe("U4 several devices with several cards", () => {
  interface Told {
    input: AnswerInput;
    at: number;
    device: number;
  }

  /** Three devices saw four cards at the same time, went offline and answered for weeks, each knowing its own answers. */
  function answered(seed: number, cards: readonly CardId[]): Told[] {
    const rng = createRng(seed);
    let at = start + dayMs;
    const seen = new Map<string, number>();
    return Array.from({ length: 24 }, () => {
      at += rng.int(1, 40) * 60 * minute + rng.int(1, 59_999);
      const device = rng.int(0, 2);
      const cardId = rng.pick(cards);
      const revision = seen.get(`${device} ${cardId}`) ?? 1;
      seen.set(`${device} ${cardId}`, revision + 1);
      return { input: gradeOf(cardId, revision, rng.pick(grades)), at, device };
    });
  }
  const end = start + 60 * dayMs;

  /** A learner who is told all of it in some order, with ids of their own, and changes cards by hand meanwhile. */
  async function toldIn(
    order: readonly Told[],
    cards: readonly CardId[],
    rules: Person["rules"],
    handSeed = 0,
  ) {
    const hand = createRng(handSeed);
    const who = { ...(await newLearner()), rules };
    for (const cardId of cards) await giveGrade(who, cardId, "easy", start);
    for (const { input, at } of order) {
      const touched = handSeed > 0 ? hand.pick(cards) : null;
      for (const act of ["suspend", "unsuspend"] as const)
        if (touched) await setAside(who, { cardId: touched, act }, end);
      await tellLate(
        { ...gradeOf(input.cardId, input.revision, "good"), answer: input.answer },
        at,
        end,
        who,
      );
    }
    expect(await rebuilt(who)).toBe(0);
    const states = await allStates(theStore().read, who.id);
    return states
      .map(({ revision: _, ...rest }) => rest)
      .sort((one, other) => (one.cardId < other.cardId ? -1 : 1));
  }

  /** Any order in which each device tells its answers as it gave them. */
  function interleaved(all: readonly Told[], seed: number): Told[] {
    const rng = createRng(seed);
    const left = [0, 1, 2].map((device) => all.filter((each) => each.device === device));
    const order: Told[] = [];
    while (order.length < all.length) {
      const next = left[rng.int(0, 2)]?.splice(0, rng.int(1, 4)) ?? [];
      order.push(...next);
    }
    return order;
  }

  it.each([1, 2, 3])("leave the same memories whatever arrives first (%i)", async (seed) => {
    const cards = cardIds.slice(0, 4);
    const all = answered(seed, cards);
    const unbalanced = { balancesLoad: false };
    const inTime = await toldIn(all, cards, unbalanced);
    expect(inTime.reduce((sum, { reps }) => sum + reps, 0)).toBe(28);
    for (let order = 0; order < 4; order += 1)
      expect(await toldIn(interleaved(all, seed * 100 + order), cards, unbalanced, order)).toEqual(inTime);
  });

  it("leave the same but for a day within the fuzz where days are balanced", async () => {
    const cards = cardIds.slice(0, 4);
    const all = answered(4, cards);
    const inTime = await toldIn(all, cards, {});
    const other = await toldIn(interleaved(all, 400), cards, {});
    const steady = (states: typeof other) => states.map(({ dueAt: _, dueDay: __, ...rest }) => rest);
    expect(steady(other)).toEqual(steady(inTime));
    for (const [place, { dueDay, lastDay, stability }] of other.entries())
      expect(Math.abs((dueDay ?? 0) - (inTime[place]?.dueDay ?? 0))).toBeLessThanOrEqual(
        Math.max(5, 0.4 * Math.max(stability, (dueDay ?? 0) - (lastDay ?? 0))),
      );
  });
});
