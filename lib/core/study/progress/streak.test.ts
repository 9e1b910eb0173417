import { describe, expect, it } from "vitest";
import type { DayLoad } from "../../schedule/load-balance";
import type { StudyDay } from "../../study-day";
import { streakOn } from "./streak";

/** 2026-11-20 was a Friday. */
const friday = 20_777 as StudyDay;
/** A log of the days so many days ago. */
const ago = (...days: number[]) =>
  days.map((back) => ({ day: (friday - back) as StudyDay, reviews: 3, takenMs: 0 }));

describe("a run of days", () => {
  it("counts the days studied, today once it was", () => {
    expect(streakOn(ago(1, 2), friday)).toEqual({ days: 2, restsLeft: 1 });
    expect(streakOn(ago(0, 1, 2), friday)).toEqual({ days: 3, restsLeft: 1 });
  });

  it("outlives one day of rest a week, from Monday, and counts it as none", () => {
    expect(streakOn(ago(0, 1, 3, 4), friday)).toEqual({ days: 4, restsLeft: 0 });
    // Wednesday and the Sunday before rest: they are of two weeks.
    expect(streakOn(ago(0, 1, 3, 4, 6, 7), friday)).toEqual({ days: 6, restsLeft: 0 });
    // Tuesday and Wednesday are of one.
    expect(streakOn(ago(0, 1, 4, 5), friday)).toEqual({ days: 2, restsLeft: 0 });
  });

  it("ends with two days of rest in the week before", () => {
    expect(streakOn(ago(0, 1, 2, 3, 4, 5, 8), friday).days).toBe(6);
  });

  it("is over after two days without, and nothing before the first review is rest", () => {
    expect(streakOn(ago(3, 4), friday)).toEqual({ days: 0, restsLeft: 0 });
    expect(streakOn([], friday)).toEqual({ days: 0, restsLeft: 1 });
    expect(streakOn(ago(0), friday)).toEqual({ days: 1, restsLeft: 1 });
  });

  it("takes a weekday kept free for nothing", () => {
    const free: DayLoad[] = ["normal", "normal", "normal", "minimum", "minimum", "normal", "normal"];
    // Wednesday and Thursday are free, Tuesday was the week's rest.
    expect(streakOn(ago(0, 4), friday, free)).toEqual({ days: 2, restsLeft: 0 });
    expect(streakOn(ago(0, 3), friday, free)).toEqual({ days: 2, restsLeft: 1 });
  });
});
