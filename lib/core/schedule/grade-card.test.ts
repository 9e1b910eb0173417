import { describe, expect, test } from "vitest";
import { createRng } from "../rng";
import { replayLog } from "../study/replay-log";
import { type Calendar, studyDayOf } from "../study-day";
import { fuzzRange } from "./fuzz";
import { gradeCard, newMemory, previewGrades, recallChance } from "./grade-card";
import { type Grade, grades, type Memory } from "./memory";
import { usualScheduling } from "./scheduling";

const utc: Calendar = { zone: "UTC", rolloverHour: 4 };
const start = Date.parse("2026-03-02T12:00:00Z");
const minute = 60_000;
const sight = (memory: Memory, now: number) => ({
  memory,
  now,
  calendar: utc,
  cardId: "card-1",
});
const graded = (memory: Memory, now: number, grade: Grade) => gradeCard({ ...sight(memory, now), grade });

/** A card in review with a given stability, last seen `days` ago. */
const inReview = (stability: number, days: number): Memory => ({
  ...newMemory(),
  phase: "review",
  stability,
  difficulty: 5,
  reps: 4,
  dueDay: Math.floor((start - 4 * 3_600_000) / 86_400_000) as NonNullable<Memory["dueDay"]>,
  dueAt: start,
  lastReviewedAt: start - days * 86_400_000,
  lastDay: studyDayOf(start - days * 86_400_000, utc),
});

describe("a new card", () => {
  const { preview, next } = previewGrades(sight(newMemory(), start));

  test("L1 and L3 offers 1 min, 5.5 min, 10 min and days", () => {
    expect(preview.again).toEqual({
      dueAt: start + minute,
      unit: "seconds",
      amount: 60,
    });
    expect(preview.hard).toEqual({
      dueAt: start + 5.5 * minute,
      unit: "seconds",
      amount: 330,
    });
    expect(preview.good).toEqual({
      dueAt: start + 10 * minute,
      unit: "seconds",
      amount: 600,
    });
    expect(preview.easy.unit).toBe("days");
  });

  test("M4 starts with the published stability and difficulty of each grade", () => {
    expect(grades.map((grade) => next[grade].stability)).toEqual([0.212, 1.2931, 2.3065, 8.2956]);
    const difficulties = [6.4133, 5.1122, 2.1181, 1];
    grades.forEach((grade, at) => {
      expect(next[grade].difficulty).toBeCloseTo(difficulties[at] ?? 0, 3);
    });
  });

  test("L2 graduates at the second Good and is due at the start of a study day", () => {
    const once = graded(newMemory(), start, "good");
    const twice = graded(once, once.dueAt, "good");
    expect(twice.phase).toBe("review");
    expect(twice.dueAt).toBe(Date.parse("2026-03-04T04:00:00Z"));
  });

  test("L3 goes back to the first step on Again and stays on the step on Hard", () => {
    const once = graded(newMemory(), start, "good");
    expect(graded(once, once.dueAt, "again")).toMatchObject({
      phase: "learning",
      step: 0,
      lapses: 0,
    });
    expect(graded(once, once.dueAt, "hard")).toMatchObject({
      phase: "learning",
      step: 1,
      dueAt: once.dueAt + 10 * minute,
    });
  });
});

describe("D5 a learning step", () => {
  const rollover = Date.parse("2026-03-03T04:00:00Z");
  const today = studyDayOf(rollover - 1, utc);

  test("that ends before the day turns is due by the clock, one that ends with it or later by its day", () => {
    const dueDayAt = (now: number) => graded(newMemory(), now, "good").dueDay;
    expect(dueDayAt(rollover - 10 * minute - 1)).toBeNull();
    expect(dueDayAt(rollover - 10 * minute)).toBe(today + 1);
    expect(dueDayAt(rollover - minute)).toBe(today + 1);
    expect(dueDayAt(rollover)).toBeNull();
  });

  test("of three days is due by the day three days on, at its exact instant", () => {
    const scheduling = { ...usualScheduling, learningSteps: [60, 3 * 86_400] };
    const memory = gradeCard({ ...sight(newMemory(), rollover - minute), grade: "good", scheduling });
    expect(memory).toMatchObject({
      phase: "learning",
      dueDay: today + 3,
      dueAt: rollover - minute + 3 * 86_400_000,
    });
  });
});

