import { expect, test } from "vitest";
import { gradeFromVerdict, percentile20 } from "./derive-grade";

test("a wrong answer is Again however fast", () => {
  expect(gradeFromVerdict({ verdict: "wrong", takenMs: 10, fastMs: 5000 })).toBe("again");
});

test("a right answer is Good, and Easy only under the learner's own fast time", () => {
  expect(gradeFromVerdict({ verdict: "right", takenMs: 100, fastMs: null })).toBe("good");
  expect(gradeFromVerdict({ verdict: "right", takenMs: 5000, fastMs: 5000 })).toBe("good");
  expect(gradeFromVerdict({ verdict: "right", takenMs: 4999, fastMs: 5000 })).toBe("easy");
});

test("with a hint opened right is Hard however fast, and wrong is still Again", () => {
  const fast = { takenMs: 10, fastMs: 5000, isHinted: true };
  expect(gradeFromVerdict({ verdict: "right", ...fast })).toBe("hard");
  expect(gradeFromVerdict({ verdict: "wrong", ...fast })).toBe("again");
});

test("the fast time needs five right answers and is their 20th percentile", () => {
  expect(percentile20([9, 8, 7, 6])).toBeNull();
  expect(percentile20([9000, 3000, 7000, 5000, 8000])).toBe(3000);
  expect(percentile20([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])).toBe(2);
});
