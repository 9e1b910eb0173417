import { expect, test } from "vitest";
import { compileNotes } from "./compile-notes";

const pieces = [
  "*",
  "_",
  "[",
  "![",
  "(",
  "<a",
  "`",
  "# ",
  "- ",
  "가의 ",
  "면, ",
  "a : ",
  "1. ",
  " ",
  "(가",
  "1,",
  "**a ",
  "[a](",
];

/** Reading that grew faster than the line would take hours; a busy machine may take seconds. */
test.each(pieces)("a line of 300,000 characters of %j is read to the end", (piece) => {
  const line = piece.repeat(Math.ceil(300_000 / piece.length));
  const text = `# 제목\n## 나무\n- 정의\n  - ${line}\n- 종류\n  - 소나무\n  - 잣나무\n`;
  const { cards } = compileNotes({ files: [{ file: "a.md", text }] });
  expect(cards.at(-1)?.back).toBe("1. 소나무\n2. 잣나무");
});

test("a list of fifty thousand equal items is read to the end", () => {
  const text = `## 나무\n- 정의\n${"  - 가나 다라 마바\n".repeat(50_000)}`;
  expect(compileNotes({ files: [{ file: "a.md", text }] }).cards).toHaveLength(50_000);
});
