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

/** Weights after each step, to as many decimals as the published values have. */
const after = (decimals: number, changed: Partial<DescentProgram>) =>
  pathOf(changed).map((x) => Number(x?.toFixed(decimals)));
const hyper = { ...program.hyper, lr: 0.1, momentum: 0.9 };
const onSquare: Partial<DescentProgram> = {
  hyper,
  follows: { surface: { name: "quadratic", curvature: [2] } },
  start: [1],
  steps: 3,
};

test("NAG on w² has the published steps in both of its forms", () => {
  expect(after(5, { ...onSquare, rule: "nag-lookahead" })).toEqual([1, 0.8, 0.496, 0.17792]);
  expect(after(5, { ...onSquare, rule: "nag" })).toEqual([1, 0.62, 0.2224, -0.10835]);
});

test("Momentum's velocity tends to g / (1 − β)", () => {
  const gradients = Array<number>(400).fill(2);
  const run = runDescent({
    ...program,
    hyper,
    rule: "momentum",
    follows: { gradients },
    start: [1],
    steps: 400,
  });
  expect(run.ok && run.value.memory.at(-1)?.first).toBeCloseTo(20, 8);
});

test("Adagrad's steps shrink with the root of their count, and a rare weight keeps the larger rate", () => {
  const steps = (gradients: number[]) => {
    const run = runDescent({
      ...program,
      hyper: { ...hyper, eps: 1e-10 },
      rule: "adagrad",
      follows: { gradients },
      steps: gradients.length,
    });
    if (!run.ok) throw new Error(run.error.message);
    return run.value;
  };
  expect(steps([2, 2, 2]).deltas.map((delta) => Number(delta.toFixed(6)))).toEqual([
    -0.1, -0.070711, -0.057735,
  ]);
  expect(steps(Array<number>(10).fill(1)).rates.at(-1)).toBeCloseTo(0.031623, 6);
  expect(steps([...Array<number>(9).fill(0), 1]).rates.at(-1)).toBeCloseTo(0.1, 8);
});

test("Adadelta moves as its paper says", () => {
  const adadelta: Partial<DescentProgram> = {
    rule: "adadelta",
    hyper: { ...hyper, lr: 1, rho: 0.95, eps: 1e-6 },
    follows: { gradients: [2, 2, 2] },
    start: [1],
    steps: 3,
  };
  expect(after(8, adadelta)).toEqual([1, 0.99552788, 0.99099878, 0.98643114]);
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
