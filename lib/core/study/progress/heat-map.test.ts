import { expect, it } from "vitest";
import type { StudyDay } from "../../study-day";
import { heatMap, weekdayOf } from "./heat-map";

/** 2026-11-20 was a Friday. */
const friday = 20_777 as StudyDay;
const logged = (day: number, reviews: number) => ({ day: day as StudyDay, reviews, takenMs: 0 });

it("counts weekdays from Monday, before 1970 as well", () => {
  expect(weekdayOf(friday)).toBe(4);
  expect(weekdayOf(0 as StudyDay)).toBe(3);
  expect(weekdayOf(-4 as StudyDay)).toBe(6);
});

it("starts each week on Monday and ends with today", () => {
  const { weeks } = heatMap([], friday, 3);
  expect(weeks.map((week) => week.map(({ day }) => day - friday))).toEqual([
    [-18, -17, -16, -15, -14, -13, -12],
    [-11, -10, -9, -8, -7, -6, -5],
    [-4, -3, -2, -1, 0],
  ]);
});

it("leaves days before the first week out of the cells and the sums", () => {
  const map = heatMap([logged(friday - 12, 50), logged(friday - 11, 3), logged(friday, 4)], friday, 2);
  expect(map).toMatchObject({ studied: 2, reviews: 7, fullest: { day: friday, reviews: 4 } });
});

it("grades a day by equal steps, so that the legend can say them", () => {
  const log = [1, 5, 6, 10, 11, 15, 16, 20].map((reviews, ago) => logged(friday - ago, reviews));
  const { weeks, step } = heatMap(log, friday, 2);
  expect(step).toBe(5);
  const levels = weeks.flat().map(({ level }) => level);
  expect(levels.reverse()).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 0, 0, 0, 0]);
});

it("keeps usual days apart although one day was far fuller", () => {
  const log = [...Array.from({ length: 19 }, (_, ago) => logged(friday - ago, 8)), logged(friday - 19, 400)];
  expect(heatMap(log, friday, 4)).toMatchObject({ step: 2, fullest: { reviews: 400, level: 4 } });
});

it("shows nothing but rest where nothing was reviewed", () => {
  const map = heatMap([], friday, 26);
  expect(map).toMatchObject({ step: 1, studied: 0, reviews: 0, fullest: null });
  expect(new Set(map.weeks.flat().map(({ level }) => level))).toEqual(new Set([0]));
});
