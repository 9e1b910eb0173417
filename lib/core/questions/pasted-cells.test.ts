import { expect, it } from "vitest";
import { pastedCells } from "./pasted-cells";

const pair = { rows: 1, columns: 2, decimals: 2 };
const square = { rows: 2, columns: 2, decimals: 0 };

it("puts every number into its cell as it stands", () => {
  expect(pastedCells(".5 .25", pair)).toEqual([".5", ".25"]);
  expect(pastedCells("1e-3\t−2.5E4", pair)).toEqual(["1e-3", "−2.5E4"]);
  expect(pastedCells("5,0 3,5", pair)).toEqual(["5,0", "3,5"]);
  expect(pastedCells("1,234\n5,678", pair)).toEqual(["1,234", "5,678"]);
  expect(pastedCells("about 5", pair)).toEqual(["about", "5"]);
});

it("takes blanks, lines, brackets and commas beside them for what separates", () => {
  for (const text of [
    "1 2\n3 4",
    "1\t2\r\n3\t4\r\n",
    "1, 2, 3, 4",
    "1|2;3|4",
    "[[1, 2], [3, 4]]",
    "(1 , 2)\n(3 , 4),",
  ])
    expect(pastedCells(text, square), text).toEqual(["1", "2", "3", "4"]);
});

it("takes a comma between digits for one that separates only where it can be nothing else", () => {
  for (const text of ["1,2\n3,4", "1,2,3,4", "[[1,2],[3,4]]"])
    expect(pastedCells(text, square), text).toEqual(["1", "2", "3", "4"]);
  expect(pastedCells("5,0 3,5", square)).toBeNull();
  expect(pastedCells("1,2\n3,4", { ...square, decimals: 2 })).toBeNull();
  expect(pastedCells("1,234", { ...pair, decimals: 0 })).toBeNull();
});

it("leaves a paste alone that has another number of cells", () => {
  expect(pastedCells("7", square)).toBeNull();
  expect(pastedCells("1 2 3", square)).toBeNull();
  expect(pastedCells("", square)).toBeNull();
});
