import { expect, test } from "vitest";
import { article, plural } from "./english";

test("one of a thing is no plural", () => {
  expect([0, 1, 2].map((count) => plural(count, "step"))).toEqual(["0 steps", "1 step", "2 steps"]);
  expect(plural(2, "boundary", "boundaries")).toBe("2 boundaries");
});

test("a number that is read with a vowel takes an", () => {
  const read = (number: string | number) => article("A", number);
  expect(["8×8", "11×11", "18×18×3", 80, 800].map(read)).toEqual([
    "An 8×8",
    "An 11×11",
    "An 18×18×3",
    "An 80",
    "An 800",
  ]);
  expect(["7×7", "1×1", "10×10", "12×12", "110×110", "181×3"].map(read)).toEqual([
    "A 7×7",
    "A 1×1",
    "A 10×10",
    "A 12×12",
    "A 110×110",
    "A 181×3",
  ]);
  expect(article("a", 8)).toBe("an 8");
});
