import { expect, test } from "vitest";
import { readLimits, readRules, readSteps, type WrittenRules, writeSteps } from "./read-rules";

const usual: WrittenRules = {
  reviewsPerDay: "200",
  learningSteps: "1m 10m",
  relearningSteps: "10m",
  maximumDays: "36500",
  leechAt: "8",
  leechAction: "tag",
  newOrder: "position",
  reviewOrder: "due",
  newMix: "spread",
  learningMix: "spread",
  newBeyondReviews: false,
  buryNew: true,
  buryReviews: true,
  buryLearning: true,
  balancesLoad: true,
  easyDays: ["minimum", "normal", "normal", "normal", "normal", "normal", "reduced"],
  showsTimer: false,
};

test("steps are read in seconds, minutes, hours and days, and written as they were", () => {
  expect(readSteps("30s 1m, 1.5h 2D")).toEqual([30, 60, 5_400, 172_800]);
  expect(writeSteps([30, 60, 5_400, 172_800])).toBe("30s 1m 90m 2d");
  expect(readSteps("  ")).toEqual([]);
});

test("a Korean keyboard's units and wide digits are read too", () => {
  expect(readSteps("30초 1분 2시간 １일")).toEqual([30, 60, 7_200, 86_400]);
  expect(readRules({ ...usual, reviewsPerDay: "１５０" })).toMatchObject({ value: { reviewsPerDay: 150 } });
  expect(readLimits({ courseId: "c", newPerDay: "１２", reviewsPerDay: "" })).toMatchObject({
    value: { newPerDay: 12 },
  });
});

test.each(["10", "ten minutes", "1constructor", "1m -5m", "0m", "31d", "1m ".repeat(11)])(
  "'%s' is no list of steps",
  (text) => {
    expect(readSteps(text)).toBeNull();
  },
);

test("a whole form is read", () => {
  const read = readRules({ ...usual, reviewsPerDay: "150", leechAt: "0", newMix: "after", showsTimer: true });
  expect(read).toMatchObject({
    ok: true,
    value: {
      reviewsPerDay: 150,
      rules: {
        learningSteps: [60, 600],
        leechAt: 0,
        newMix: "after",
        easyDays: usual.easyDays,
        showsTimer: true,
      },
    },
  });
});

test.each([
  ["reviewsPerDay", "10000"],
  ["reviewsPerDay", ""],
  ["maximumDays", "0"],
  ["leechAt", "1.5"],
  ["leechAction", "delete"],
  ["newOrder", "alphabet"],
  ["relearningSteps", "soon"],
  ["easyDays", ["normal"]],
] as const)("%s of %j is refused by its name", (field, value) => {
  expect(readRules({ ...usual, [field]: value })).toEqual({
    ok: false,
    error: { kind: "unreadable", field },
  });
});

test("the limits of a course are read, and an empty one is none", () => {
  const read = (newPerDay: string, reviewsPerDay: string) =>
    readLimits({ courseId: "a", newPerDay, reviewsPerDay });
  expect(read("0", " 15 ")).toEqual({ ok: true, value: { newPerDay: 0, reviewsPerDay: 15 } });
  expect(read("", " ")).toEqual({ ok: true, value: {} });
  expect(read("201", "")).toEqual({ ok: false, error: { kind: "unreadable", field: "newPerDay" } });
  expect(read("", "-1")).toMatchObject({ error: { field: "reviewsPerDay" } });
  expect(read("", "many")).toMatchObject({ error: { field: "reviewsPerDay" } });
});
