import { expect, it } from "vitest";
import type { Grade } from "@/lib/core/schedule/memory";
import { progressWindow } from "./progress-window";

const row = (done: Grade[], remaining: number, doneCount = done.length) =>
  progressWindow({ done, doneCount, remaining })
    .map((cell) => cell.state)
    .join("");

it("shows one cell per card while they fit", () => {
  expect(row(["good", "again", "easy"], 3)).toBe("dfdntt");
  expect(row([], 2)).toBe("nt");
  expect(row(["good"], 0)).toBe("d");
  expect(row([], 0)).toBe("");
});

it("keeps the current card in sight among many", () => {
  const done: Grade[] = Array.from({ length: 40 }, (_, index) => (index === 39 ? "again" : "good"));
  expect(row(done, 60)).toBe(`${"d".repeat(7)}fn${"t".repeat(15)}`);
});

it("ends with the last card, and aligns the last grades when older ones are left out", () => {
  expect(row(["again"], 2, 98)).toBe(`${"d".repeat(21)}fnt`);
});
