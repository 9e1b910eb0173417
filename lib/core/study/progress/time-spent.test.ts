import { expect, it } from "vitest";
import type { StudyDay } from "../../study-day";
import { timeSpent } from "./time-spent";

const today = 20_777 as StudyDay;
const logged = (ago: number, reviews: number, takenMs: number) => ({
  day: (today - ago) as StudyDay,
  reviews,
  takenMs,
});

it("fills days of rest in and leaves what is older out", () => {
  const spent = timeSpent([logged(3, 100, 900_000), logged(2, 10, 60_000), logged(0, 20, 240_000)], today, 3);
  expect(spent.days).toEqual([logged(2, 10, 60_000), logged(1, 0, 0), logged(0, 20, 240_000)]);
  expect(spent).toMatchObject({ takenMs: 300_000, reviews: 30, studied: 2, perReview: 10_000 });
  expect(spent.fullest).toEqual(logged(0, 20, 240_000));
});

it("has no mean time without an answer", () => {
  expect(timeSpent([], today, 30)).toMatchObject({ takenMs: 0, perReview: null, fullest: null, studied: 0 });
});
