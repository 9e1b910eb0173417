/** Rows of the behaviour that the settings decide, named by the row. */
import { describe, expect, test } from "vitest";
import { createRng } from "../rng";
import { type Calendar, type StudyDay, studyDayOf } from "../study-day";
import { gradeCard, newMemory, previewGrades, recallChance } from "./grade-card";
import { type Grade, grades, type Memory } from "./memory";
import { isLeech, migrateWeights, modelOf, type Scheduling, usualScheduling } from "./scheduling";

const utc: Calendar = { zone: "UTC", rolloverHour: 4 };
const start = Date.parse("2026-03-02T12:00:00Z");
const dayMs = 86_400_000;
const plain: Scheduling = { ...usualScheduling, fuzz: false };
const graded = (memory: Memory, now: number, grade: Grade, scheduling = plain, calendar = utc) =>
  gradeCard({ memory, now, calendar, cardId: "card", grade, scheduling });
const reviewed = (stability: number, difficulty: number, daysAgo: number): Memory => ({
  ...newMemory(),
  phase: "review",
  stability,
  difficulty,
  reps: 3,
  dueDay: Math.floor(start / dayMs) as StudyDay,
  dueAt: start,
  lastReviewedAt: start - daysAgo * dayMs,
  lastDay: studyDayOf(start - daysAgo * dayMs, utc),
});

