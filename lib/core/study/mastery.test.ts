import { expect, test } from "vitest";
import { gradeCard, newMemory, recallChance } from "../schedule/grade-card";
import type { Memory } from "../schedule/memory";
import { type Calendar, studyDayOf } from "../study-day";
import { isWeak, sumUpMastery } from "./mastery";

const utc: Calendar = { zone: "UTC", rolloverHour: 4 };
const now = Date.parse("2026-03-02T12:00:00Z");
const day = 86_400_000;
const recallOf = (memory: Memory) => recallChance(memory, now, utc);
const learned = {
  ...gradeCard({ memory: newMemory(), grade: "easy", now, calendar: utc, cardId: "a" }),
  suspendedAt: null,
};
/** Its chance falls to 0.9 when as many days have passed as it is stable. */
const stable = {
  ...learned,
  stability: 5,
  lastReviewedAt: now - 5 * day,
  lastDay: studyDayOf(now - 5 * day, utc),
  dueAt: now + day,
};

test("a concept never met has no mastery, no recall and no next review", () => {
  expect(sumUpMastery([undefined, { ...learned, phase: "new" }], recallOf)).toEqual({
    mastery: 0,
    recall: null,
    cards: 2,
    seen: 0,
    nextAt: null,
  });
});

test("cards never seen count as zero for mastery and not at all for recall", () => {
  const { mastery, recall, cards, seen } = sumUpMastery([stable, stable, undefined, undefined], recallOf);
  expect(recall).toBeCloseTo(0.9, 5);
  expect(mastery).toBeCloseTo(0.45, 5);
  expect([cards, seen]).toEqual([4, 2]);
});

test("the next review is that of the first card due, the ones put aside left out", () => {
  const aside = { ...stable, dueAt: now - day, suspendedAt: now };
  expect(sumUpMastery([aside, { ...stable, dueAt: now + 3 * day }, stable], recallOf).nextAt).toBe(now + day);
  expect(sumUpMastery([aside], recallOf).nextAt).toBeNull();
});

test("weak is below half as shown, once something was seen", () => {
  expect(isWeak({ mastery: 0.494, seen: 1 })).toBe(true);
  expect(isWeak({ mastery: 0.496, seen: 1 })).toBe(false);
  expect(isWeak({ mastery: 0, seen: 0 })).toBe(false);
});
