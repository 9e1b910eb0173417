import { expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { createRng } from "../../rng";
import { poolShiftTolerance } from "./pool-shift-tolerance";

type Params = Parameters<typeof poolShiftTolerance.ask>[0];
const one: Params = { side: 4, window: 2, peaks: [{ cell: [0, 0], value: 7 }], direction: "right" };
const two: Params = {
  side: 6,
  window: 2,
  peaks: [
    { cell: [0, 0], value: 7 },
    { cell: [5, 3], value: 4 },
  ],
  direction: "right",
};

function truthOf(params: Params) {
  if (!poolShiftTolerance.legal(params)) throw new Error("not legal");
  const run = runReference(poolShiftTolerance.solve(params));
  if (!run.ok) throw new Error(run.error.message);
  return poolShiftTolerance.read(run.value, params);
}
const wrongly = (slip: string, params: Params) =>
  poolShiftTolerance.mistakes.find((mistake) => mistake.slip === slip)?.gives(params, truthOf(params));

it("finds the output unchanged inside a window and moved across its border", () => {
  expect(truthOf(one)).toEqual({ kind: "choice", id: "unchanged" });
  expect(truthOf({ ...one, peaks: [{ cell: [2, 1], value: 7 }] })).toEqual({ kind: "choice", id: "moved" });
  expect(truthOf(two)).toEqual({ kind: "choice", id: "second-moved" });
  expect(
    truthOf({
      ...two,
      direction: "down",
      peaks: [
        { cell: [1, 0], value: 7 },
        { cell: [3, 5], value: 4 },
      ],
    }),
  ).toEqual({
    kind: "choice",
    id: "moved",
  });
});

it("refuses a peak that would leave the map", () => {
  expect(poolShiftTolerance.legal({ ...one, peaks: [{ cell: [0, 3], value: 7 }] })).toBe(false);
});

it("names what was assumed", () => {
  expect(wrongly("always-changes", one)).toEqual({ kind: "choice", id: "moved" });
  expect(wrongly("never-changes", two)).toEqual({ kind: "choice", id: "unchanged" });
  expect(wrongly("peaks-mixed-up", two)).toEqual({ kind: "choice", id: "first-moved" });
  expect(wrongly("spread-over-both", one)).toEqual({ kind: "choice", id: "both" });
});

it.each([2, 3] as const)("draws every outcome of two bright cells at level %i", (level) => {
  const drawn = Array.from({ length: 200 }, (_, seed) => poolShiftTolerance.draw(createRng(seed), level));
  const ids = drawn.map((params) => JSON.stringify(truthOf(params)));
  expect(new Set(ids)).toEqual(
    new Set(
      ["unchanged", "moved", "first-moved", "second-moved"].map((id) =>
        JSON.stringify({ kind: "choice", id }),
      ),
    ),
  );
});
