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

test.each(pieces)("a line of a million characters of %j is read in under a second", (piece) => {
  const line = piece.repeat(Math.ceil(1_000_000 / piece.length));
  const before = performance.now();
  compileNotes({ files: [{ file: "a.md", text: `# 제목\n## 개념\n- 정의\n  - ${line}\n` }] });
  expect(performance.now() - before).toBeLessThan(1_000);
});

test("a list of a hundred thousand equal items stays linear", () => {
  const before = performance.now();
  compileNotes({
    files: [{ file: "a.md", text: `## 개념\n- 정의\n${"  - 가나 다라 마바\n".repeat(100_000)}` }],
  });
  expect(performance.now() - before).toBeLessThan(4_000);
});
