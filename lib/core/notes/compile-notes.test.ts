import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compileNotes } from "./compile-notes";
import type { Card, Correction, Course } from "./course";
import { cardsFile, conceptsFile, correctionsFile } from "./course-data";
import { outlineOf } from "./outline-of";

const content = (name: string) => readFileSync(`content/deep-learning/${name}`, "utf8");
const seed = content("notes.ko.md");
const input = {
  files: [{ file: "notes.ko.md", text: seed }],
  corrections: correctionsFile.parse(JSON.parse(content("corrections.json"))) as Correction[],
  outline: conceptsFile.parse(JSON.parse(content("concepts.json"))),
  cards: cardsFile.parse(JSON.parse(content("cards.json"))),
};
const english = content("notes.en.md");
const inEnglish = (text: string) => ({ locale: "en" as const, files: [{ file: "notes.en.md", text }] });
const course = compileNotes(input);
const both = compileNotes({ ...input, translation: inEnglish(english) });
const bare = (text: string): Course => compileNotes({ files: [{ file: "a.md", text }] });
const asked = (made: Course, rule: Card["rule"]) => made.cards.filter((card) => card.rule === rule);
const codes = (made: Course) => made.warnings.map(({ line, code }) => `${line} ${code}`);

test("the default course makes exactly the pinned cards", () => {
  const pinned = readFileSync("lib/core/notes/default-cards.fixture.txt", "utf8").trim().split("\n");
  const made = course.cards.map(({ concept, rule, lines: [from, to], correction, front }) =>
    [
      concept,
      rule,
      from === to ? `L${from}` : `L${from}-${to}`,
      correction ?? "-",
      front.replaceAll("\n", " / "),
    ].join(" | "),
  );
  expect(made).toEqual(pinned);
});

test("the default course has its 34 concepts and 52 corrections", () => {
  expect(course.concepts).toHaveLength(34);
  expect(input.corrections).toHaveLength(52);
});

test("the eight plain errors are never an answer, a question or a remedy", () => {
  const wrong = [
    /DNN/,
    /수용 ?영역을.*필터 혹은 커널/,
    /파라미터 수가 줄어들어/,
    /수에 비례하여/,
    /가중치를 설정/,
  ];
  const alsoWrong = [
    /미분을 구현하는 과정보다/,
    /Adadelta에서 다시 학습률을/,
    /커지면서.*0에 가까워져 학습이/,
    /방지해 줍니다/,
  ];
  const said = course.cards.map(({ front, back }) => `${front}\n${back}`);
  for (const pattern of [...wrong, ...alsoWrong])
    expect(said.filter((text) => pattern.test(text))).toEqual([]);
  const remedies = course.links
    .filter((link) => link.kind === "remedies")
    .map((link) => `${link.from}>${link.to}`);
  expect(remedies).toEqual([
    "momentum>gradient-descent",
    "nag>momentum",
    "adadelta>adagrad",
    "rmsprop>adagrad",
  ]);
});

test("without the author's own words a plain error is still replaced by its correction", () => {
  const { cards } = compileNotes({ files: input.files, corrections: input.corrections });
  const errors = input.corrections.filter((correction) => correction.kind === "err");
  const onErrors = cards.filter((card) => errors.some((error) => error.id === card.correction));
  expect(onErrors.length).toBeGreaterThan(3);
  for (const card of onErrors) expect(errors.map((error) => error.text.ko)).toContain(card.back);
});

test("only the traps of the seed and its two uncovered sentences are warned of, each at its line", () => {
  expect(codes(course)).toEqual([
    "2 not-on-a-card",
    "19 image",
    "20 image",
    "56 empty-label",
    "61 unmarked-line",
    "62 empty-label",
    "102 image",
    "110 image",
    "123 unclosed-parenthesis",
    "148 not-on-a-card",
  ]);
});

test("a sentence on no card is listed with the reason why not", () => {
  const uncovered = course.warnings.filter(({ code }) => code === "not-on-a-card");
  expect(uncovered.map(({ line, message }) => [line, message])).toEqual([
    [
      2,
      "‘딥러닝을 배우면서 정리하는 개념 지도’는 어떤 카드에도 없어요. 파일 제목 아래의 머리말이라 어떤 개념의 설명도 아니에요.",
    ],
    [
      148,
      "‘학습률이 없다.’는 어떤 카드에도 없어요. 틀린 문장으로 표시되어 있고, 바른 내용은 다른 카드가 물어요.",
    ],
  ]);
});

test("a generic label is never a front alone", () => {
  for (const { front } of [...course.cards, ...bare(seed).cards])
    expect(front).not.toMatch(/^(정의|설명|종류|방법|문제점|단점|구조|개념)(은|는|의)?[?\s]*$/);
});

test("card ids are unique and do not move with the lines", () => {
  const ids = course.cards.map((card) => card.id);
  expect(new Set(ids).size).toBe(ids.length);
  const shifted = compileNotes({
    ...input,
    files: [{ file: "notes.ko.md", text: `\n\n\n${seed.replaceAll("\n", "\r\n")}` }],
  });
  expect(shifted.cards.map((card) => card.id)).toEqual(ids);
});

test("an invisible control character changes nothing", () => {
  const stray = compileNotes({
    ...input,
    files: [{ file: "notes.ko.md", text: seed.replace("Momentum", "Mo\u0008mentum") }],
  });
  expect(stray).toEqual(course);
});

