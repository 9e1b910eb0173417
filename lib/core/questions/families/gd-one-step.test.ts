import { expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { gdOneStep } from "./gd-one-step";

type Params = Parameters<typeof gdOneStep.ask>[0];
const params: Params = { loss: { kind: "square", a: 1, b: 3 }, start: [0], rate: 0.1, steps: 1 };

function truthOf(asked: Params) {
  if (!gdOneStep.legal(asked)) throw new Error("not legal");
  const run = runReference(gdOneStep.solve(asked));
  if (!run.ok) throw new Error(run.error.message);
  return rounded(gdOneStep.read(run.value, asked));
}
const rounded = (truth: ReturnType<typeof gdOneStep.read> | null | undefined) =>
  truth?.kind === "number"
    ? Number(truth.value.toFixed(6))
    : truth?.kind === "grid"
      ? truth.rows.flat().map((value) => Number(value.toFixed(6)))
      : null;
const wrongly = (slip: string, asked: Params) =>
  rounded(
    gdOneStep.mistakes
      .find((each) => each.slip === slip)
      ?.gives(asked, { kind: "number", value: 0, decimals: 4 }),
  );

it("steps down (w − 3)²", () => {
  expect(truthOf(params)).toBe(0.6);
  expect(truthOf({ ...params, steps: 2 })).toBe(1.08);
});

it("steps down a quartic and a loss of two weights", () => {
  expect(truthOf({ ...params, loss: { kind: "quartic", a: 1, b: -2 }, start: [2] })).toBe(-0.4);
  expect(truthOf({ ...params, loss: { kind: "two", a: 1, b: 5 }, start: [2, -1], steps: 2 })).toEqual([
    1.62, -0.25,
  ]);
});

it("writes the formula and its slope", () => {
  const { prompt } = gdOneStep.ask({ ...params, loss: { kind: "quartic", a: 0.5, b: -1 } });
  expect(prompt.en).toContain("f(w) = 0.5w⁴ − w²");
  expect(gdOneStep.ask(params).prompt.en).toContain("f(w) = (w − 3)²");
});

it("names how a step went wrong", () => {
  const two: Params = { ...params, steps: 2 };
  expect(wrongly("uphill", params)).toBe(-0.6);
  expect(wrongly("rate-missed", params)).toBe(6);
  expect(wrongly("value-for-slope", params)).toBe(-0.9);
  expect(wrongly("power-not-brought-down", params)).toBe(0.3);
  expect(wrongly("first-slope-reused", two)).toBe(1.2);
  expect(wrongly("first-slope-reused", params)).toBeNull();
});
