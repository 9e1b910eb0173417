import { describe, expect, test } from "vitest";
import { addDays, type Calendar, isZone, nextTurn, startOfStudyDay, studyDayOf } from "./study-day";

const at = (iso: string) => Date.parse(iso);
const seoul: Calendar = { zone: "Asia/Seoul", rolloverHour: 4 };
const berlin: Calendar = { zone: "Europe/Berlin", rolloverHour: 4 };
const newYork: Calendar = { zone: "America/New_York", rolloverHour: 2 };

describe("a study day", () => {
  test("D1 ends at four in the morning of the learner's zone", () => {
    const evening = studyDayOf(at("2026-03-10T23:00:00+09:00"), seoul);
    expect(studyDayOf(at("2026-03-11T03:59:59+09:00"), seoul)).toBe(evening);
    expect(studyDayOf(at("2026-03-11T04:00:00+09:00"), seoul)).toBe(evening + 1);
  });

  test("D2 is counted by calendar days across a change of clocks", () => {
    const from = studyDayOf(at("2025-01-10T22:00:00+01:00"), berlin);
    for (const offset of ["+01:00", "+02:00"])
      expect(studyDayOf(at(`2026-06-01T12:00:00${offset}`), berlin) - from).toBe(507);
    const before = studyDayOf(at("2026-03-28T12:00:00+01:00"), berlin);
    expect(studyDayOf(at("2026-03-30T12:00:00+02:00"), berlin) - before).toBe(2);
    expect(studyDayOf(at("2026-10-26T12:00:00+01:00"), berlin) - before).toBe(212);
  });

  test("D6 the queue changes at the rollover, or before it when a card comes back", () => {
    const evening = at("2026-03-10T23:00:00+09:00");
    const rollover = at("2026-03-11T04:00:00+09:00");
    expect(nextTurn(evening, seoul, null)).toBe(rollover);
    expect(nextTurn(evening, seoul, evening + 60_000)).toBe(evening + 60_000);
    expect(nextTurn(evening, seoul, rollover + 60_000)).toBe(rollover);
  });

  test("starts at the rollover instant, summer and winter", () => {
    expect(startOfStudyDay(studyDayOf(at("2026-07-01T12:00:00+02:00"), berlin), berlin)).toBe(
      at("2026-07-01T04:00:00+02:00"),
    );
    expect(startOfStudyDay(studyDayOf(at("2026-12-01T12:00:00+01:00"), berlin), berlin)).toBe(
      at("2026-12-01T04:00:00+01:00"),
    );
  });

  test("starts right after the gap when clocks skip the rollover hour", () => {
    const day = studyDayOf(at("2026-03-08T12:00:00-04:00"), newYork);
    expect(startOfStudyDay(day, newYork)).toBe(at("2026-03-08T03:00:00-04:00"));
  });

  test("covers every instant once over two years", () => {
    for (const calendar of [seoul, berlin, newYork]) {
      let day = studyDayOf(at("2025-01-01T12:00:00Z"), calendar);
      for (let count = 0; count < 730; count += 1, day = addDays(day, 1)) {
        const start = startOfStudyDay(day, calendar);
        expect(studyDayOf(start, calendar)).toBe(day);
        expect(studyDayOf(start - 1, calendar)).toBe(day - 1);
      }
    }
  });

  test("needs a zone that exists", () => {
    expect(isZone("Asia/Seoul")).toBe(true);
    expect(isZone("Asia/Atlantis")).toBe(false);
  });
});
