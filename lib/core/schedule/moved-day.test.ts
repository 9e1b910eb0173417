import { describe, expect, it } from "vitest";
import type { StudyDay } from "../study-day";
import { gradeCard, newMemory } from "./grade-card";
import { movedDay } from "./moved-day";
import { usualScheduling } from "./scheduling";

const day = (number: number) => number as StudyDay;
const exact = { ...usualScheduling, fuzz: false };
const memory = (more: { stability?: number; lastDay?: number; dueDay?: number } = {}) => ({
  phase: "review" as const,
  reps: 3,
  stability: more.stability ?? 20,
  lastDay: day(more.lastDay ?? 100),
  dueDay: day(more.dueDay ?? 130),
});
const moved = (known: ReturnType<typeof memory>, today: number, scheduling = exact) =>
  movedDay(known, { cardId: "a", today: day(today), scheduling });

describe("Q10 a due day that follows", () => {
  it("lies where the wanted recall puts it", () => {
    expect(moved(memory(), 105)).toBe(120);
    expect(moved(memory(), 105, { ...exact, retention: 0.97 })).toBeLessThan(110);
    expect(moved(memory(), 105, { ...exact, retention: 0.7 })).toBeGreaterThan(200);
  });

  it("is never in the past: what should have come earlier comes today", () => {
    expect(moved(memory({ stability: 2 }), 110)).toBe(110);
    const fuzzed = moved(memory({ stability: 2 }), 110, usualScheduling) ?? 0;
    expect(fuzzed).toBeGreaterThanOrEqual(110);
  });

  it("stays where it is for a card that is due and would be anyway", () => {
    expect(moved(memory({ stability: 2, dueDay: 104 }), 110)).toBe(104);
    expect(moved(memory({ stability: 20, dueDay: 104 }), 110)).toBe(120);
  });

  it("keeps to the longest interval", () => {
    expect(moved(memory({ stability: 5_000 }), 105, { ...exact, maximumDays: 60 })).toBe(160);
  });

  it("stays within the fuzz of its interval, and where it is while nothing changed", () => {
    const calendar = { zone: "UTC", rolloverHour: 4 };
    const now = Date.parse("2026-03-02T12:00:00Z");
    const graded = gradeCard({ memory: newMemory(), grade: "easy", now, calendar, cardId: "a" });
    expect(
      movedDay(graded, { cardId: "a", today: day(graded.lastDay ?? 0), scheduling: usualScheduling }),
    ).toBe(graded.dueDay);
    // 20 days may become 17 to 23.
    for (const cardId of ["a", "b", "c", "d", "e"]) {
      const placed = movedDay(memory(), { cardId, today: day(105), scheduling: usualScheduling }) ?? 0;
      expect(placed).toBeGreaterThanOrEqual(117);
      expect(placed).toBeLessThanOrEqual(123);
    }
  });

  it("goes to an emptier day where days are balanced", () => {
    const due = new Map([117, 118, 119, 120, 121, 122].map((full) => [day(full), 500]));
    const easyDays = Array.from({ length: 7 }, () => "normal" as const);
    const loads = { due, siblings: [], easyDays };
    expect(movedDay(memory(), { cardId: "a", today: day(105), scheduling: usualScheduling, loads })).toBe(
      123,
    );
  });

  it("does not exist for a card that waits in its steps", () => {
    expect(movedDay(newMemory(), { cardId: "a", today: day(1), scheduling: exact })).toBeNull();
  });
});
