import { expect, it } from "vitest";
import { cardsPerBlock } from "./forecast-scale";

it.each([
  [[], 1],
  [[0, 20], 1],
  [[40, 3], 2],
  [[41], 5],
  [[201], 20],
  [[1900], 100],
])("fits %j with blocks of %d", (cards, perBlock) => {
  expect(cardsPerBlock(cards)).toBe(perBlock);
});
