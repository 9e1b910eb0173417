import { expect, test } from "vitest";
import { splitMaths } from "./maths";

test("formulas are told from words and from prices", () => {
  expect(splitMaths("The rate is $\\eta/(1-\\beta)$, not $5 or $ 6.")).toEqual([
    { kind: "text", text: "The rate is " },
    { kind: "maths", tex: "\\eta/(1-\\beta)", isBlock: false },
    { kind: "text", text: ", not $5 or $ 6." },
  ]);
  expect(splitMaths("$$\nx^2\n$$")).toEqual([{ kind: "maths", tex: "x^2", isBlock: true }]);
  expect(splitMaths("between $5 and $6")).toEqual([{ kind: "text", text: "between $5 and $6" }]);
  expect(splitMaths("")).toEqual([]);
});