describe("a card in review", () => {
  test("follows the sequence check of good, good, again, good, good", () => {
    let memory = newMemory();
    let now = start;
    const stabilities: number[] = [];
    for (const grade of ["good", "good", "again", "good", "good"] as const) {
      memory = graded(memory, now, grade);
      stabilities.push(memory.stability);
      now = memory.dueAt;
    }
    [2.3065, 2.3065, 0.6077, 0.6598, 2.48923].forEach((expected, at) => {
      expect(stabilities[at]).toBeCloseTo(expected, 4);
    });
    expect(memory.lapses).toBe(1);
  });

  test("L7 counts a lapse once, not again while relearning", () => {
    const lapsed = graded(inReview(10, 10), start, "again");
    expect(lapsed).toMatchObject({
      phase: "relearning",
      lapses: 1,
      dueAt: start + 10 * minute,
    });
    expect(graded(lapsed, lapsed.dueAt, "again").lapses).toBe(1);
  });

  test("L5 keeps to the longest interval, and below it Hard, Good and Easy still grow", () => {
    const rng = createRng(9);
    for (let round = 0; round < 500; round += 1) {
      const maximumDays = rng.int(1, 60);
      const scheduling = { ...usualScheduling, maximumDays };
      const given = { ...sight(inReview(1 + rng.real() * 400, rng.int(1, 60)), start), scheduling };
      const { preview, next } = previewGrades({ ...given, cardId: `c${round}` });
      const days = [preview.hard.amount, preview.good.amount, preview.easy.amount];
      days.forEach((each, at) => {
        expect(each).toBeLessThanOrEqual(maximumDays);
        const longer = days[at + 1] ?? maximumDays;
        expect(each < longer || (each === maximumDays && longer === maximumDays)).toBe(true);
      });
      for (const grade of ["hard", "good", "easy"] as const)
        expect(next[grade].dueAt).toBe(preview[grade].dueAt);
    }
  });

  test("L5 never offers Hard, Good and Easy in falling order", () => {
    const rng = createRng(7);
    for (let round = 0; round < 500; round += 1) {
      const days = rng.int(1, 300);
      const { preview } = previewGrades({
        ...sight(inReview(0.5 + rng.real() * 400, days), start),
        cardId: `c${round}`,
      });
      expect(preview.hard.amount).toBeLessThan(preview.good.amount);
      expect(preview.good.amount).toBeLessThan(preview.easy.amount);
    }
  });

  test("is remembered with 90 % chance after its stability in days", () => {
    const chances: [number, number][] = [
      [1, 0.98568241],
      [3, 0.96102427],
      [7, 0.9225904],
      [10, 0.9],
      [14, 0.87527318],
      [30, 0.8093881],
    ];
    for (const [days, chance] of chances)
      expect(recallChance(inReview(10, days), start, utc)).toBeCloseTo(chance, 7);
  });

  test("counts no days when the clock ran backwards", () => {
    expect(recallChance(inReview(10, -3), start, utc)).toBe(1);
  });
});

describe("fuzz", () => {
  test("L10 keeps to the published ranges", () => {
    expect(fuzzRange(2, 1, 36_500)).toEqual([2, 2]);
    expect(fuzzRange(7, 1, 36_500)).toEqual([5, 9]);
    expect(fuzzRange(17, 1, 36_500)).toEqual([14, 20]);
    expect(fuzzRange(37, 1, 36_500)).toEqual([33, 41]);
    expect(fuzzRange(100, 1, 99)).toEqual([92, 99]);
  });
});

describe("a log", () => {
  test("L5 and M12 gives what each button promised, and the same memory when replayed", () => {
    const rng = createRng(3);
    for (let card = 0; card < 50; card += 1) {
      const cardId = `card-${card}`;
      const log: Parameters<typeof replayLog>[0][number][] = [];
      let memory = newMemory();
      let now = start;
      for (let review = 0; review < 40; review += 1) {
        const grade = rng.pick(grades);
        const shown = previewGrades({ memory, now, calendar: utc, cardId });
        memory = gradeCard({ memory, now, calendar: utc, cardId, grade });
        expect(memory.dueAt).toBe(shown.preview[grade].dueAt);
        log.push({ grade, at: now, studyDay: studyDayOf(now, utc) });
        now = memory.dueAt + rng.int(0, 3) * 86_400_000;
      }
      expect(replayLog(log, newMemory(), { calendar: utc, cardId }).at(-1)?.after).toEqual(memory);
    }
  });

  test("keeps stability and difficulty in range over a thousand grades", () => {
    const rng = createRng(11);
    let memory = newMemory();
    let now = start;
    for (let review = 0; review < 1000; review += 1) {
      memory = graded(memory, now, rng.pick(grades));
      expect(memory.stability).toBeGreaterThanOrEqual(0.001);
      expect(memory.stability).toBeLessThanOrEqual(36_500);
      expect(memory.difficulty).toBeGreaterThanOrEqual(1);
      expect(memory.difficulty).toBeLessThanOrEqual(10);
      now = Math.max(memory.dueAt, now + rng.int(0, 86_400_000));
    }
  });
});
