import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compileNotes } from "./compile-notes";
import type { Course } from "./course";

const folder = "lib/core/notes/fixtures";
const notes = readdirSync(folder).filter((name) => name.endsWith(".md"));
const made = (text: string): Course => compileNotes({ files: [{ file: "a.md", text }] });
const asked = ({ cards }: Course) => cards.map(({ rule, front, back }) => [rule, front, back]);
const uncovered = ({ warnings }: Course) =>
  warnings.filter(({ code }) => code === "not-on-a-card").map(({ line, message }) => `${line} ${message}`);

const line = (text: string) => text.replaceAll("\n", " / ");

test.each(notes)(
  "%s, in the style of people who never heard of us, makes the cards a person would make",
  (name) => {
    const course = compileNotes({ files: [{ file: name, text: readFileSync(`${folder}/${name}`, "utf8") }] });
    const cards = course.cards.map(
      ({ rule, front, back, options }) =>
        `${rule} | ${line(front)} => ${line(back)}${options ? ` (of ${options.join(", ")})` : ""}`,
    );
    const pinned = readFileSync(`${folder}/${name.replace(/\.md$/, ".cards.txt")}`, "utf8")
      .trim()
      .split("\n");
    expect(cards).toEqual(pinned);
    expect(course.warnings).toEqual([]);
  },
);

test("a picture of the course's own folder stays with its words, one from elsewhere is only warned of", () => {
  const course = made(
    "## Leaf\n- Definition\n  - It makes sugar. ![A cut leaf](img/leaf.png)\n  - It is green. ![A leaf](https://example.org/leaf.png) ![x](../../etc/passwd)\n",
  );
  expect(course.cards.filter(({ images }) => images).map(({ rule, images }) => [rule, images])).toEqual([
    ["R1", [{ src: "img/leaf.png", alt: "A cut leaf" }]],
    ["R2", [{ src: "img/leaf.png", alt: "A cut leaf" }]],
  ]);
  expect(course.warnings.map(({ line, code }) => `${line} ${code}`)).toEqual(["4 image"]);
});

test("maths and code reach the card as they were written", () => {
  const course = made(
    "## Softmax\n- Formula\n  - $p_i = \\frac{e^{z_i}}{\\sum_j e^{z_j}}$ with **weights** $w_*$ and `a_b*c*`.\n  - It costs $5 or $6.\n",
  );
  expect(course.cards.map(({ back }) => back)).toContain(
    "$p_i = \\frac{e^{z_i}}{\\sum_j e^{z_j}}$ with weights $w_*$ and a_b*c*.",
  );
  expect(course.cards.map(({ back }) => back)).toContain("It costs $5 or $6.");
});

test("a table of two columns is asked both ways, one without a first header compares its columns", () => {
  expect(asked(made("## Gases\n| Gas | Symbol |\n|---|---|\n| Neon | Ne |\n"))).toEqual([
    ["R5", "Neon: Symbol?", "Ne"],
    ["R5", 'What does this describe?\n"Ne"', "Neon"],
  ]);
  expect(asked(made("## Pets\n| | Cat | Dog |\n|---|:-:|--:|\n| Sound | meow | woof \\| bark |\n"))).toEqual([
    ["R5", "Pets: Sound: Cat?", "meow"],
    ["R5", "Pets: Sound: Dog?", "woof | bark"],
  ]);
});

test("a list too long to be named, a long paragraph and words under no heading are said to be on no card", () => {
  const many = Array.from({ length: 13 }, (_, at) => `  - member${at}\n`).join("");
  expect(uncovered(made(`## Big\n- Types\n${many}`))).toHaveLength(13);
  expect(
    uncovered(made("## War\nOne began it. Two joined. Three fled. Four paid. Five won. Six wrote.\n")),
  ).toEqual([
    '2 "Five won." is on no card. It is part of a long paragraph. Make items of it, or set the words to remember in bold.',
    '2 "Six wrote." is on no card. It is part of a long paragraph. Make items of it, or set the words to remember in bold.',
  ]);
  expect(uncovered(made("# Title\nMy own remarks.\n## Foo\n- Definition\n  - It is a thing.\n"))).toEqual([
    `2 "My own remarks." is on no card. It is a preface under the file's title and says nothing of a concept.`,
  ]);
});

test("a choice shows members of the list and one thing from elsewhere in the course", () => {
  const course = made(
    "# T\n## Cats\n- Kinds\n  - lion\n  - tiger\n## Dogs\n- Kinds\n  - poodle\n  - beagle\n",
  );
  const choices = course.cards.filter(({ options }) => options);
  expect(choices.map(({ front }) => front)).toEqual([
    'Cats: which of these does not belong to "Kinds"?',
    'Dogs: which of these does not belong to "Kinds"?',
  ]);
  for (const { back, options = [] } of choices) expect(options).toContain(back);
  expect(choices[0]?.options?.filter((option) => ["lion", "tiger"].includes(option))).toHaveLength(2);
  expect(["poodle", "beagle"]).toContain(choices[0]?.back);
});

test("a worked example hands over to the family that the author names", () => {
  const outline = {
    plain: [],
    spellings: {},
    concepts: [
      { id: "mean", names: { en: "Mean" }, parent: null, at: ["Mean"], family: "mean-of-numbers" },
      { id: "variance", names: { en: "Variance" }, parent: null, at: ["Variance"], needs: ["mean"] },
    ],
    links: [],
  };
  const text =
    "## Mean\nThe sum over the count. For example, 2 and 4 have the mean 3.\n## Variance\nA spread.\n";
  const course = compileNotes({ files: [{ file: "a.md", text }], outline });
  expect(
    course.cards.filter(({ family }) => family).map(({ rule, back, family }) => [rule, back, family]),
  ).toEqual([["R9", "3", "mean-of-numbers"]]);
  expect(course.links).toEqual([
    { from: "mean", to: "variance", kind: "prerequisite", file: "a.md", line: 3 },
  ]);
});

test.each([
  "# 책\n## 가나 (Gana)\n- 정의\n  - 처음 나오는 개념이다.\n",
  "# 책\n## 가나 (Gana)\n- 처음 나오는 개념이다.\n",
  "# 책\n## 렌즈 (Lens)\n\n빛을 한곳에 모으는 장치이다.\n",
  "# 책\n## 가나 (Gana)\n- 정의\n  - 소리는 떨림이다.\n",
])("a verb before a noun, or a sentence under 정의, names no concept of its own: %j", (text) => {
  const { concepts } = compileNotes({ files: [{ file: "a.md", text }] });
  expect(concepts).toHaveLength(1);
});

test("a subject that only looks like it holds a particle is still one", () => {
  const text = "# 물리\n\n에너지는 일을 할 수 있는 능력이다.\n\n을미사변은 1895년의 사건이다.\n";
  const { concepts } = compileNotes({ files: [{ file: "a.md", text }] });
  expect(concepts.map(({ names }) => names.ko)).toEqual(expect.arrayContaining(["에너지", "을미사변"]));
});
