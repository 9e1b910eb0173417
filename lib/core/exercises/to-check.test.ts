import { expect, it } from "vitest";
import type { Exercise } from "./exercise";
import { toCheck } from "./to-check";

const items = [
  { id: "b", text: "second" },
  { id: "a", text: "first" },
];
const ordering: Exercise = { kind: "ordering", items };
const matching: Exercise = { kind: "matching", terms: items, meanings: items };

it("Check on an order that nobody moved sends the order that is shown", () => {
  expect(toCheck(ordering, null)).toEqual({ kind: "ordering", order: ["b", "a"] });
  const moved = { kind: "ordering" as const, order: ["a", "b"] };
  expect(toCheck(ordering, moved)).toBe(moved);
});

it("blank fields and unpaired terms are no answer yet", () => {
  expect(toCheck({ kind: "typed" }, null)).toBeNull();
  expect(toCheck({ kind: "typed" }, { kind: "typed", texts: [" "] })).toBeNull();
  expect(toCheck({ kind: "list", count: 2 }, { kind: "list", texts: ["", ""] })).toBeNull();
  expect(toCheck(matching, { kind: "matching", meanings: {} })).toBeNull();
});

it("one field is an answer, and of pairs only all of them are", () => {
  const list = { kind: "list" as const, texts: ["", "padding"] };
  expect(toCheck({ kind: "list", count: 2 }, list)).toBe(list);
  expect(toCheck(matching, { kind: "matching", meanings: { a: "b" } })).toBeNull();
  const pairs = { kind: "matching" as const, meanings: { a: "b", b: "a" } };
  expect(toCheck(matching, pairs)).toBe(pairs);
});

it("what was kept for another form of the card is no answer to this one", () => {
  expect(toCheck({ kind: "list", count: 2 }, { kind: "typed", texts: ["padding"] })).toBeNull();
});
