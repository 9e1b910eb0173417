import { expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { momentumVelocitySteps } from "./momentum-velocity-steps";

type Params = Parameters<typeof momentumVelocitySteps.ask>[0];
const constant: Params = {
  rate: 0.1,
  beta: 0.9,
  start: 1,
  gradients: [2, 2, 2],
  bowl: 0,
  steps: 3,
  asks: "velocity",
};

function truthOf(params: Params): number {
  if (!momentumVelocitySteps.legal(params)) throw new Error("not legal");
  const run = runReference(momentumVelocitySteps.solve(params));
  if (!run.ok) throw new Error(run.error.message);
  const truth = momentumVelocitySteps.read(run.value, params);
  return truth.kind === "number" ? Number(truth.value.toFixed(6)) : Number.NaN;
}
function wrongly(slip: string, params: Params): number | null {
  const mistake = momentumVelocitySteps.mistakes.find((each) => each.slip === slip);
  const given = mistake?.gives(params, { kind: "number", value: truthOf(params), decimals: 4 });
  return given?.kind === "number" ? Number(given.value.toFixed(6)) : null;
}
const first = (steps: number): Params => ({
  ...constant,
  gradients: constant.gradients.slice(0, steps),
  steps,
});

it("gathers speed while the gradient keeps its direction", () => {
  expect([1, 2, 3].map((steps) => truthOf(first(steps)))).toEqual([2, 3.8, 5.42]);
  expect([1, 2, 3].map((steps) => truthOf({ ...first(steps), asks: "weight" }))).toEqual([0.8, 0.42, -0.122]);
});

it("tends to a step of η g / (1 − β)", () => {
  expect(truthOf({ ...first(1), asks: "limit" })).toBeCloseTo(2, 5);
});

it("takes its gradients from the loss w² where they are not given", () => {
  const bowl: Params = { ...constant, gradients: [], bowl: 1, asks: "weight" };
  expect([1, 2, 3].map((steps) => truthOf({ ...bowl, steps }))).toEqual([0.8, 0.46, 0.062]);
});

it("names how the velocity was mistaken", () => {
  expect(wrongly("no-memory", constant)).toBe(2);
  expect(wrongly("averaged", constant)).toBe(0.542);
  expect(wrongly("beta-on-gradient", constant)).toBe(5.4);
  expect(wrongly("uphill", { ...constant, asks: "weight" })).toBe(2.122);
  expect(wrongly("rate-missed", { ...constant, asks: "weight" })).toBe(-10.22);
  expect(wrongly("rate-missed", { ...first(1), asks: "limit" })).toBe(20);
});

it("writes workings that come out, also from float32 numbers that nearly cancel", () => {
  const bowl: Params = { rate: 0.1, beta: 0.6, start: 2, gradients: [], bowl: 3, steps: 3, asks: "weight" };
  const run = runReference(momentumVelocitySteps.solve(bowl));
  if (!run.ok || run.value.kind !== "batch") throw new Error("not run");
  const rested = structuredClone(run.value);
  for (const each of rested.outputs)
    if (each.ok && each.value.kind === "descent")
      each.value.theta = each.value.theta.map((place) => place.map((w) => w + 7e-7));
  expect(momentumVelocitySteps.explain(bowl, rested).steps).toEqual(
    momentumVelocitySteps.explain(bowl, run.value).steps,
  );
});
