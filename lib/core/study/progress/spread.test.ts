import { expect, it } from "vitest";
import { spreadDifficulty, spreadStability } from "./spread";

const counts = ({ bins }: ReturnType<typeof spreadStability>) => bins.map(({ cards }) => cards);

it("sorts stabilities into days that double, each lower edge inside", () => {
  const spread = spreadStability([0.2, 0.999, 1, 1.9, 2, 8, 15.9, 16, 256, 30_000]);
  expect(spread.bins.map(({ from }) => from)).toEqual([0, 1, 2, 4, 8, 16, 32, 64, 128, 256]);
  expect(counts(spread)).toEqual([2, 2, 1, 0, 2, 1, 0, 0, 0, 2]);
  expect(spread.bins.at(-1)?.to).toBeNull();
});

it("sorts difficulties by whole points, the hardest apart", () => {
  expect(counts(spreadDifficulty([1, 1.99, 2, 5.5, 9.99, 10]))).toEqual([2, 1, 0, 0, 1, 0, 0, 0, 1, 1]);
});

it("names the middle card, the lower of two", () => {
  expect(spreadStability([9, 1, 4]).median).toBe(4);
  expect(spreadStability([9, 1, 4, 2]).median).toBe(2);
  expect(spreadStability([]).median).toBeNull();
});
