import { expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { rmspropStep } from "./rmsprop-step";

type Params = Parameters<typeof rmspropStep.ask>[0];
const params: Params = { rate: 0.1, rho: 0.9, start: 1, gradients: [2, 2, 2], asks: "average" };

function truthOf(asked: Params): number {
  if (!rmspropStep.legal(asked)) throw new Error("not legal");
  const run = runReference(rmspropStep.solve(asked));
  if (!run.ok) throw new Error(run.error.message);
  const truth = rmspropStep.read(run.value, asked);
  return truth.kind === "number" ? Number(truth.value.toFixed(6)) : Number.NaN;
}
function wrongly(slip: string, asked: Params): number | null {
  const mistake = rmspropStep.mistakes.find((each) => each.slip === slip);
  const given = mistake?.gives(asked, { kind: "number", value: truthOf(asked), decimals: 4 });
  return given?.kind === "number" ? Number(given.value.toFixed(6)) : null;
}

it("averages the squares and divides by the root", () => {
  expect([1, 2, 3].map((steps) => truthOf({ ...params, gradients: [2, 2, 2].slice(0, steps) }))).toEqual([
    0.4, 0.76, 1.084,
  ]);
  expect(truthOf({ ...params, asks: "rate" })).toBe(0.096047);
  expect(truthOf({ ...params, gradients: [2], asks: "weight" })).toBe(0.683772);
});

it("names how the average was mistaken", () => {
  expect(wrongly("sum-for-average", params)).toBe(12);
  expect(wrongly("shares-swapped", params)).toBe(3.996);
  expect(wrongly("not-squared", params)).toBe(0.542);
  expect(wrongly("nothing-kept", params)).toBe(0.4);
  expect(wrongly("root-missed", { ...params, asks: "rate" })).toBe(0.092251);
  expect(wrongly("root-missed", params)).toBeNull();
  expect(wrongly("no-division", { ...params, asks: "weight" })).toBe(0.4);
});
