import { expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { batchGradientMean } from "./batch-gradient-mean";

type Params = Parameters<typeof batchGradientMean.ask>[0];
const params: Params = { gradients: [1, 3, -2, 6], rate: 0.1, start: 1, asks: "weight" };

function truthOf(asked: Params): number {
  if (!batchGradientMean.legal(asked)) throw new Error("not legal");
  const run = runReference(batchGradientMean.solve(asked));
  if (!run.ok) throw new Error(run.error.message);
  const truth = batchGradientMean.read(run.value, asked);
  return truth.kind === "number" ? Number(truth.value.toFixed(6)) : Number.NaN;
}
function wrongly(slip: string, asked: Params): number | null {
  const given = batchGradientMean.mistakes
    .find((each) => each.slip === slip)
    ?.gives(asked, { kind: "number", value: truthOf(asked), decimals: 4 });
  return given?.kind === "number" ? Number(given.value.toFixed(6)) : null;
}

it("averages the gradients and moves once", () => {
  expect(truthOf({ ...params, asks: "mean" })).toBe(2);
  expect(truthOf(params)).toBe(0.8);
});

it("names what was used for the mean", () => {
  expect(wrongly("sum-for-mean", params)).toBe(0.2);
  expect(wrongly("first-sample-only", params)).toBe(0.9);
  expect(wrongly("last-sample-only", params)).toBe(0.4);
  expect(wrongly("sizes-averaged", params)).toBe(0.7);
  expect(wrongly("uphill", params)).toBe(1.2);
  expect(wrongly("rate-missed", params)).toBe(-1);
});

it("writes a working that comes out", () => {
  const asked: Params = { gradients: [1, 1, 2, 0, 2, 1], rate: 0.1, start: 0.5, asks: "weight" };
  const run = runReference(batchGradientMean.solve(asked));
  if (!run.ok) throw new Error(run.error.message);
  const { steps } = batchGradientMean.explain(asked, run.value);
  expect(steps.map(({ en }) => en)).toEqual([
    "(1 + 1 + 2 + 0 + 2 + 1) / 6 = 1.16667",
    "0.5 − 0.1 × 1.16667 = 0.383333",
  ]);
});
