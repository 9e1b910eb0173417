import { describe, expect, test } from "vitest";
import { readAnswer, readChoices } from "./read-answer";
import { readShape } from "./read-numbers";

describe("a shape is read however it is typed", () => {
  test.each([
    "4×4",
    "4x4",
    "4 X 4",
    "(4, 4)",
    "[4,4]",
    "4, 4",
    "4 4",
    "4*4",
    "４×４",
    "（４，４）",
    "  4 ✕ 4 ",
  ])("%s", (text) => {
    expect(readShape(text, 2)).toEqual([4, 4]);
  });
  test("a minus sign of any kind is read, and is a wrong number, not an unreadable one", () => {
    expect(readShape("−1×4", 2)).toEqual([-1, 4]);
  });
  test("three axes", () => {
    expect(readShape("28×28×6", 3)).toEqual([28, 28, 6]);
  });
});

describe("what cannot be read is not a shape", () => {
  test.each([
    "",
    "  ",
    "4 x",
    "사",
    "4",
    "4,5,6",
    "4.5×4",
    "4,5",
    "4,5×4",
    "×4",
    "4××4",
    "(4, 4",
    "4×4px",
    "1e3×4",
  ])("%j", (text) => {
    expect(readShape(text, 2)).toBeNull();
  });
});

describe("choices", () => {
  const options = [{ id: "adam" }, { id: "sgd" }, { id: "rmsprop" }];
  test("come back in the order of the options", () => {
    expect(readChoices("rmsprop, adam", options)).toEqual(["adam", "rmsprop"]);
  });
  test.each(["", "adam,adams", "adam,adam"])("%j cannot be read", (text) => {
    expect(
      readAnswer(
        { kind: "choices", options: options.map(({ id }) => ({ id, text: { ko: id, en: id } })) },
        text,
      ),
    ).toBeNull();
  });
});
