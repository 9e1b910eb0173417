import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Course } from "@/lib/core/notes/course";
import { compareCommand, compileCommand } from "./notes";

const folder = await mkdtemp(join(tmpdir(), "epoch-notes-"));
const write = async (name: string, text: string): Promise<string> => {
  await writeFile(join(folder, name), text);
  return join(folder, name);
};

test("no file is a usage error, an unreadable one is bad input", async () => {
  expect(await compileCommand([])).toMatchObject({ exit: 2, json: { error: { kind: "usage" } } });
  expect(await compileCommand([join(folder, "none.md")])).toMatchObject({
    exit: 1,
    json: { error: { kind: "unreadable" } },
  });
});

test("every line stands beside the file as it was named", async () => {
  const file = await write("a.md", "## 가나 (Gana)\n- 정의\n  - 무엇이다.\n- 종류\n");
  const { exit, json } = await compileCommand([file]);
  const made = json as Course;
  expect(exit).toBe(0);
  for (const entry of [...made.concepts, ...made.cards, ...made.links, ...made.warnings])
    expect(entry.file).toBe(file);
  expect(made.warnings).toHaveLength(1);
});

test("a copy of the shipped notes elsewhere keeps the shipped corrections", async () => {
  const shipped = (await compileCommand(["content/deep-learning/notes.ko.md"])).json as Course;
  const copy = await write("copy.md", await readFile("content/deep-learning/notes.ko.md", "utf8"));
  const made = (await compileCommand([copy])).json as Course;
  expect(made.cards.map((card) => card.back)).toEqual(shipped.cards.map((card) => card.back));
});

test("a broken data file is named with what is wrong in it", async () => {
  const own = await mkdtemp(join(tmpdir(), "epoch-notes-"));
  await writeFile(join(own, "a.md"), "## 가\n- 정의\n  - 나다.\n");
  await writeFile(join(own, "cards.json"), "[{]");
  expect(await compileCommand([join(own, "a.md")])).toMatchObject({
    exit: 1,
    json: { error: { kind: "bad-data" } },
  });
});

test("the translation alone is the same course in its own words and lines, and teaches no error either", async () => {
  const korean = (await compileCommand(["content/deep-learning/notes.ko.md"])).json as Course;
  const english = (await compileCommand(["content/deep-learning/notes.en.md"])).json as Course;
  expect(english.cards.map(({ id, lines, correction }) => [id, lines, correction])).toEqual(
    korean.cards.map(({ id, lines, correction }) => [id, lines, correction]),
  );
  for (const { file } of [...english.cards, ...english.concepts, ...english.links, ...english.warnings])
    expect(file).toMatch(/notes\.en\.md$/);
  const dnn = english.cards.filter(({ back }) => /DNN|vanishes? to 0|prevents overfitting/i.test(back));
  expect(dnn).toEqual([]);
  const copy = await write("copy.en.md", await readFile("content/deep-learning/notes.en.md", "utf8"));
  const copied = (await compileCommand([copy])).json as Course;
  expect(copied.cards.map(({ back }) => back)).toEqual(english.cards.map(({ back }) => back));
});

type Changes = Record<
  string,
  { id: string; from: { file: string; line: number; text: string }[]; to: unknown[] }[]
>;
const compared = async (...args: string[]) => (await compareCommand(args)).json as Changes;

test("comparing needs two readable versions", async () => {
  expect(await compareCommand(["a.md"])).toMatchObject({ exit: 2 });
  expect(await compareCommand(["a.md", "b.md", "c.md"])).toMatchObject({ exit: 2 });
  expect(await compareCommand([join(folder, "none.md"), join(folder, "none.md")])).toMatchObject({ exit: 1 });
});

test("a corrected word on a line of the shipped notes edits its cards, the author's own ones too, and loses none", async () => {
  const text = await readFile("content/deep-learning/notes.ko.md", "utf8");
  const changed = text
    .replace("그 영역을", "그 부분을")
    .replace("사용하는 방법", "쓰는 방법")
    .replace("점점 더 속도가", "점차 속도가");
  expect(changed).not.toBe(text);
  const copy = await write("edited.md", changed);
  const made = await compared("content/deep-learning/notes.ko.md", copy);
  const course = (await compileCommand(["content/deep-learning/notes.ko.md"])).json as Course;
  expect(made.retired).toEqual([]);
  expect(made.added).toEqual([]);
  expect(made.moved).toEqual([]);
  expect(made.edited?.length).toBeGreaterThan(0);
  expect(new Set([...(made.kept ?? []), ...(made.edited ?? [])].map(({ id }) => id))).toEqual(
    new Set(course.cards.map(({ id }) => id)),
  );
  expect(made.edited?.[0]?.from[0]?.file).toBe("content/deep-learning/notes.ko.md");
  expect(made.edited?.[0]?.to[0]).toMatchObject({ file: copy, line: made.edited?.[0]?.from[0]?.line });
});

test("folders are compared file by file: a list in another file is moved", async () => {
  const [old, next] = [
    await mkdtemp(join(tmpdir(), "epoch-old-")),
    await mkdtemp(join(tmpdir(), "epoch-new-")),
  ];
  const first = "# 가\n## 하나 (Hana)\n- 정의\n  - 처음 나오는 것이다.\n";
  const second = "## 둘 (Dul)\n- 정의\n  - 다음에 나오는 것이다.\n";
  await writeFile(join(old, "a.md"), first + second);
  await writeFile(join(next, "a.md"), first);
  await writeFile(join(next, "b.md"), second);
  const made = await compared(old, next);
  expect(made.retired).toEqual([]);
  expect(made.added).toEqual([]);
  expect(new Set(made.moved?.map(({ to }) => (to[0] as { file: string }).file))).toEqual(new Set(["b.md"]));
});
