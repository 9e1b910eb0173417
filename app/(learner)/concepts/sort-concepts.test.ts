import { expect, test } from "vitest";
import { sortConcepts } from "./sort-concepts";

const concept = (name: string, seen: number, mastery: number, nextAt: number | null) => ({
  name,
  seen,
  cards: 4,
  mastery,
  recall: seen === 0 ? null : mastery + 0.1,
  nextAt,
});
const concepts = [
  concept("d", 0, 0, null),
  concept("b", 3, 0.6, 20),
  concept("c", 1, 0.2, 30),
  concept("a", 1, 0.4, 10),
];
const order = (sort: Parameters<typeof sortConcepts>[1]) =>
  sortConcepts(concepts, sort)
    .map(({ name }) => name)
    .join("");

test("without a wish the order of the notes stays", () => {
  expect(order(null)).toBe("dbca");
});

test("what needs work comes first, what was never seen last", () => {
  expect([order("mastery"), order("recall"), order("next")]).toEqual(["cabd", "cabd", "abcd"]);
});

test("names go by the alphabet, cards from many seen to none", () => {
  expect([order("name"), order("cards")]).toEqual(["abcd", "bcad"]);
});
