import { expect, it } from "vitest";
import { rowsAsCsv } from "./rows-as-csv";

it("writes a line of names and a line for each row, null as nothing", () => {
  expect(
    rowsAsCsv(
      ["step", "loss"],
      [
        [1, 0.5],
        [2, null],
      ],
    ),
  ).toBe("step,loss\r\n1,0.5\r\n2,\r\n");
});

it("quotes commas, quotes and line breaks, so that a cell stays one cell", () => {
  expect(rowsAsCsv(["front"], [['a, "b"'], ["two\nlines"]])).toBe('front\r\n"a, ""b"""\r\n"two\nlines"\r\n');
});

it("keeps words that begin like a formula from being run, and negative numbers numbers", () => {
  const cells = ["=1+1", "+1", "-x", "@SUM(A1)", "\tx", "1-1"];
  expect(
    rowsAsCsv(
      ["text"],
      cells.map((cell) => [cell]),
    ),
  ).toBe("text\r\n'=1+1\r\n'+1\r\n'-x\r\n'@SUM(A1)\r\n'\tx\r\n1-1\r\n");
  expect(rowsAsCsv(["number"], [[-1.5]])).toBe("number\r\n-1.5\r\n");
});
