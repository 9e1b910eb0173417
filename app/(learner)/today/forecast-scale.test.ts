import { expect, it } from "vitest";
import { cardsPerBlock } from "./forecast-scale";

it.each([
  [[], 1],
  [[0, 17], 1],
  [[34, 3], 2],
  [[35], 5],
  [[171], 20],
  [[900], 100],
])("fits %j with blocks of %d", (cards, perBlock) => {
  expect(cardsPerBlock(cards)).toBe(perBlock);
});
