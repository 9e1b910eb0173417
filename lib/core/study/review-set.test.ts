import { describe, expect, it } from "vitest";
import type { CardId } from "../ids";
import { newMemory } from "../schedule/grade-card";
import type { Grade, Memory } from "../schedule/memory";
import { addDays, type StudyDay } from "../study-day";
import { arrangeSet, chooseForSet, cramPreview, type SetEntry } from "./review-set";

const now = Date.parse("2026-11-20T03:00:00Z");
const second = 1_000;
const id = (name: string) => name as CardId;
const entry = (name: string, last?: [Grade, number], memory: Partial<Memory> = {}): SetEntry => ({
  cardId: id(name),
  memory: { ...newMemory(), ...memory },
  last: last ? { grade: last[0], at: last[1] } : null,
});
const arrange = (entries: SetEntry[], at = now, lastCardId: CardId | null = null) =>
  arrangeSet("cram", entries, { now: at, lastCardId });

describe("Q8 a set that only practises", () => {
  it("says on its buttons: again in a minute, hard in ten, good and easy are done", () => {
    expect(cramPreview(now)).toEqual({
      again: { dueAt: now + 60 * second, unit: "seconds", amount: 60 },
      hard: { dueAt: now + 600 * second, unit: "seconds", amount: 600 },
      good: { dueAt: now, unit: "seconds", amount: 0 },
      easy: { dueAt: now, unit: "seconds", amount: 0 },
    });
  });

  it("asks what was failed a minute ago before what was not asked yet, and leaves out what was known", () => {
    const entries = [
      entry("not asked"),
      entry("hard", ["hard", now - 60 * second]),
      entry("failed", ["again", now - 60 * second]),
      entry("known", ["good", now]),
      entry("easy", ["easy", now]),
    ];
    expect(arrange(entries).order).toEqual(["failed", "not asked", "hard"]);
    expect(arrange(entries, now - second).order).toEqual(["not asked", "failed", "hard"]);
  });

  it("never waits: a failed card comes a little early when nothing else is left, but not twice in a row", () => {
    const failed = [entry("one", ["again", now]), entry("two", ["again", now - second])];
    expect(arrange(failed).order).toEqual(["two", "one"]);
    expect(arrange(failed, now, id("two")).order).toEqual(["one", "two"]);
    expect(arrange([entry("one", ["hard", now])], now, id("one"))).toMatchObject({
      order: ["one"],
      nextLearningAt: null,
    });
  });

  it("counts what it asks", () => {
    const counts = arrange([
      entry("new"),
      entry("known once", undefined, { phase: "review" }),
      entry("in the steps", undefined, { phase: "relearning" }),
      entry("failed", ["again", now]),
      entry("done", ["good", now]),
    ]).counts;
    expect(counts).toEqual({ new: 1, learning: 2, review: 1 });
  });
});

describe("Q8 a set that counts", () => {
  const tomorrow = addDays(20_000 as StudyDay, 1);

  it("keeps a card until it has left the learning steps of this day", () => {
    const entries = [
      entry("due again", ["again", now], { phase: "relearning", dueAt: now + 600 * second }),
      entry("learned", ["good", now], { phase: "review", dueAt: now + 1, dueDay: tomorrow }),
      entry("tomorrow", ["good", now], { phase: "learning", dueAt: now + 1, dueDay: tomorrow }),
    ];
    expect(arrangeSet("review", entries, { now, lastCardId: null }).order).toEqual(["due again"]);
  });

  it("says when a card comes back whose step is longer than one waits for", () => {
    const entries = [entry("hour", ["again", now], { phase: "learning", dueAt: now + 3_600 * second })];
    expect(arrangeSet("review", entries, { now, lastCardId: null })).toEqual({
      order: [],
      counts: { new: 0, learning: 0, review: 0 },
      nextLearningAt: now + 2_400 * second,
    });
  });
});

describe("Q8 the cards of a set", () => {
  const cards = Array.from({ length: 300 }, (_, at) => ({
    cardId: id(`card-${at}`),
    recall: at === 7 ? null : 1 - at / 1_000,
  }));

  it("are at most 200, the least likely to be recalled first and those never seen last", () => {
    const chosen = chooseForSet(cards, "recall", "set");
    expect(chosen).toHaveLength(200);
    expect(chosen.slice(0, 2)).toEqual(["card-299", "card-298"]);
    expect(chooseForSet(cards.slice(0, 9), "recall", "set").at(-1)).toBe("card-7");
  });

  it("are shuffled by the set: the same for the same one, another order for another", () => {
    const one = chooseForSet(cards, "random", "one");
    expect(chooseForSet(cards, "random", "one")).toEqual(one);
    expect(chooseForSet(cards, "random", "two")).not.toEqual(one);
    expect(one).not.toEqual(cards.slice(0, 200).map(({ cardId }) => cardId));
    expect(new Set(one).size).toBe(200);
  });
});
