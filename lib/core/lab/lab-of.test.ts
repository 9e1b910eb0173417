/** Every heading of the notes leads to something to compute, read from the notes themselves. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { familiesOf } from "../questions/registry";
import { readFitLab, writeFitLab } from "./fit-lab";
import { labNames, labOf } from "./lab-of";
import { programOfRace, readRaceLab } from "./race-lab";
import { readScheduleLab } from "./schedule-lab";

interface Heading {
  depth: number;
  text: string;
}
const headingsOf = (notes: string): Heading[] =>
  notes.split("\n").flatMap((line) => {
    const [, marks = "", text = ""] = /^(#{2,6})\s+(.*\S)/.exec(line) ?? [];
    return marks === "" ? [] : [{ depth: marks.length, text }];
  });

const { concepts } = JSON.parse(readFileSync("content/deep-learning/concepts.json", "utf8")) as {
  concepts: { id: string; at: string[] }[];
};
/** A place ends in … where only the beginning of the line is given. */
const isAt = (place: string, text: string): boolean =>
  place.endsWith("…") ? text.startsWith(place.slice(0, -1)) : text === place;
const hasOwn = ({ text }: Heading): boolean =>
  concepts.some(
    ({ id, at }) => at.some((place) => isAt(place, text)) && labOf(id) !== null && familiesOf(id).length > 0,
  );
/** A heading that only gathers others has what they have: every one of them has to have something. */
function isBare(heading: Heading, at: number, all: readonly Heading[]): boolean {
  if (hasOwn(heading)) return false;
  const end = all.findIndex((other, place) => place > at && other.depth <= heading.depth);
  const below = all.slice(at + 1, end < 0 ? undefined : end);
  return below.length === 0 || !below.every(hasOwn);
}
const bareIn = (notes: string): string[] =>
  headingsOf(notes)
    .filter(isBare)
    .map(({ text }) => text);

test("no heading of the notes is without a lab and a family", () => {
  const notes = readFileSync("content/deep-learning/notes.ko.md", "utf8");
  expect(headingsOf(notes).length).toBeGreaterThan(15);
  expect(bareIn(notes)).toEqual([]);
  // A heading that nobody has thought of yet would be on the list.
  expect(bareIn(`${notes}\n## Dropout\n### Weight decay`)).toEqual(["Dropout", "Weight decay"]);
});

test("no concept of the notes is without a lab and a family", () => {
  expect(concepts.length).toBeGreaterThan(30);
  expect(concepts.filter(({ id }) => labOf(id) === null || familiesOf(id).length === 0)).toEqual([]);
  for (const { id } of concepts) expect(labNames).toContain(labOf(id)?.split("?")[0]);
});

const stateOf = (concept: string) => new URLSearchParams(labOf(concept)?.split("?")[1]);

test("links open the lab in a state that has what the concept is about", () => {
  for (const concept of ["batch-size", "iteration"])
    expect(readFitLab(stateOf(concept))).toMatchObject({ mode: "network", batch: 4 });
  expect(readFitLab(stateOf("per-layer-rates"))).toMatchObject({ mode: "network", share: 0.1 });
  expect(readFitLab(stateOf("loss-function"))).toMatchObject({ mode: "network", loss: "absolute" });
  expect(readFitLab(stateOf("overfitting")).degree).toBeGreaterThan(
    readFitLab(stateOf("underfitting")).degree,
  );
  expect(readScheduleLab(stateOf("one-cycle-scheduling")).schedule).toBe("onecycle");
  expect(readScheduleLab(stateOf("performance-scheduling")).schedule).toBe("plateau");
  expect(programOfRace(readRaceLab(stateOf("local-minimum"))).surface.name).toBe("double-well");
});

test("every state of a link is one that its lab can read", () => {
  for (const { id } of concepts) {
    const [lab, state] = labOf(id)?.split("?") ?? [];
    if (lab !== "fit" || !state) continue;
    const written = writeFitLab(readFitLab(new URLSearchParams(state)));
    for (const part of state.split("&")) expect(written.split("&")).toContain(part);
  }
});
