import { expect, test } from "vitest";
import { asId, type ConceptId } from "../ids";
import { editConcepts, isCircle } from "./concept-edits";
import type { Concept, Link } from "./course";

const id = (name: string) => asId<ConceptId>(name);
const concept = (name: string, parent: string | null): Concept => ({
  id: id(name),
  names: { en: name },
  parent: parent === null ? null : id(parent),
  file: "a.md",
  lines: [1, 2],
});
const link = (from: string, to: string, kind: Link["kind"]): Link => ({
  from: id(from),
  to: id(to),
  kind,
  file: "a.md",
  line: 1,
});
const tree = {
  concepts: [concept("cnn", null), concept("conv", "cnn"), concept("filter", "conv"), concept("pool", "cnn")],
  links: [
    link("conv", "cnn", "part-of"),
    link("filter", "conv", "kind-of"),
    link("filter", "pool", "prerequisite"),
  ],
};
const parentsIn = ({ concepts }: { concepts: Concept[] }) =>
  Object.fromEntries(concepts.map((each) => [each.id, each.parent]));

test("a concept gets other names and another parent, and its link follows", () => {
  const edited = editConcepts(tree, { filter: { names: { en: "kernel", ko: "커널" }, parent: id("pool") } });
  expect(edited.concepts[2]?.names).toEqual({ en: "kernel", ko: "커널" });
  expect(parentsIn(edited)).toMatchObject({ filter: "pool" });
  expect(edited.links.filter(({ from }) => from === "filter")).toEqual([
    link("filter", "pool", "prerequisite"),
    link("filter", "pool", "part-of"),
  ]);
});

test("a concept may come to the first rank", () => {
  const edited = editConcepts(tree, { conv: { parent: null } });
  expect(parentsIn(edited)).toMatchObject({ conv: null, filter: "conv" });
  expect(edited.links.some(({ from }) => from === "conv")).toBe(false);
});

test("a parent that is gone or would close a circle is left to the notes", () => {
  expect(parentsIn(editConcepts(tree, { conv: { parent: id("filter") } }))).toMatchObject({ conv: "cnn" });
  expect(parentsIn(editConcepts(tree, { conv: { parent: id("gone") } }))).toMatchObject({ conv: "cnn" });
  const crossed = editConcepts(tree, { conv: { parent: id("pool") }, pool: { parent: id("conv") } });
  expect(parentsIn(crossed)).toMatchObject({ conv: "pool", pool: "cnn" });
});

test.each([
  ["conv", "conv", true],
  ["conv", "filter", true],
  ["filter", "pool", false],
  ["cnn", null, false],
] as const)("%s below %s: a circle is %s", (name, parent, expected) => {
  expect(isCircle(tree.concepts, id(name), parent === null ? null : id(parent))).toBe(expected);
});
