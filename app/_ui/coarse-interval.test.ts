import { expect, it } from "vitest";
import { coarseInterval } from "./coarse-interval";

it.each([
  ["seconds", 0, "done", 0],
  ["seconds", 30, "seconds", 30],
  ["seconds", 60, "minutes", 1],
  ["seconds", 330, "minutes", 5.5],
  ["seconds", 600, "minutes", 10],
  ["seconds", 9_000, "hours", 2.5],
  ["days", 1, "days", 1],
  ["days", 99, "days", 99],
  ["days", 152, "months", 5],
  ["days", 365, "years", 1],
  ["days", 900, "years", 2.5],
] as const)("says %s %d as %s %d", (unit, amount, spoken, count) => {
  expect(coarseInterval({ unit, amount })).toEqual({ unit: spoken, count });
});
