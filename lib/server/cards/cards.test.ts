import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { asId, type CardId, type CourseId, type ReviewId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import type { Grade } from "@/lib/core/schedule/memory";
import { leaveCourse } from "@/lib/db/courses";
import { findState } from "@/lib/db/memories";
import { latestReview } from "@/lib/db/reviews";
import { theStore } from "../store";
import { openQueue } from "../study/open-queue";
import { recordAnswer } from "../study/record-answer";
import { undoReview } from "../study/undo-review";
import { addLearner, openCourse } from "../testing/open-course";
import { browseCards, type CardSearch } from "./browse-cards";
import { openCard } from "./open-card";
import { resetCards } from "./reset-cards";
import { suspendCards } from "./suspend-cards";
import { tagCards } from "./tag-cards";

const now = Date.parse("2026-11-20T03:00:00Z");
const day = 86_400_000;
let opened: Awaited<ReturnType<typeof openCourse>>;
let person: Person;
let people = 0;

beforeAll(async () => {
  opened = await openCourse(now);
});
afterAll(() => opened.remove());
beforeEach(async () => {
  people += 1;
  person = await addLearner(`cards-${people}@example.com`, now);
});

async function search(typed: string, change: Partial<CardSearch> = {}, at = now, who = person) {
  const { found } = await browseCards(who, { typed, chosen: {}, page: 1, ...change }, at);
  if (!found.ok) throw new Error(found.error.given);
  return found.value;
}
const idsOf = async (typed: string, at = now) =>
  (await search(typed, {}, at)).cards.map((card) => card.cardId);
const headId = async (at = now): Promise<CardId> => {
  const [card] = (await openQueue(person, at)).cards;
  if (!card) throw new Error("the queue is empty");
  return card.cardId;
};
const stateOf = (cardId: CardId) => findState(theStore().read, person.id, cardId);

async function answer(cardId: CardId, grade: Grade, at = now) {
  const revision = (await stateOf(cardId))?.revision ?? 0;
  const id = asId<ReviewId>(randomUUID());
  const given = { kind: "grade" as const, grade };
  return recordAnswer(person, { id, cardId, revision, answer: given, takenMs: 4_000 }, at);
}

describe("browsing cards", () => {
  it("gives all cards of the learner's courses in pages of 50", async () => {
    const { choices } = await browseCards(person, { typed: "", chosen: {}, page: 1 }, now);
    const first = await search("");
    expect(first.cards).toHaveLength(50);
    expect(first.total).toBe(choices.all);
    expect(first.pages).toBe(Math.ceil(choices.all / 50));
    const last = await search("", { page: 999 });
    expect(last).toMatchObject({ page: first.pages });
    expect(last.cards).toHaveLength(choices.all - 50 * (first.pages - 1));
    expect((await search("", { page: Number.NaN })).page).toBe(1);
  });

  it("finds a card by its Korean words, its English words and the name of its concept", async () => {
    const korean = await search("모멘텀");
    expect(korean.total).toBeGreaterThan(0);
    const english = await search("saddle point");
    expect(english.total).toBeGreaterThan(0);
    for (const card of english.cards)
      expect(JSON.stringify(card.words).toLowerCase()).toMatch(/saddle point/);
    const typed = await idsOf("concept:momentum");
    const chosen = await search("", { chosen: { concept: "momentum" } });
    expect(typed.length).toBeGreaterThan(0);
    expect(chosen.cards.map((card) => card.cardId)).toEqual(typed);
    expect(await idsOf("개념:모멘텀")).toEqual(typed);
  });

  it("holds the cards of the concepts below a concept", async () => {
    const all = await idsOf("concept:momentum");
    const below = await idsOf("concept:nag");
    expect(below.length).toBeGreaterThan(0);
    for (const cardId of below) expect(all).toContain(cardId);
    expect(all.length).toBeGreaterThan(below.length);
  });

  it("finds a computed card by its title", async () => {
    expect((await search("state:new 출력 크기")).cards).toContainEqual(
      expect.objectContaining({ cardId: "skill:conv-output-size", isComputed: true, state: "new" }),
    );
  });

  it("says which filter it cannot read, typed or chosen", async () => {
    const outcome = async (typed: string, chosen = {}) =>
      (await browseCards(person, { typed, chosen, page: 1 }, now)).found;
    const unreadable = (filter: string, given: string) => ({
      ok: false,
      error: { kind: "unreadable-filter", filter, given },
    });
    expect(await outcome("state:old")).toEqual(unreadable("state", "old"));
    expect(await outcome("", { due: "later" })).toEqual(unreadable("due", "later"));
    expect(await outcome("concept:Nothing-here")).toEqual(unreadable("concept", "Nothing-here"));
  });

  it("follows a card from new through learning to due, overdue and suspended", async () => {
    const cardId = await headId();
    const is = async (typed: string, at = now) => (await search(typed, {}, at)).total;
    const all = await is("");
    expect([await is("state:new"), await is("due:week")]).toEqual([all, 0]);
    await answer(cardId, "good");
    expect([await is("state:new"), await idsOf("state:learning due:today")]).toEqual([all - 1, [cardId]]);
    await answer(cardId, "easy", now + 600_000);
    const due = (await stateOf(cardId))?.dueAt ?? 0;
    expect(await idsOf("state:review")).toEqual([cardId]);
    expect(await idsOf("due:today", due + 1)).toEqual([cardId]);
    expect(await idsOf("due:overdue", due + 1)).toEqual([]);
    expect(await idsOf("due:overdue", due + 2 * day)).toEqual([cardId]);
    expect((await search("due:overdue", {}, due + 2 * day)).cards[0]?.due?.day).toBe("overdue");
    await suspendCards(person, [cardId], true, now);
    expect(await idsOf("state:suspended")).toEqual([cardId]);
    expect(await is("due:overdue", due + 2 * day)).toBe(0);
  });

  it("shows one learner nothing of another one's states and tags", async () => {
    const cardId = await headId();
    await answer(cardId, "easy");
    await tagCards(person, [cardId], { tag: "secret", isAdded: true });
    const other = await addLearner(`browse-other-${people}@example.com`, now);
    const page = await browseCards(other, { typed: "", chosen: {}, page: 1 }, now);
    expect(page.choices.tags).toEqual([]);
    expect((await search("tag:secret", {}, now, other)).total).toBe(0);
    expect((await search("state:review", {}, now, other)).total).toBe(0);
    expect(await openCard(other, cardId, now)).toMatchObject({
      value: { memory: null, tags: [], history: [] },
    });
  });

  it("has no card of a course that the learner left", async () => {
    const cardId = await headId();
    await theStore().tx((db) => leaveCourse(db, person.id, asId<CourseId>("deep-learning")));
    expect((await search("")).total).toBe(0);
    expect(await openCard(person, cardId, now)).toEqual({ ok: false, error: { kind: "not-found" } });
    for (const outcome of [
      await suspendCards(person, [cardId], true, now),
      await resetCards(person, [cardId], now),
      await tagCards(person, [cardId], { tag: "x", isAdded: true }),
    ])
      expect(outcome).toEqual({ ok: false, error: { kind: "not-found" } });
  });
});

describe("suspending cards", () => {
  it("takes them out of the queue, graded before or not, and lets them in again", async () => {
    const fresh = await headId();
    expect(await suspendCards(person, [fresh, fresh], true, now)).toEqual({
      ok: true,
      value: { changed: 1 },
    });
    expect(await headId()).not.toBe(fresh);
    expect(await suspendCards(person, [fresh], false, now)).toMatchObject({ value: { changed: 1 } });
    expect(await headId()).toBe(fresh);
    await answer(fresh, "good");
    const before = await stateOf(fresh);
    await suspendCards(person, [fresh], true, now);
    const later = now + 30 * 60_000;
    expect((await openQueue(person, later)).counts.learning).toBe(0);
    await suspendCards(person, [fresh], false, now);
    expect(await stateOf(fresh)).toEqual({ ...before, revision: 5 });
    expect((await openQueue(person, later)).counts.learning).toBe(1);
  });

  it("changes nothing the second time", async () => {
    const cardId = await headId();
    await suspendCards(person, [cardId], true, now);
    expect(await suspendCards(person, [cardId], true, now + 1)).toMatchObject({ value: { changed: 0 } });
    expect(await stateOf(cardId)).toMatchObject({ suspendedAt: now, revision: 1 });
  });

  it("makes another tab's view of the card stale", async () => {
    const cardId = await headId();
    const [shown] = (await openQueue(person, now)).cards;
    await suspendCards(person, [cardId], true, now);
    const id = asId<ReviewId>(randomUUID());
    const late = {
      id,
      cardId,
      revision: shown?.revision ?? 0,
      answer: { kind: "grade", grade: "good" },
    } as const;
    expect(await recordAnswer(person, { ...late, takenMs: 1 }, now)).toMatchObject({
      error: { kind: "stale" },
    });
  });

  it("lasts when the last review is taken back", async () => {
    const cardId = await headId();
    await answer(cardId, "good");
    await suspendCards(person, [cardId], true, now);
    const last = await latestReview(theStore().read, person.id);
    expect((await undoReview(person, last?.id ?? asId<ReviewId>(""), now)).ok).toBe(true);
    expect(await stateOf(cardId)).toMatchObject({ phase: "new", suspendedAt: now });
  });

  it("refuses all when one is unknown, and more than 500 at once", async () => {
    const cardId = await headId();
    const outcome = await suspendCards(person, [cardId, asId<CardId>("no such card")], true, now);
    expect(outcome).toEqual({ ok: false, error: { kind: "not-found" } });
    expect(await stateOf(cardId)).toBeNull();
    const many = Array.from({ length: 501 }, () => cardId);
    expect(await suspendCards(person, many, true, now)).toEqual({ ok: false, error: { kind: "too-many" } });
  });
});

describe("resetting cards", () => {
  it("makes them new again, keeps the log and raises the revision", async () => {
    const cardId = await headId();
    await answer(cardId, "easy");
    expect(await resetCards(person, [cardId], now)).toEqual({ ok: true, value: { changed: 1 } });
    expect(await stateOf(cardId)).toMatchObject({ phase: "new", reps: 0, stability: 0, revision: 2 });
    const details = await openCard(person, cardId, now);
    expect(details).toMatchObject({ value: { state: "new", memory: null, history: [{ grade: "easy" }] } });
    expect(await resetCards(person, [cardId], now)).toMatchObject({ value: { changed: 0 } });
  });

  it("leaves a suspended card suspended", async () => {
    const cardId = await headId();
    await answer(cardId, "easy");
    await suspendCards(person, [cardId], true, now);
    await resetCards(person, [cardId], now);
    expect(await stateOf(cardId)).toMatchObject({ phase: "new", suspendedAt: now });
  });

  it("is not undone by taking back the review before it", async () => {
    const cardId = await headId();
    await answer(cardId, "good");
    await answer(cardId, "again", now + 600_000);
    const last = await latestReview(theStore().read, person.id);
    await resetCards(person, [cardId], now);
    const undone = await undoReview(person, last?.id ?? asId<ReviewId>(""), now);
    expect(undone).toEqual({ ok: false, error: { kind: "not-latest" } });
    expect(await stateOf(cardId)).toMatchObject({ phase: "new", reps: 0 });
  });
});

describe("tagging cards", () => {
  const tag = (cardIds: CardId[], name: string, isAdded = true) =>
    tagCards(person, cardIds, { tag: name, isAdded });

  it("adds and removes a tag in one spelling, and counts what changed", async () => {
    const [one, two] = (await search("")).cards.map(({ cardId }) => cardId) as [CardId, CardId];
    expect(await tag([one], " Mid Term ")).toEqual({ ok: true, value: { tag: "mid-term", changed: 1 } });
    expect(await tag([one, two], "mid-term")).toMatchObject({ value: { changed: 1 } });
    expect(await idsOf("tag:Mid-Term")).toEqual([one, two]);
    expect((await search("tag:mid-term")).cards[0]?.tags).toEqual(["mid-term"]);
    expect(await tag([one], "MID TERM", false)).toMatchObject({ value: { changed: 1 } });
    expect(await idsOf("tag:mid-term")).toEqual([two]);
  });

  it.each(["", "  ", 'a"b', "a\u0007b", "x".repeat(41)])("takes no tag like %j", async (name) => {
    expect(await tag([await headId()], name)).toEqual({ ok: false, error: { kind: "tag-unusable" } });
  });

  it("refuses all when one is unknown", async () => {
    const cardId = await headId();
    expect(await tag([cardId, asId<CardId>("no such card")], "exam")).toMatchObject({
      error: { kind: "not-found" },
    });
    expect((await search("tag:exam")).total).toBe(0);
  });
});

describe("the details of a card", () => {
  it("hold its words in both languages, its line in the notes and its log, newest first", async () => {
    const cardId = await headId();
    await answer(cardId, "hard");
    await answer(cardId, "easy", now + 600_000);
    const last = await latestReview(theStore().read, person.id);
    await undoReview(person, last?.id ?? asId<ReviewId>(""), now + 600_000);
    const details = await openCard(person, cardId, now + day);
    if (!details.ok || details.value.face.kind !== "note") throw new Error("no note card");
    const { face, history, state, memory, recall } = details.value;
    expect(Object.keys(face.sides).sort()).toEqual(["en", "ko"]);
    expect(face.sides.ko?.source.text.filter(({ isCited }) => isCited).length).toBeGreaterThan(0);
    expect(history).toMatchObject([
      { grade: "easy", isUndone: true, takenMs: 4_000, interval: { unit: "days" } },
      { grade: "hard", isUndone: false, interval: { unit: "seconds" } },
    ]);
    expect([state, memory?.reps]).toEqual(["learning", 1]);
    expect(recall).toBeGreaterThan(0.5);
    expect(recall).toBeLessThan(1);
  });

  it("of a computed card hold its question", async () => {
    const details = await openCard(person, asId<CardId>("skill:conv-output-size"), now);
    expect(details).toMatchObject({ value: { face: { kind: "skill" }, state: "new", memory: null } });
  });
});
