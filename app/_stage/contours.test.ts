import { expect, test } from "vitest";
import { contourPaths } from "./contours";

const view = { x: [-2, 2] as [number, number], y: [-1, 1] as [number, number] };
/** Corners of the first ring of a path. */
const pointsOf = (path: string) =>
  path
    .slice(1, path.indexOf("Z"))
    .split("L")
    .map((point) => point.split(" ").map(Number) as [number, number]);

test("lines lie where the loss is the same", () => {
  const [width, height] = [400, 200];
  const [, , third = ""] = contourPaths({ name: "quadratic", curvature: [1, 1] }, view, width, height);
  // The hole of "this high or higher" is the last ring: a circle around the middle.
  const hole = third.slice(third.lastIndexOf("M"));
  const distances = pointsOf(hole).map(([x, y]) => Math.hypot(x / 100 - 2, y / 100 - 1));
  expect(Math.max(...distances) - Math.min(...distances)).toBeLessThan(0.03);
});

test("a saddle's lines run to the edges and no number is missing", () => {
  const paths = contourPaths({ name: "saddle" }, view, 300, 200);
  expect(paths.length).toBeGreaterThan(8);
  expect(paths.join("")).not.toMatch(/NaN|undefined/);
});
