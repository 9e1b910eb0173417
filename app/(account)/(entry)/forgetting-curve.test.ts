import { expect, it } from "vitest";
import { forgettingCurve, frame, x, y } from "./forgetting-curve";

const { meetings, never } = forgettingCurve();

it("meets the card at growing distances", () => {
  const days = meetings.map(({ day }) => day);
  const gaps = days.slice(1).map((day, index) => day - (days[index] ?? 0));
  expect(days[0]).toBe(0);
  expect(gaps).toEqual([...gaps].sort((a, b) => a - b));
  expect(meetings.length).toBeGreaterThan(3);
});

it("meets it near the wanted chance of 90 %, far above the card that is never met", () => {
  for (const { end } of meetings.slice(0, -1)) expect(Math.abs(end - 0.9)).toBeLessThan(0.03);
  expect(never.end).toBeLessThan(0.6);
});

it("stays inside its frame", () => {
  expect(x(frame.days)).toBe(frame.width);
  expect(y(never.end)).toBeLessThan(frame.bottom);
});
