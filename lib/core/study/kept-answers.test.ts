import { expect, test } from "vitest";
import { asId, type CardId } from "../ids";
import { type KeptAnswer, settle, stillWaiting, withAnswer, withdrawn, withoutKnown } from "./kept-answers";

const kept = (id: string, at = 1): KeptAnswer => ({
  id,
  cardId: asId<CardId>(id),
  revision: 0,
  answer: { kind: "grade", grade: "good" },
  takenMs: 1,
  at,
  shown: `question ${id}`,
});
const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id);

test("an answer sent again keeps the time at which it was given", () => {
  expect(withAnswer([kept("a", 5), kept("b", 6)], kept("a", 9))).toEqual([kept("b", 6), kept("a", 5)]);
});

test("an answer taken back while it is being sent is not forgotten when it arrives", () => {
  const list = withdrawn([kept("a"), kept("b")], "b");
  expect(idsOf(stillWaiting(list))).toEqual(["a"]);
  expect(idsOf(withoutKnown(list, ["a", "b"]))).toEqual(["b"]);
});

test("what the server refuses for good is named, and what it could not do just now waits on", () => {
  const sent = [kept("a"), kept("b"), kept("c")];
  const merged = [
    { id: "a", failure: null },
    { id: "b", failure: "not-found" },
    { id: "c", failure: "not-saved" },
  ];
  expect(settle(sent, merged)).toEqual({
    known: ["a", "b"],
    saved: 1,
    refused: [{ id: "b", shown: "question b", grade: "good", failure: "not-found" }],
  });
});
