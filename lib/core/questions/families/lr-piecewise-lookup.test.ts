import { expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { lrPiecewiseLookup } from "./lr-piecewise-lookup";

type Params = Parameters<typeof lrPiecewiseLookup.ask>[0];
const params: Params = { rate: 0.1, factor: 0.1, boundaries: [30, 60, 80], epoch: 60 };

function truthOf(asked: Params): number {
  if (!lrPiecewiseLookup.legal(asked)) throw new Error("not legal");
  const run = runReference(lrPiecewiseLookup.solve(asked));
  if (!run.ok) throw new Error(run.error.message);
  const truth = lrPiecewiseLookup.read(run.value, asked);
  return truth.kind === "number" ? Number(truth.value.toFixed(8)) : Number.NaN;
}
function wrongly(slip: string, asked: Params): number | null {
  const given = lrPiecewiseLookup.mistakes
    .find((each) => each.slip === slip)
    ?.gives(asked, { kind: "number", value: truthOf(asked), decimals: 5 });
  return given?.kind === "number" ? Number(given.value.toFixed(6)) : null;
}

it("takes the next value from the boundary on", () => {
  expect([0, 29, 30, 59, 60, 79, 80].map((epoch) => truthOf({ ...params, epoch }))).toEqual([
    0.1, 0.1, 0.01, 0.01, 0.001, 0.001, 0.0001,
  ]);
});

it("names how the pieces were miscounted", () => {
  expect(wrongly("boundary-late", params)).toBe(0.01);
  expect(wrongly("boundary-early", { ...params, epoch: 59 })).toBe(0.001);
  expect(wrongly("boundary-early", params)).toBeNull();
  expect(wrongly("cuts-not-gathered", params)).toBe(0.01);
  expect(wrongly("one-piece-more", params)).toBe(0.0001);
  expect(wrongly("factor-subtracted", params)).toBe(0.08);
  expect(wrongly("first-rate-kept", params)).toBe(0.1);
});
