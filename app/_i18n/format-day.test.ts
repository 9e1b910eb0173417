import { expect, it } from "vitest";
import { formatDay, formatTick, formatTime } from "./format-day";

const at = Date.UTC(2026, 9, 15, 16); // 16 October, 01:00 in Seoul

it("writes the day of the reader's zone, month before day in Korean", () => {
  expect(formatDay(at, "ko", "Asia/Seoul")).toBe("10월 16일 금");
  expect(formatDay(at, "en", "Asia/Seoul")).toBe("Fri 16 Oct");
  expect(formatDay(at, "en", "UTC")).toBe("Thu 15 Oct");
});

it("writes the day in full", () => {
  expect(formatDay(at, "ko", "Asia/Seoul", "long")).toBe("10월 16일 금요일");
  expect(formatDay(at, "en", "Asia/Seoul", "long")).toBe("Friday, 16 October");
});

it("writes the two lines under a bar and the time of day", () => {
  expect(formatTick(at, "en", "Asia/Seoul")).toEqual({ weekday: "Fr", day: "16" });
  expect(formatTick(at, "ko", "Asia/Seoul")).toEqual({ weekday: "금", day: "16" });
  expect(formatTime(at, "Asia/Seoul")).toBe("01:00");
});