test("siblings are mutual and stand on the same lines", () => {
  const byId = new Map(course.cards.map((card) => [card.id, card]));
  for (const card of course.cards)
    for (const id of card.siblings) {
      expect(byId.get(id)?.lines).toEqual(card.lines);
      expect(byId.get(id)?.siblings).toContain(card.id);
    }
  const reversed = course.cards.filter((card) => card.lines[0] === 34);
  expect(reversed.every((card) => card.siblings.length === 1)).toBe(true);
});

test("a drawback under the next method's heading belongs to the method it names", () => {
  const made = bare(
    "# 제목\n## Foo\n- 정의\n  - 첫 방법이다.\n## Bar\n- Foo의 단점\n  - 느리다.\n- 정의\n  - 빠른 방법이다.\n",
  );
  expect(asked(made, "R6").map(({ concept, back }) => [concept, back])).toEqual([
    ["foo", "느리다."],
    ["foo", "Bar"],
  ]);
  expect(made.links).toContainEqual({ from: "bar", to: "foo", kind: "remedies", file: "a.md", line: 6 });
});

test("an English condition and an English drawback over two lines are asked as wholes", () => {
  const made = bare(
    "# Title\n## Foo\n- Definition\n  - If it is high,\n    - it diverges.\n## Bar\n- Drawbacks of Foo\n  - When it has passed the goal,\n  - it goes on.\n- Definition\n  - A better way.\n",
  );
  expect(asked(made, "R7").map(({ front, back }) => [front, back])).toEqual([
    ["Foo: If it is high, what happens?", "it diverges."],
  ]);
  expect(asked(made, "R6").map(({ front, back }) => [front.split("\n")[0], back])).toEqual([
    ["Foo: what is its weak point?", "When it has passed the goal, it goes on."],
    ["Which method answers this weak point of Foo?", "Bar"],
  ]);
});

test("the same concept twice is one concept", () => {
  const made = bare(
    "# 제목\n## FCN (완전 연결; Fully connected)\n- 설명\n  - 하나다.\n## CNN\n- 구조\n  - fully connected (완전 연결)\n    - 둘이다.\n",
  );
  expect(made.concepts.map((concept) => concept.id)).toEqual(["fully-connected", "cnn"]);
});

test("everything broken in a file is listed at once and the rest is compiled", () => {
  const made = bare(
    "#제목\n\n### 가나 (Gana\n- 정의\n- 종류\n    - **하나\n  - 둘\n![x](http://a/b.png)\n```\nnever closed\n",
  );
  expect(codes(made)).toEqual([
    "1 heading-space",
    "3 unclosed-parenthesis",
    "3 heading-jump",
    "4 empty-label",
    "6 unclosed-bold",
    "7 indent",
    "8 image",
    "9 unclosed-fence",
  ]);
  expect(made.cards.some((card) => card.rule === "R3")).toBe(true);
});

test("an empty file is a warning, not a failure", () => {
  expect(codes(bare(""))).toEqual(["1 no-cards"]);
});

test("the outline shows the headings as they read", () => {
  expect(outlineOf(seed)).toHaveLength(20);
  expect(outlineOf(seed)[1]).toEqual({
    text: "FCN (완전 연결 네트워크; Fully connected layer)",
    depth: 2,
    line: 4,
  });
});

test("every card of the default course is one card in two languages, from the same line of both notes", () => {
  expect(both.warnings).toEqual(course.warnings);
  expect(both.cards.map(({ translation: _, ...card }) => card)).toEqual(course.cards);
  for (const { translation, lines } of both.cards) expect(translation).toMatchObject({ locale: "en", lines });
});

test("the eight plain errors are never taught in English either", () => {
  const wrong = [
    /\bDNN\b/,
    /receptive field is called a filter/i,
    /number of parameters falls/i,
    /in proportion to the number/i,
    /set the weights so/i,
    /implementing the differentiation/i,
    /learning rate back into Adadelta/i,
    /growing[^.]*comes close to 0/i,
  ];
  const said = both.cards.map(({ translation }) => `${translation?.front}\n${translation?.back}`);
  for (const pattern of wrong) {
    expect(english, `${pattern} is in the notes`).toMatch(pattern);
    expect(said.filter((text) => pattern.test(text))).toEqual([]);
  }
});

test.each([
  [
    "a missing item",
    (text: string) => text.replace(/^ {2}- Therefore.*\n/m, "").replace(/^.*no 'distance.*\n/m, ""),
  ],
  ["another number", (text: string) => text.replace("1-dimensional", "2-dimensional")],
  [
    "a lost emphasis",
    (text: string) => text.replace("**prevents overfitting from occurring.**", "prevents it."),
  ],
  ["another heading level", (text: string) => text.replace("## CNN", "### CNN")],
])("%s in the translation is reported where it is", (_, change) => {
  const changed = change(english);
  expect(changed).not.toBe(english);
  const drifted = compileNotes({ ...input, translation: inEnglish(changed) });
  const found = drifted.warnings.filter(({ code }) => code === "translation-drift");
  expect(found.length).toBeGreaterThan(0);
  expect(found[0]?.file).toBe("notes.en.md");
  expect(drifted.cards.map(({ id }) => id)).toEqual(course.cards.map(({ id }) => id));
});
