import { expect, it } from "vitest";
import { habitsFrom } from "./habits";

it("Q10 assumes shares of grades until the learner's own outweigh them", () => {
  expect(habitsFrom([], 9)).toEqual({
    first: { again: 4, hard: 2, good: 12, easy: 2 },
    recalled: { hard: 2, good: 16, easy: 2 },
    seconds: 9,
  });
  const counts = [
    { phase: "new", grade: "easy", count: 500 },
    { phase: "review", grade: "hard", count: 98 },
    { phase: "review", grade: "again", count: 700 },
    { phase: "learning", grade: "good", count: 900 },
  ] as const;
  const { first, recalled } = habitsFrom(counts, 9);
  expect(first.easy).toBe(502);
  expect(recalled).toEqual({ hard: 100, good: 16, easy: 2 });
});
