import { expect, test } from "vitest";
import { placeLabels } from "./label-places";

test("labels that meet are moved apart and keep their order", () => {
  expect(placeLabels([100, 100, 102], 18, 0, 300)).toEqual([100, 118, 136]);
  expect(placeLabels([102, 100], 18, 0, 300)).toEqual([118, 100]);
});

test("labels at the end are pushed back inside", () => {
  expect(placeLabels([290, 295, 299], 18, 0, 300)).toEqual([264, 282, 300]);
});

test("labels with room stay where they are", () => {
  expect(placeLabels([10, 80, 200], 18, 0, 300)).toEqual([10, 80, 200]);
});
