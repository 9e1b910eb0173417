import { expect, it } from "vitest";
import { compileNotes } from "../compile-notes";
import { knownCards } from "./known-card";
import { matchCards } from "./match-cards";

const cardsOf = (text: string) => {
  const files = [{ file: "notes.md", text }];
  return knownCards(compileNotes({ files }), files);
};
const linesMatched = (before: string, after: string): [number, number][] => {
  const next = cardsOf(after);
  const { previous } = matchCards(cardsOf(before), next);
  return next
    .filter(({ rule }) => rule === "R1")
    .map(({ id, lines }) => [previous.get(id)?.lines[0] ?? 0, lines[0]]);
};

it("the same sentence twice under one concept stays in its order", () => {
  const text = "# 책\n## 가나 (Gana)\n- 설명\n  - 아주 빠른 방법이다.\n- 특징\n  - 아주 빠른 방법이다.\n";
  expect(linesMatched(text, text)).toEqual([
    [4, 4],
    [6, 6],
  ]);
});

it("one sentence under forty concepts stays in its order when all of them are renamed", () => {
  const text = (name: string) =>
    Array.from({ length: 40 }, (_, at) => `## ${name}${at}\n- 설명\n  - 아주 빠른 방법이다.\n`).join("");
  const pairs = linesMatched(text("가나다"), text("물결"));
  expect(pairs).toEqual(Array.from({ length: 40 }, (_, at) => [at * 3 + 3, at * 3 + 3]));
});
