import { describe, expect, it } from "vitest";
import { createRng } from "../rng";
import { usualScheduling } from "../schedule/scheduling";
import { type KnownCard, type StudyState, simulateWorkload } from "./simulate-workload";
import type { WeightsKind } from "./study-rules";

const usual = (retention: number) => ({ ...usualScheduling, retention });
const state = (more: Partial<StudyState> & { retention?: number } = {}): StudyState => ({
  known: [],
  unseen: [],
  schedulings: { notes: usual(more.retention ?? 0.9), skills: usual(more.retention ?? 0.9) },
  newPerDay: 10,
  reviewsPerDay: 200,
  newBeyondReviews: false,
  habits: {
    first: { again: 0.2, hard: 0.1, good: 0.6, easy: 0.1 },
    recalled: { hard: 0.1, good: 0.8, easy: 0.1 },
    seconds: 12,
  },
  days: 90,
  ...more,
});
const always = (grade: "good" | "easy") => ({
  first: { again: 0, hard: 0, good: 0, easy: 0, [grade]: 1 },
  recalled: { hard: 0, good: 1, easy: 0 },
  seconds: 60,
});
const fresh = (count: number): WeightsKind[] => Array.from({ length: count }, () => "notes");
const card = (more: Partial<KnownCard> = {}): KnownCard => ({
  kind: "notes",
  stability: 10,
  difficulty: 5,
  lastDay: -10,
  dueDay: 0,
  ...more,
});
const cards = (count: number, more: Partial<KnownCard> = {}) =>
  Array.from({ length: count }, () => card(more));
const run = (given: StudyState) => simulateWorkload(given, createRng(4));
const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);

describe("Q10 the workload of a desired recall", () => {
  it("is nothing without cards", () => {
    const { days, minutesPerDay, seen, remembered } = run(state());
    expect(days).toHaveLength(90);
    expect(days.every(({ answers, minutes }) => answers === 0 && minutes === 0)).toBe(true);
    expect([minutesPerDay, seen, remembered]).toEqual([0, 0, 0]);
  });

  it("grows with the recall that is wanted, and so does what is remembered", () => {
    const at = [0.7, 0.8, 0.9, 0.95].map((retention) =>
      run(state({ retention, known: cards(300), unseen: fresh(300) })),
    );
    const minutes = at.map(({ minutesPerDay }) => minutesPerDay);
    const remembered = at.map((workload) => workload.remembered);
    expect(minutes).toEqual([...minutes].sort((a, b) => a - b));
    expect(remembered).toEqual([...remembered].sort((a, b) => a - b));
    expect((minutes[3] ?? 0) / (minutes[0] ?? 1)).toBeGreaterThan(1.5);
  });

  it("meets every new card once, as many a day as the limit allows", () => {
    const { days, seen } = run(state({ unseen: fresh(95) }));
    expect(days.slice(0, 11).map((day) => day.fresh)).toEqual([...Array.from({ length: 9 }, () => 10), 5, 0]);
    expect(seen).toBe(95);
  });

  it("reviews a card on the day it is due, and again when its curve says so", () => {
    // Stability 10 days and 90 % wanted: recalled for sure when reviewed on the same day.
    const known = [card({ lastDay: 0, dueDay: 0 })];
    const { days } = run(state({ known, habits: always("good"), days: 40 }));
    expect(days[0]).toEqual({ fresh: 0, reviews: 1, answers: 1, minutes: 1 });
    const next = days.findIndex(({ reviews }, day) => day > 0 && reviews > 0);
    expect(next).toBe(10);
  });

  it("takes a card's steps on its first day: two sights for Good, one for Easy", () => {
    const answersOn = (grade: "good" | "easy") =>
      run(state({ unseen: fresh(3), habits: always(grade), days: 1 })).days[0]?.answers;
    expect(answersOn("good")).toBe(6);
    expect(answersOn("easy")).toBe(3);
  });

  it("keeps the daily limit, loses no card of a backlog, and meets nothing new meanwhile", () => {
    const known = cards(100, { stability: 1_000, lastDay: -1_000 });
    const { days } = run(state({ known, unseen: fresh(10), reviewsPerDay: 30, retention: 0.7, days: 5 }));
    expect(days.map(({ reviews }) => reviews).slice(0, 3)).toEqual([30, 30, 30]);
    expect(sum(days.map(({ reviews }) => reviews))).toBeGreaterThanOrEqual(100);
    expect(days.slice(0, 3).every((day) => day.fresh === 0)).toBe(true);
    expect(sum(days.map((day) => day.fresh))).toBe(10);
    const eager = run(
      state({ known, unseen: fresh(10), reviewsPerDay: 30, newBeyondReviews: true, days: 5 }),
    );
    expect(eager.days[0]?.fresh).toBe(10);
  });

  it("counts minutes by the seconds of an answer, and answers at least once a card", () => {
    const { days, minutesPerDay } = run(state({ known: cards(50), unseen: fresh(50) }));
    for (const { answers, minutes, reviews, fresh: met } of days) {
      expect(minutes).toBeCloseTo(answers * 0.2, 9);
      expect(answers).toBeGreaterThanOrEqual(reviews + met);
    }
    expect(minutesPerDay).toBeCloseTo(sum(days.map(({ minutes }) => minutes)) / 90, 9);
  });

  it("recalls at least what was wanted of cards that are kept up", () => {
    const { seen, remembered } = run(state({ known: cards(400), retention: 0.9 }));
    expect(remembered / seen).toBeGreaterThan(0.88);
    expect(remembered).toBeLessThan(seen);
  });

  it("is the same for the same seed, and nearly so when a part stands for all", () => {
    const given = state({ known: cards(600, { stability: 6 }), unseen: fresh(600) });
    const whole = run(given);
    expect(run(given)).toEqual(whole);
    const part = run({ ...given, mostCards: 300 });
    expect(part.minutesPerDay / whole.minutesPerDay).toBeGreaterThan(0.9);
    expect(part.minutesPerDay / whole.minutesPerDay).toBeLessThan(1.1);
    expect(part.seen).toBe(1_200);
  });

  it("goes by the weights of each kind of card", () => {
    const quick = { ...usual(0.9), weights: usualScheduling.weights.map((w, at) => (at < 4 ? w / 4 : w)) };
    const of = (kind: WeightsKind) =>
      run({
        ...state({ unseen: Array.from({ length: 50 }, () => kind) }),
        schedulings: { notes: usual(0.9), skills: quick },
      }).minutesPerDay;
    expect(of("skills")).toBeGreaterThan(of("notes") * 1.05);
  });
});