describe("the memory model", () => {
  test("M1 has the 21 published weights", () => {
    expect(usualScheduling.weights).toEqual([
      0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614,
      0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
    ]);
  });

  test("M2 recalls nine in ten after its stability, whatever the weights", () => {
    expect([1, 2, 3].map((days) => recallChance(reviewed(1, 5, days), start, utc))).toEqual([
      expect.closeTo(0.9, 7),
      expect.closeTo(0.84588465, 7),
      expect.closeTo(0.8093881, 7),
    ]);
    const other = { ...plain, weights: [...plain.weights.slice(0, 20), 0.4] };
    expect(recallChance(reviewed(12, 5, 12), start, utc, other)).toBeCloseTo(0.9, 7);
  });

  test("M3 asks again when the wanted recall is reached, and never beyond the longest interval", () => {
    const days = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map((retention) =>
      modelOf({ ...plain, retention }).next_interval(1, 0),
    );
    expect(days).toEqual([34_793, 2508, 387, 90, 27, 9, 3, 1]);
    expect(modelOf({ ...plain, retention: 0.1 }).next_interval(1, 0)).toBe(36_500);
    expect(modelOf({ ...plain, maximumDays: 20 }).next_interval(100, 0)).toBe(20);
  });

  test("M5 and M8 change difficulty by the grade, and stability on the same day by its own rule", () => {
    const next = grades.map((grade) => graded(reviewed(5, 5, 0), start, grade));
    [8.3418, 6.666, 4.9902, 3.3145].forEach((difficulty, at) => {
      expect(next[at]?.difficulty).toBeCloseTo(difficulty, 4);
    });
    [1.5968, 5, 5, 8.1296].forEach((stability, at) => {
      expect(next[at]?.stability).toBeCloseTo(stability, 4);
    });
  });

  /** The published weights, and recall after these days, written out here once more. */
  const w = usualScheduling.weights as readonly number[];
  const at = (index: number) => w[index] ?? Number.NaN;
  const recallAfter = (days: number, stability: number) =>
    (1 + (0.9 ** (-1 / at(20)) - 1) * (days / stability)) ** -at(20);

  test("M6 a recall makes stability grow, more where it was less likely, by the grade", () => {
    const [stability, difficulty, days] = [12, 6, 20];
    const growth =
      Math.exp(at(8)) *
      (11 - difficulty) *
      stability ** -at(9) *
      (Math.exp(at(10) * (1 - recallAfter(days, stability))) - 1);
    const next = (grade: Grade) => graded(reviewed(stability, difficulty, days), start, grade).stability;
    expect(next("good")).toBeCloseTo(stability * (1 + growth), 5);
    expect(next("hard")).toBeCloseTo(stability * (1 + growth * at(15)), 5);
    expect(next("easy")).toBeCloseTo(stability * (1 + growth * at(16)), 5);
  });

  test("M7 a lapse leaves what the published rule says, and never more than the cap", () => {
    const lapsed = (stability: number, difficulty: number, days: number) =>
      graded(reviewed(stability, difficulty, days), start, "again").stability;
    const left = (stability: number, difficulty: number, days: number) =>
      at(11) *
      difficulty ** -at(12) *
      ((stability + 1) ** at(13) - 1) *
      Math.exp(at(14) * (1 - recallAfter(days, stability)));
    expect(lapsed(12, 6, 20)).toBeCloseTo(left(12, 6, 20), 6);
    // After years away the rule would leave more than there was: the cap holds.
    const cap = 0.5 / Math.exp(at(17) * at(18));
    expect(left(0.5, 2, 2000)).toBeGreaterThan(cap);
    expect(lapsed(0.5, 2, 2000)).toBeCloseTo(cap, 6);
  });

  test("M9 stays within its bounds for a thousand grades in any order", () => {
    const rng = createRng(11);
    for (let card = 0; card < 8; card += 1) {
      let [memory, now] = [newMemory(), start];
      for (let review = 0; review < 1000; review += 1) {
        memory = graded(memory, now, rng.pick(grades));
        now += rng.int(0, 40) * dayMs + rng.int(0, 3600) * 1000;
        expect(memory.stability >= 0.001 && memory.stability <= 36_500).toBe(true);
        expect(memory.difficulty >= 1 && memory.difficulty <= 10).toBe(true);
      }
    }
  });

  test("M10 takes weights of earlier versions with their own decay and no same-day exponent", () => {
    const five = usualScheduling.weights.slice(0, 19);
    expect(migrateWeights(five)).toEqual([...five, 0, 0.5]);
    expect(modelOf({ ...plain, weights: migrateWeights(five) ?? [] }).parameters.w[19]).toBe(0);
    const four = [
      0.4, 0.6, 2.4, 5.8, 4.93, 0.94, 0.86, 0.01, 1.49, 0.14, 0.94, 2.18, 0.05, 0.34, 1.26, 0.29, 2.61,
    ];
    const migrated = migrateWeights(four) ?? [];
    expect(migrated).toHaveLength(21);
    expect(migrated[4]).toBeCloseTo(6.81, 9);
    expect(migrated[5]).toBeCloseTo(Math.log(3.82) / 3, 9);
    expect(migrated[6]).toBeCloseTo(1.36, 9);
    expect(migrated.slice(17)).toEqual([0, 0, 0, 0.5]);
    expect(migrateWeights([1, 2])).toBeNull();
    expect(migrateWeights([...five.slice(0, 18), Number.NaN])).toBeNull();
  });

  test("a first stability below a tenth of a day is kept as it was fitted", () => {
    const weights = [0.02, ...usualScheduling.weights.slice(1)];
    expect(graded(newMemory(), start, "again", { ...plain, weights }).stability).toBe(0.02);
  });
});

