import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compileNotes } from "./compile-notes";
import type { Card } from "./course";
import { cardsFile } from "./course-data";
import { parseNote } from "./parse-note";
import { checkTranslation, pairNotes } from "./translate";

const korean = `# 화산

## 용암 (lava)
- 정의
  - 땅 위로 흘러나온 **마그마**이다.
  - 온도는 700도가 넘는다.
- 종류
  - 현무암질
  - 유문암질

## 마그마
- 성질
  - 규산이 많으면,
    - 끈적하다.
  - 규산이 적으면,
    - 잘 흐른다.
`;
const english = `# Volcanoes

## lava (용암)
- Definition
  - **Magma** that has flowed out onto the ground.
  - It is hotter than 700 degrees.
- Kinds
  - basaltic
  - rhyolitic

## Magma
- Properties
  - If there is much silica,
    - it is sticky.
  - If there is little silica,
    - it flows easily.
`;

const compile = (text: string, more: Partial<Parameters<typeof compileNotes>[0]> = {}) =>
  compileNotes({
    files: [{ file: "n.ko.md", text: korean }],
    translation: { locale: "en", files: [{ file: "n.en.md", text }] },
    ...more,
  });
const words = ({ front, back, translation }: Card) => [front, back, translation?.front, translation?.back];

test("one card has its words and lines in both languages, with the ids of the first alone", () => {
  const { cards } = compile(english);
  expect(cards.map(({ id }) => id)).toEqual(
    compileNotes({ files: [{ file: "n.ko.md", text: korean }] }).cards.map(({ id }) => id),
  );
  expect(cards.every(({ lines, translation }) => translation?.lines.join() === lines.join())).toBe(true);
  expect(cards.map(words)).toContainEqual([
    "용암의 종류 두 가지는?",
    "1. 현무암질\n2. 유문암질",
    "lava: name the 2 kinds.",
    "1. basaltic\n2. rhyolitic",
  ]);
  expect(cards.map(words)).toContainEqual([
    "빈칸에 들어갈 말은?\n땅 위로 흘러나온 [ ? ]이다.",
    "마그마",
    "Fill the blank.\n[ ? ] that has flowed out onto the ground.",
    "Magma",
  ]);
});

test("a concept without a name in one language takes it from the translation", () => {
  const { concepts } = compile(english);
  expect(concepts.find(({ names }) => names.ko === "마그마")?.names).toEqual({ ko: "마그마", en: "Magma" });
});

test("the author's words count in their own language, plain ones in both", () => {
  const cards = cardsFile.parse([
    { at: "온도는 700도가", rule: "R1", front: { ko: "얼마나 뜨겁나요?", en: "How hot?" } },
    {
      at: "온도는 700도가",
      id: "unit",
      concept: "lava",
      front: "700 = ?",
      back: { ko: "도", en: "degrees" },
    },
  ]);
  const made = compile(english, { cards }).cards.map(words);
  expect(made).toContainEqual([
    "얼마나 뜨겁나요?",
    "온도는 700도가 넘는다.",
    "How hot?",
    "It is hotter than 700 degrees.",
  ]);
  expect(made).toContainEqual(["700 = ?", "도", "700 = ?", "degrees"]);
});

test("shown in the other language, the course speaks it and stands on its lines", () => {
  const shown = compile(`\n${english}`, {
    translation: { locale: "en", files: [{ file: "n.en.md", text: `\n${english}` }], isShown: true },
  });
  expect(shown.course.locale).toBe("en");
  expect(shown.cards.find(({ rule }) => rule === "R4")).toMatchObject({
    front: "lava: name the 2 kinds.",
    file: "n.en.md",
    lines: [9, 10],
  });
});

test.each([
  [
    "a missing item",
    english.replace("  - rhyolitic\n", ""),
    [{ line: 7, kind: "missing", expected: "유문암질" }],
  ],
  [
    "an item too many",
    english.replace("  - rhyolitic\n", "  - rhyolitic\n  - glassy\n"),
    [{ line: 10, kind: "extra", expected: "glassy" }],
  ],
  ["other numbers", english.replace("700", "900"), [{ line: 6, kind: "numbers", expected: "700" }]],
  ["a lost emphasis", english.replaceAll("**", ""), [{ line: 5, kind: "bold", expected: "1" }]],
  [
    "another heading level",
    english.replace("## Magma", "# Magma"),
    [{ line: 11, kind: "extra", expected: "Magma" }],
  ],
])("%s is a drift at its line", (_, text, drifts) => {
  const found = checkTranslation(parseNote("n.ko.md", korean), parseNote("n.en.md", text));
  expect(found).toEqual(drifts);
  expect(checkTranslation(parseNote("n.ko.md", korean), parseNote("n.en.md", english))).toEqual([]);
});

test("where an item is missing no card takes its neighbour's translation", () => {
  const made = compile(english.replace("  - **Magma** that has flowed out onto the ground.\n", ""));
  const untranslated = made.cards.filter(({ translation }) => !translation);
  expect(untranslated.map(({ back }) => back)).toContain("온도는 700도가 넘는다.");
  expect(made.warnings.map(({ file, line, code }) => `${file}:${line} ${code}`)).toEqual([
    "n.en.md:4 translation-drift",
  ]);
});

test("a missing section leaves the others their translations, unless they all look alike", () => {
  const note = (sections: string[]) =>
    sections.map((body, at) => `## S${at === 0 ? "a" : "b"}\n${body}`).join("\n");
  const pairsOf = (one: string[], other: string[]) =>
    [...pairNotes(parseNote("a", note(one)), parseNote("b", note(other))).twins]
      .filter(([node]) => node.kind === "text")
      .map(([node, twin]) => `${node.text}=${twin.text}`);
  expect(pairsOf(["하나 1", "둘 2", "셋 3"], ["one 1", "three 3"])).toEqual(["하나 1=one 1", "셋 3=three 3"]);
  expect(pairsOf(["하나", "둘", "셋"], ["one", "three"])).toEqual([]);
});

test("the default course drifts nowhere", () => {
  const note = (name: string) => parseNote(name, readFileSync(`content/deep-learning/${name}`, "utf8"));
  expect(checkTranslation(note("notes.ko.md"), note("notes.en.md"))).toEqual([]);
});
