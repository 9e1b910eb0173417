import { expect, test } from "vitest";
import { runDescent } from "./descent";
import type { DescentProgram, Rule } from "./descent-program";

const program: DescentProgram = {
  kind: "descent",
  rule: "sgd",
  hyper: { lr: 0.5, momentum: 0.5, alpha: 0, rho: 0, beta1: 0, beta2: 0, eps: 0 },
  follows: { surface: { name: "quadratic", curvature: [1] } },
  start: [8],
  steps: 2,
};
const pathOf = (changed: Partial<DescentProgram>): (number | undefined)[] => {
  const run = runDescent({ ...program, ...changed });
  if (!run.ok) throw new Error(run.error.message);
  return run.value.theta.map(([x]) => x);
};

test("a rate for each step takes the place of the one rate", () => {
  expect(pathOf({})).toEqual([8, 4, 2]);
  expect(pathOf({ rates: [0.25, 0.5] })).toEqual([8, 6, 3]);
  expect(pathOf({ rates: [0, 1] })).toEqual([8, 8, 0]);
});

test.each<[Rule, number[]]>([
  ["momentum", [8, 6, 1]],
  ["nag", [8, 5, 0.25]],
  // It looks ahead by the second rate: the gradient is taken at 6 − 0.5·0.5·8 = 4.
  ["nag-lookahead", [8, 6, 2]],
  ["adagrad", [8, 7.75, 7.4021]],
])("%s moves by the rate of each step", (rule, path) => {
  expect(pathOf({ rule, rates: [0.25, 0.5] }).map((x) => Number(x?.toFixed(4)))).toEqual(path);
});

test("noise is added to the gradient of its step", () => {
  expect(pathOf({ noise: [[2], [-3]] })).toEqual([8, 3, 3]);
});

test.each([
  { rates: [0.5] },
  { rates: [0.5, Number.NaN] },
  { noise: [[1]] },
  {
    noise: [
      [1, 2],
      [3, 4],
    ],
  },
])("%j is refused", (changed) => {
  expect(runDescent({ ...program, ...changed })).toMatchObject({ ok: false, error: { kind: "bad-field" } });
});
