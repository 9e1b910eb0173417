import { describe, expect, it } from "vitest";
import type { StudyDay } from "../study-day";
import { type FitRow, fitItems, heldOutSplit } from "./fit-items";
import type { Grade } from "./memory";

let seq = 0;
const row = (cardId: string, day: number, grade: Grade, more: Partial<FitRow> = {}): FitRow => {
  seq += 1;
  const studyDay = day as StudyDay;
  const plain = { kind: "review", phase: "review", undoneAt: null } as const;
  return { cardId, seq, at: day * 1000 + seq, studyDay, grade, ...plain, ...more };
};
const first = (cardId: string, day: number, grade: Grade) => row(cardId, day, grade, { phase: "new" });
/** An item as its grades and days, the one asked last. */
const written = (rows: FitRow[]) =>
  fitItems(rows).map(({ reviews, last }) =>
    reviews
      .slice(0, last + 1)
      .map(({ grade, days }) => `${grade} ${days}`)
      .join(", "),
  );

describe("U6 items to fit to", () => {
  it("ask for the first review of each later day, from all that came before", () => {
    const rows = [
      first("a", 10, "again"),
      row("a", 10, "good"),
      row("a", 13, "again"),
      row("a", 13, "good"),
      row("a", 20, "easy"),
    ];
    expect(written(rows)).toEqual(["again 0, good 0, again 3", "again 0, good 0, again 3, good 0, easy 7"]);
  });

  it("keep the cards apart, whatever order the rows come in", () => {
    const rows = [first("a", 1, "good"), first("b", 1, "hard"), row("b", 2, "good"), row("a", 4, "again")];
    const expected = ["good 0, again 3", "hard 0, good 1"];
    expect(written(rows)).toEqual(expected);
    expect(written([...rows].reverse()).sort()).toEqual(expected);
  });

  it("leave out practice and what was taken back", () => {
    const rows = [
      first("a", 1, "good"),
      row("a", 3, "again", { kind: "cram" }),
      row("a", 4, "again", { undoneAt: 5 }),
      row("a", 6, "good"),
    ];
    expect(written(rows)).toEqual(["good 0, good 5"]);
  });

  it("leave out a card whose beginning the log does not know", () => {
    expect(written([row("a", 1, "good"), row("a", 5, "good")])).toEqual([]);
    expect(written([first("a", 1, "good")])).toEqual([]);
  });

  it("count no days for a journey west", () => {
    const rows = [first("a", 5, "good"), row("a", 4, "good", { at: 5500 }), row("a", 6, "good")];
    expect(written(rows)).toEqual(["good 0, good 0, good 2"]);
  });
});

describe("the held-out split", () => {
  it("learns from what came first and is tested on what came later", () => {
    const rows = ["a", "b", "c", "d", "e"].flatMap((cardId, at) => [
      first(cardId, 1, "good"),
      row(cardId, 10 - at, "good"),
    ]);
    const { train, test } = heldOutSplit(fitItems(rows), 0.8);
    expect(train.map(({ at }) => Math.floor(at / 1000))).toEqual([9, 8, 7, 6]);
    expect(test.map(({ at }) => Math.floor(at / 1000))).toEqual([10]);
    expect(heldOutSplit([], 0.8)).toEqual({ train: [], test: [] });
  });
});
