import { describe, expect, test } from "vitest";
import type { StudyDay } from "../study-day";
import { type DayLoads, placeDay, weekdayOf } from "./load-balance";

/** A Monday. */
const today = 20_514 as StudyDay;
const nothing: DayLoads = {
  due: new Map(),
  siblings: [],
  easyDays: ["normal", "normal", "normal", "normal", "normal", "normal", "normal"],
};
const place = (loads: DayLoads | undefined, chance: number, days = 17) =>
  placeDay({ days, least: 1, most: 36_500, chance, today, loads });
const chances = Array.from({ length: 500 }, (_, at) => (at + 0.5) / 500);
const days = (loads: DayLoads, interval = 17) => chances.map((chance) => place(loads, chance, interval));
const share = (all: number[], is: (day: number) => boolean) => all.filter(is).length / all.length;

test("weekdays are counted from Sunday", () => {
  expect([weekdayOf(0), weekdayOf(3), weekdayOf(today)]).toEqual([4, 0, 1]);
});

describe("Q7 the day of a review", () => {
  test("stays inside the fuzz range", () => {
    const all = days({ ...nothing, due: new Map([[(today + 17) as StudyDay, 500]]) });
    expect([Math.min(...all), Math.max(...all)]).toEqual([14, 20]);
  });

  test("is seldom one that is full", () => {
    const due = new Map(
      [14, 15, 16, 17, 18, 19, 20].map((ahead) => [(today + ahead) as StudyDay, ahead === 15 ? 1 : 40]),
    );
    expect(share(days({ ...nothing, due }), (day) => day === 15)).toBeGreaterThan(0.9);
  });

  test("is hardly ever a weekday that is to be light, and half as often one with less", () => {
    const weekday = weekdayOf(today + 17);
    const easy = (load: "reduced" | "minimum") =>
      nothing.easyDays.map((usual, at) => (at === weekday ? load : usual));
    const at17 = (loads: DayLoads) => share(days(loads), (day) => day === 17);
    expect(at17({ ...nothing, easyDays: easy("minimum") })).toBe(0);
    const usual = at17(nothing);
    expect(at17({ ...nothing, easyDays: easy("reduced") }) / usual).toBeCloseTo(0.5, 0);
  });

  test("keeps siblings apart where there is room", () => {
    const all = days({ ...nothing, siblings: [(today + 17) as StudyDay] });
    expect(share(all, (day) => day === 17)).toBe(0);
    expect(share(all, (day) => day === 14)).toBeGreaterThan(share(all, (day) => day === 16));
  });

  test("beyond 90 days is left to chance, and the same chance finds the same day", () => {
    const full = { ...nothing, due: new Map([[(today + 100) as StudyDay, 1_000]]) };
    expect(days(full, 100)).toEqual(days(nothing, 100));
    expect(place(full, 0.4)).toBe(place(full, 0.4));
  });
});
