import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Exercise, Given } from "@/lib/core/exercises/exercise";
import { asId, type CardId, type ReviewId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import type { ReviewCard } from "@/lib/core/study/review-card";
import { latestReview } from "@/lib/db/reviews";
import { theStore } from "../store";
import { addLearner, openCourse } from "../testing/open-course";
import { openQueue } from "./open-queue";
import { recordAnswer } from "./record-answer";

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
  person = { ...(await addLearner(`learner-${people}@example.com`, now)), newPerDay: 200 };
});

/** The first card of the course that is asked in this form. */
async function asked<Kind extends Exercise["kind"]>(kind: Kind) {
  const ids = (
    await theStore().read.q.select({ id: theStore().read.t.cards.id }).from(theStore().read.t.cards)
  ).map(({ id }) => id);
  for (const id of ids) {
    const [card] = (await openQueue(person, now, asId<CardId>(id))).cards;
    const side = card?.face.kind === "note" ? card.face.sides.ko : undefined;
    if (card?.cardId === id && side?.exercise?.kind === kind)
      return { card, side, exercise: side.exercise as Extract<Exercise, { kind: Kind }> };
  }
  throw new Error(`no card is asked as ${kind}`);
}

const send = (card: ReviewCard, given: Given, id = asId<ReviewId>(randomUUID())) => {
  const { cardId, revision } = card;
  const answer = { kind: "exercise" as const, locale: "ko" as const, given };
  return recordAnswer(person, { id, cardId, revision, answer, takenMs: 4_000 }, now);
};
async function sent(card: ReviewCard, given: Given) {
  const outcome = await send(card, given);
  if (!outcome.ok) throw new Error(outcome.error.kind);
  return outcome.value.graded;
}

describe("an answer to a note card", () => {
  it("by choosing is right for what the back says and wrong for anything else", async () => {
    const { card } = await asked("choice");
    for (const isRight of [true, false]) {
      person = { ...(await addLearner(`choice-${people}-${isRight}@example.com`, now)), newPerDay: 200 };
      const [same] = (await openQueue(person, now, card.cardId)).cards;
      const side = same?.face.kind === "note" ? same.face.sides.ko : undefined;
      const options = side?.exercise?.kind === "choice" ? side.exercise.options : [];
      const option = options.find(({ text }) => side?.back.includes(text) === isRight);
      if (!same || !option) throw new Error("the card is asked in another form");
      const graded = await sent(same, { kind: "choice", id: option.id });
      expect(graded).toMatchObject({
        grade: isRight ? "good" : "again",
        verdict: isRight ? "right" : "wrong",
      });
      expect(graded.judged?.parts[0]).toMatchObject({ given: option.text, isRight });
      expect(Object.keys(graded.judged?.feedback ?? {}).length).toBeGreaterThan(0);
    }
  });

  it("can be given in whichever language the card is read", async () => {
    const { face } = (await asked("choice")).card;
    const sides = face.kind === "note" ? face.sides : {};
    expect([sides.ko?.exercise?.kind, sides.en?.exercise?.kind]).toEqual(["choice", "choice"]);
  });

  it("by listing counts each member once, in any order", async () => {
    const { card, side } = await asked("list");
    const members = side.back.split("\n").map((line) => line.replace(/^\d+\. /, ""));
    const graded = await sent(card, { kind: "list", texts: [...members].reverse() });
    expect(graded).toMatchObject({ grade: "good", verdict: "right", judged: { credit: 1 } });
  });

  it("by listing a part is a hard one or another try", async () => {
    const { card, side, exercise } = await asked("list");
    const [first = ""] = side.back.split("\n").map((line) => line.replace(/^\d+\. /, ""));
    const texts = [first, ...Array.from({ length: exercise.count - 1 }, () => "")];
    const graded = await sent(card, { kind: "list", texts });
    expect(graded.verdict).toBe("wrong");
    expect(graded.judged).toMatchObject({ verdict: "partly", credit: 1 / exercise.count });
    expect(graded.grade).toBe(1 / exercise.count >= 0.5 ? "hard" : "again");
  });

  it("is answered the same when it arrives twice, and keeps what was asked", async () => {
    const { card, exercise } = await asked("list");
    const id = asId<ReviewId>(randomUUID());
    const given: Given = { kind: "list", texts: Array.from({ length: exercise.count }, () => "아무 말") };
    const first = await send(card, given, id);
    const second = await send(card, given, id);
    expect(second).toEqual(first);
    expect(await latestReview(theStore().read, person.id)).toMatchObject({
      id,
      given: JSON.stringify(given),
      verdict: "wrong",
      params: { locale: "ko", exercise },
    });
  });

  it("costs nothing when nothing was given, or in another form than was asked", async () => {
    const { card } = await asked("list");
    const unreadable = { ok: false, error: { kind: "unreadable" } };
    expect(await send(card, { kind: "list", texts: ["", " "] })).toEqual(unreadable);
    expect(await send(card, { kind: "choice", id: "a" })).toEqual(unreadable);
    expect(await latestReview(theStore().read, person.id)).toBeNull();
  });

  it("never carries its truth to the learner", async () => {
    const { card } = await asked("choice");
    const side = card.face.kind === "note" ? card.face.sides.ko : undefined;
    expect(Object.keys(side?.exercise ?? {}).sort()).toEqual(["kind", "options"]);
    for (const option of side?.exercise?.kind === "choice" ? side.exercise.options : [])
      expect(Object.keys(option).sort()).toEqual(["id", "text"]);
  });
});
