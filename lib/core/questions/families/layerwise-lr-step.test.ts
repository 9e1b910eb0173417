import { expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { layerwiseLrStep } from "./layerwise-lr-step";

type Params = Parameters<typeof layerwiseLrStep.ask>[0];
const step: Params = {
  gradients: [2, 4],
  weights: [1, 1],
  rates: [0.1, 0.01],
  purpose: "even",
  asks: "update",
  turn: 0,
};
const order: Params = {
  ...step,
  gradients: [0.1, 0.4, 1.6],
  weights: [1, 1, 1],
  rates: [0.1, 0.1, 0.1],
  asks: "order",
};

const bare = (truth: ReturnType<typeof layerwiseLrStep.read> | null | undefined) =>
  truth?.kind === "grid"
    ? truth.rows.flat().map((value) => Number(value.toFixed(6)))
    : truth?.kind === "choice"
      ? truth.id
      : null;
function truthOf(asked: Params) {
  if (!layerwiseLrStep.legal(asked)) throw new Error("not legal");
  const run = runReference(layerwiseLrStep.solve(asked));
  if (!run.ok) throw new Error(run.error.message);
  return bare(layerwiseLrStep.read(run.value, asked));
}
const wrongly = (slip: string, asked: Params, id = "") =>
  bare(layerwiseLrStep.mistakes.find((each) => each.slip === slip)?.gives(asked, { kind: "choice", id }));

it("moves every layer by its own rate", () => {
  expect(truthOf(step)).toEqual([0.8, 0.96]);
});

it("finds the rates for a purpose by trying them: another experiment, another answer", () => {
  expect(truthOf(order)).toBe("input-large");
  expect(truthOf({ ...order, gradients: [1.6, 0.4, 0.1] })).toBe("output-large");
  expect(truthOf({ ...order, gradients: [1, 1, 1] })).toBe("equal");
  expect(truthOf({ ...order, purpose: "keep" })).toBe("output-large");
});

it("names what was mistaken", () => {
  expect(wrongly("one-rate-for-all", step)).toEqual([0.8, 0.6]);
  expect(wrongly("rates-reversed", step)).toEqual([0.98, 0.6]);
  expect(wrongly("uphill", step)).toEqual([1.2, 1.04]);
  expect(wrongly("order-reversed", order, "input-large")).toBe("output-large");
  expect(wrongly("equal-chosen", order)).toBe("equal");
  expect(wrongly("equal-chosen", step)).toBeNull();
});
