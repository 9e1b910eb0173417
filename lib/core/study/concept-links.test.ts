import { expect, test } from "vitest";
import { asId, type ConceptId } from "../ids";
import type { Link, LinkKind } from "../notes/course";
import { precedences, sameGroup } from "./concept-links";

const link = (from: string, kind: LinkKind, to: string): Link => ({
  from: asId<ConceptId>(from),
  to: asId<ConceptId>(to),
  kind,
  file: "notes.md",
  line: 1,
});

test("a prerequisite comes before what needs it, and the remedied before its remedy", () => {
  expect(
    precedences([link("rate", "prerequisite", "schedule"), link("nag", "remedies", "momentum")]),
  ).toEqual([
    { before: "rate", after: "schedule" },
    { before: "momentum", after: "nag" },
  ]);
});

test("the same order said twice is one pair, and disputed links are none", () => {
  const links = [
    link("gd", "prerequisite", "momentum"),
    link("momentum", "remedies", "gd"),
    link("rmsprop", "disputed", "adadelta"),
    link("gd", "prerequisite", "gd"),
  ];
  expect(precedences(links)).toEqual([{ before: "gd", after: "momentum" }]);
});

test("a group is what a concept belongs to and what belongs to it", () => {
  const links = [
    link("layer", "part-of", "cnn"),
    link("max", "kind-of", "layer"),
    link("cnn", "prerequisite", "layer"),
    link("filter", "part-of", "kernel"),
  ];
  expect(sameGroup(links, asId<ConceptId>("layer"))).toEqual(["cnn", "max"]);
});
