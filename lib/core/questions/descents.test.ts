import { expect, it } from "vitest";
import { inTerm, shown } from "./descents";

it("writes six digits, a true minus sign, and powers of ten where zeros would hide the size", () => {
  expect([0.1 + 0.2, 1 / 3, -2.5, 1234567].map((value) => shown(value))).toEqual([
    "0.3",
    "0.333333",
    "−2.5",
    "1234570",
  ]);
  expect([1.145e9, -2e7, 9.99998e-7, 1e-13].map((value) => shown(value))).toEqual([
    "1.145e9",
    "−2e7",
    "9.99998e−7",
    "0",
  ]);
  expect(inTerm(-1)).toBe("(−1)");
});
