import { expect, test } from "vitest";
import type { CardId } from "../ids";
import { compileNotes } from "./compile-notes";
import { knownCards } from "./identity/known-card";
import { planImport, type StoredCard } from "./plan-import";

const parts = {
  Padding: "zeros around the input",
  Stride: "how far the kernel moves at a time",
  Kernel: "the small grid of weights that slides",
};
const note = (terms: Record<string, string>) => `# Networks
## Convolution
${Object.entries(terms)
  .map(([term, meaning]) => `### ${term}\n- Definition\n  - ${meaning}\n`)
  .join("")}`;

function plan(text: string, stored: StoredCard[] = []) {
  const files = [{ file: "notes.md", text }];
  const compiled = compileNotes({ files });
  return { ...planImport(stored, compiled, files), files };
}
const storedOf = ({ course, files }: ReturnType<typeof plan>): StoredCard[] =>
  knownCards(course, files).map((card) => ({ ...card, edit: null }));
const matchingIn = ({ course }: ReturnType<typeof plan>) =>
  course.cards.filter(({ rule }) => rule === "match");

test("three explained parts of a concept make one card of pairs, after their own cards", () => {
  const first = plan(note(parts));
  const [card, ...others] = matchingIn(first);
  expect(others).toEqual([]);
  expect(card?.front).toBe("Match the terms of “Convolution” with their meanings.");
  expect(card?.back.split("\n")).toEqual(
    Object.entries(parts).map(([term, meaning]) => `${term}: ${meaning}`),
  );
  expect(first.course.cards.at(-1)?.id).toBe(card?.id);
  expect(first.differences.added.map(({ id }) => id)).toContain(card?.id);
});

test("two parts make none", () => {
  const { Padding, Stride } = parts;
  expect(matchingIn(plan(note({ Padding, Stride })))).toEqual([]);
});

test("a term that joins edits the card, one too few retires it, and it comes back as itself", () => {
  const first = plan(note(parts));
  const id = matchingIn(first)[0]?.id as CardId;
  const more = plan(note({ ...parts, Dilation: "gaps between the weights" }), storedOf(first));
  expect(matchingIn(more).map((card) => card.id)).toEqual([id]);
  expect(more.differences.edited.map((change) => change.id)).toEqual([id]);
  const fewer = plan(note({ Padding: parts.Padding, Stride: parts.Stride }), storedOf(first));
  expect(fewer.differences.retired.map((change) => change.id)).toContain(id);
  const again = plan(
    note(parts),
    storedOf(first).map((card) => ({ ...card, isRetired: card.id === id })),
  );
  expect(matchingIn(again).map((card) => card.id)).toEqual([id]);
});

test("the same notes again change nothing", () => {
  const first = plan(note(parts));
  const { edited, added, retired } = plan(note(parts), storedOf(first)).differences;
  expect([edited, added, retired]).toEqual([[], [], []]);
});
