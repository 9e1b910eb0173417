import { expect, test } from "vitest";
import { compileNotes } from "./compile-notes";
import type { Course } from "./course";

const made = (text: string): Course => compileNotes({ files: [{ file: "a.md", text }] });
const codes = (course: Course) => new Set(course.warnings.map(({ code }) => code));
const spoken = (course: Course) => course.cards.map(({ front, back }) => `${front}\n${back}`).join("\n");

test.each([
  "<script>alert(1)</script>It is a thing.",
  "It is <scr<script>ipt>alert(1)</scr</script>ipt> a thing.",
  "It is <img src=x onerror=alert(1)> a thing.",
  "It is <b onclick=alert(1)>a</b> thing. <iframe src='javascript:alert(1)'></iframe>",
  "It is <svg><style>x{}</style><script>alert(1)</script></svg> a thing.",
  "It is <<<<<<b>b>b>b>b>script>alert(1) a thing.",
])("markup in %j never reaches a card as markup", (line) => {
  const course = made(`## Foo\n- Definition\n  - ${line}\n`);
  expect(course.cards.length).toBeGreaterThan(0);
  expect(spoken(course)).not.toMatch(/<[/a-z]/i);
  expect(spoken(course)).toContain("thing.");
});

test("scripts and comments over several lines say nothing, what follows them does", () => {
  const course = made(
    "## Foo\n<script>\nsteal();\n</script>\n<!-- old\n- secret\n-->\n- Definition\n  - It is a thing.\n",
  );
  expect(course.cards.map(({ back }) => back)).toEqual(["It is a thing."]);
});

test("a comment that never ends hides nothing", () => {
  expect(
    made("## Foo\n<!-- oops\n- Definition\n  - It is a thing.\n").cards.map(({ back }) => back),
  ).toContain("It is a thing.");
});

test("a line too long for a card makes none and is named", () => {
  const course = made(`## Foo\n- Definition\n  - ${"word ".repeat(200_000)}\n  - It is a thing.\n`);
  expect(course.cards.map(({ back }) => back)).toEqual(["It is a thing."]);
  expect(codes(course)).toEqual(new Set(["not-on-a-card"]));
});

test("NULs and control characters vanish, broken characters are warned of once", () => {
  const course = made(
    "## Fo\0o\n- Defi\u0007nition\n  - It\0 is 0\0 a thing.\n  - Half \ufffd\ud800 of it. \ufffd\n",
  );
  expect(course.cards.map(({ back }) => back)).toEqual([
    "It is 0 a thing.",
    "Foo",
    "Half \ufffd\ufffd of it. \ufffd",
  ]);
  expect(course.warnings.map(({ line, code }) => `${line} ${code}`)).toEqual(["4 broken-text"]);
});

test("lists nested deeper than any person nests are read as one level and still compiled", () => {
  const deep = Array.from(
    { length: 3_000 },
    (_, at) => `${" ".repeat(at)}- level ${at} is a part of it.\n`,
  ).join("");
  const course = made(`## Foo\n${deep}`);
  expect(codes(course)).toContain("too-deep");
  expect(course.cards.length).toBeGreaterThan(2_900);
});

test("a row of more columns than anyone learns keeps its first ones", () => {
  const wide = (cell: string) => `|${cell.repeat(50_000)}\n`;
  const course = made(`## Foo\n${wide("h|")}${wide("-|")}${wide("c|")}`);
  expect(course.cards).toHaveLength(11);
  expect(codes(course)).toContain("wide-table");
});

const repeated = (piece: (at: number) => string, times: number): string =>
  Array.from({ length: times }, (_, at) => piece(at)).join("");

const many = 50_000;
const some = 10_000;
const generators: [times: number, what: string, piece: (at: number) => string][] = [
  [many, "bullets under bullets", (at) => `${"\t".repeat(at % 40)}- item ${at} does something.\n`],
  [many, "headings", (at) => `${"#".repeat(1 + (at % 6))} Heading ${at}\n`],
  [some, "table rows", (at) => `${at === 0 ? "|a|b|\n|-|-|\n" : ""}|term ${at}|meaning ${at}|\n`],
  [many, "open comments", () => "<!-- \n"],
  [many, "open scripts", () => "<script>\n"],
  [many, "open maths", () => "$$ x\n"],
  [many, "code fences", () => "```\n"],
  [many, "pieces of one paragraph", () => "word **bold** $x$ "],
  [some, "headings without a letter", (at) => `###### ${"!".repeat(1 + (at % 50))}${at % 2 ? "?" : "."}\n`],
  [some, "tables", (at) => `|a|b|\n|-|-|\n|x${at}|y|\n\n`],
  [some, "definitions", (at) => `Thing${at} is a thing. `],
  [some, "definition lists", (at) => `Term ${at}\n: meaning ${at}\n\n`],
  [some, "opposites", () => "- If it is high, it grows; if it is low, it shrinks.\n"],
  [some, "labels without a body", () => "- Definition\n"],
  [some, "lists of kinds", (at) => `## Thing ${at}\n- Kinds\n  - a${at}\n  - b${at}\n`],
  [some, "pictures", () => "![a](b.png)\n"],
  [some, "quotes", () => "> > > word\n"],
  [some, "underlines", (at) => `word ${at}\n---\n`],
];

test.each(generators)("%i %s compile, and what stands after them still becomes a card", (times, _, piece) => {
  const course = made(`# Title\n${repeated(piece, times)}\n## Last\n- Definition\n  - The very end.\n`);
  expect(course.cards.at(-1)?.back).toBe("The very end.");
});
