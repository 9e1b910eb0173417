import { expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { edgePixelUsage } from "./edge-pixel-usage";

const corner = { side: 5, kernel: 3, padding: 0, stride: 1, cell: [0, 0] as [number, number] };

function usesOf(params: unknown): unknown {
  if (!edgePixelUsage.legal(params)) throw new Error("not legal");
  const run = runReference(edgePixelUsage.solve(params));
  return run.ok && edgePixelUsage.read(run.value, params);
}
const wrongly = (slip: string, params: typeof corner) =>
  edgePixelUsage.mistakes
    .find((mistake) => mistake.slip === slip)
    ?.gives(params, usesOf(params) as { kind: "integer"; value: number });

it("counts one use for a corner, nine for the middle, and four for a padded corner", () => {
  expect(usesOf(corner)).toEqual({ kind: "integer", value: 1 });
  expect(usesOf({ ...corner, cell: [2, 2] })).toEqual({ kind: "integer", value: 9 });
  expect(usesOf({ ...corner, cell: [0, 2] })).toEqual({ kind: "integer", value: 3 });
  expect(usesOf({ ...corner, padding: 1 })).toEqual({ kind: "integer", value: 4 });
  expect(usesOf({ ...corner, padding: 1, stride: 2 })).toEqual({ kind: "integer", value: 1 });
});

it("names what was overlooked", () => {
  expect(wrongly("every-place", corner)).toMatchObject({ value: 9 });
  expect(wrongly("never-used", corner)).toMatchObject({ value: 0 });
  expect(wrongly("padding-ignored", { ...corner, padding: 1 })).toMatchObject({ value: 1 });
  expect(wrongly("padding-ignored", corner)).toBeNull();
  expect(wrongly("one-axis", { ...corner, cell: [2, 1] })).toMatchObject({ value: 3 });
  expect(wrongly("axes-added", { ...corner, cell: [2, 1] })).toMatchObject({ value: 5 });
  expect(wrongly("stride-ignored", { ...corner, padding: 1, stride: 2 })).toMatchObject({ value: 4 });
});

it("says of the cell itself where it is used, wherever it lies", () => {
  const inner = { side: 4, kernel: 3, padding: 0, stride: 1, cell: [1, 1] as [number, number] };
  for (const slip of ["never-used", "every-place"]) {
    const said = edgePixelUsage.mistakes.find((each) => each.slip === slip)?.say(inner);
    expect(said?.en).toContain("at 2 positions down and 2 across");
    expect(said?.en).not.toContain("border");
    expect(said?.ko).not.toContain("가장자리");
  }
});