describe("steps, lapses and leeches", () => {
  test("L1 asks for a higher recall sooner", () => {
    const days = [0.8, 0.9, 0.95].map(
      (retention) =>
        previewGrades({
          memory: reviewed(50, 5, 50),
          now: start,
          calendar: utc,
          cardId: "card",
          scheduling: { ...plain, retention },
        }).preview.good.amount,
    );
    expect(days[0]).toBeGreaterThan(days[1] ?? 0);
    expect(days[1]).toBeGreaterThan(days[2] ?? 0);
  });

  test("L3 Hard on a single step is half as long again, and at most a day longer", () => {
    const hard = (step: number) => {
      const scheduling = { ...plain, learningSteps: [step] };
      return (graded(newMemory(), start, "hard", scheduling).dueAt - start) / 1000;
    };
    expect([hard(600), hard(3 * 86_400)]).toEqual([900, 4 * 86_400]);
  });

  test("L4 with three steps Hard repeats the step and Good goes on", () => {
    const scheduling = { ...plain, learningSteps: [60, 600, 6000] };
    const second = graded(newMemory(), start, "good", scheduling);
    const delayOf = (memory: Memory, grade: Grade) =>
      (graded(memory, start, grade, scheduling).dueAt - start) / 1000;
    expect([delayOf(second, "hard"), delayOf(second, "good")]).toEqual([600, 6000]);
    const third = graded(second, start, "good", scheduling);
    expect(delayOf(third, "hard")).toBe(6000);
    expect(graded(third, start, "good", scheduling).phase).toBe("review");
  });

  test("L6 without steps the model decides, in seconds while it is less than half a day", () => {
    const weights = [0.2, ...usualScheduling.weights.slice(1)];
    const scheduling = { ...plain, weights, learningSteps: [], relearningSteps: [] };
    const again = graded(newMemory(), start, "again", scheduling);
    expect(again.phase).toBe("learning");
    expect((again.dueAt - start) / 1000).toBe(17_280);
    expect(graded(newMemory(), start, "good", scheduling)).toMatchObject({ phase: "review" });
    expect(graded(reviewed(20, 5, 20), start, "again", scheduling)).toMatchObject({
      phase: "review",
      lapses: 1,
    });
  });

  test("L5 an interval that should grow is longer than the last one, whatever the fuzz", () => {
    const lastDays = 40;
    const memory = reviewed(34.2, 10, lastDays);
    const hard = (cardId: string, scheduling?: Scheduling) =>
      previewGrades({ memory, now: start, calendar: utc, cardId, ...(scheduling && { scheduling }) }).preview
        .hard.amount;
    // The fuzz around 41 days reaches down to 37.
    expect(hard("card", plain)).toBe(41);
    const days = Array.from({ length: 200 }, (_, card) => hard(`card-${card}`));
    expect(Math.min(...days)).toBe(lastDays + 1);
    expect(Math.max(...days)).toBeGreaterThan(42);
  });

  test("L10 moves nothing where fuzz is off", () => {
    const good = graded(reviewed(30, 5, 30), start, "good");
    const days = (good.dueDay ?? 0) - Math.floor(start / dayMs);
    expect(days).toBe(Math.round(good.stability));
  });

  test("L11 points out a leech at the threshold and at every half of it", () => {
    const at = (threshold: number) =>
      Array.from({ length: 17 }, (_, lapses) => lapses).filter((lapses) => isLeech(lapses, threshold));
    expect(at(8)).toEqual([8, 12, 16]);
    expect(at(3)).toEqual([3, 5, 7, 9, 11, 13, 15]);
    expect(at(0)).toEqual([]);
  });
});

describe("days", () => {
  const eastern: Calendar = { zone: "America/New_York", rolloverHour: 4 };

  test("D1 and D3 an evening is one study day in its own zone, though UTC has turned", () => {
    const pacific: Calendar = { zone: "America/Los_Angeles", rolloverHour: 4 };
    const [evening, later] = ["2026-03-02T23:50:00Z", "2026-03-03T00:10:00Z"].map(Date.parse) as [
      number,
      number,
    ];
    const memory = { ...reviewed(5, 5, 0), lastDay: studyDayOf(evening, pacific) };
    expect(graded(memory, later, "good", plain, pacific).stability).toBeCloseTo(5, 4);
  });

  test("D2 clocks that change neither add nor lose a day", () => {
    const [before, after] = ["2026-03-07T20:00:00Z", "2026-03-09T20:00:00Z"].map(Date.parse) as [
      number,
      number,
    ];
    const memory = { ...reviewed(2, 5, 0), lastDay: studyDayOf(before, eastern) };
    expect(recallChance(memory, after, eastern)).toBeCloseTo(0.9, 7);
  });

  test("D7 a clock that went backwards counts no days", () => {
    expect(recallChance(reviewed(5, 5, -2), start, utc)).toBe(1);
  });
});
