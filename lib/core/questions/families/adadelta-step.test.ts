import { expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { adadeltaStep } from "./adadelta-step";

type Params = Parameters<typeof adadeltaStep.ask>[0];
const params: Params = { rho: 0.95, gradients: [2, 2, 2], asks: "average" };

function truthOf(asked: Params): number {
  if (!adadeltaStep.legal(asked)) throw new Error("not legal");
  const run = runReference(adadeltaStep.solve(asked));
  if (!run.ok) throw new Error(run.error.message);
  const truth = adadeltaStep.read(run.value, asked);
  return truth.kind === "number" ? Number(truth.value.toFixed(8)) : Number.NaN;
}
function wrongly(slip: string, asked: Params): number | null {
  const mistake = adadeltaStep.mistakes.find((each) => each.slip === slip);
  const given = mistake?.gives(asked, { kind: "number", value: truthOf(asked), decimals: 6 });
  return given?.kind === "number" ? Number(given.value.toFixed(6)) : null;
}
const after = (steps: number, asks: Params["asks"]): Params => ({
  ...params,
  gradients: [2, 2, 2].slice(0, steps),
  asks,
});

it("follows the published rule, not the library's", () => {
  expect([1, 2, 3].map((steps) => truthOf(after(steps, "average")))).toEqual([0.2, 0.39, 0.5705]);
  expect([1, 2, 3].map((steps) => truthOf(after(steps, "move")))).toEqual([
    0.00447212, 0.0045291, 0.00456763,
  ]);
  expect(truthOf(after(1, "ratio"))).toBe(0.00223606);
});

it("names how the ratio was mistaken", () => {
  expect(wrongly("sum-for-average", params)).toBe(12);
  expect(wrongly("shares-swapped", params)).toBe(3.9995);
  expect(wrongly("not-squared", params)).toBe(0.28525);
  expect(wrongly("ratio-upside-down", after(1, "ratio"))).toBe(447.214714);
  expect(wrongly("rate-inserted", after(1, "ratio"))).toBe(0.223606);
  expect(wrongly("roots-missed", after(1, "ratio"))).toBe(0.000005);
  expect(wrongly("ratio-upside-down", params)).toBeNull();
});
