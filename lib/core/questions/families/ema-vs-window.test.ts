import { expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { emaVsWindow } from "./ema-vs-window";

type Params = Parameters<typeof emaVsWindow.ask>[0];
const params: Params = { rho: 0.9, series: [1, 1, 1, 1, 9], age: 2, asks: "average" };

function truthOf(asked: Params): number {
  if (!emaVsWindow.legal(asked)) throw new Error("not legal");
  const run = runReference(emaVsWindow.solve(asked));
  if (!run.ok) throw new Error(run.error.message);
  const truth = emaVsWindow.read(run.value, asked);
  return truth.kind === "number" ? Number(truth.value.toFixed(5)) : Number.NaN;
}
function wrongly(slip: string, asked: Params): number | null {
  const given = emaVsWindow.mistakes
    .find((each) => each.slip === slip)
    ?.gives(asked, { kind: "number", value: truthOf(asked), decimals: 4 });
  return given?.kind === "number" ? Number(given.value.toFixed(5)) : null;
}

it("averages with weights that fade by ρ", () => {
  const weights = [0, 1, 2, 3, 4].map((age) => truthOf({ ...params, age, asks: "weight" }));
  expect(weights).toEqual([0.1, 0.09, 0.081, 0.0729, 0.06561]);
  expect(truthOf(params)).toBe(1.20951);
  expect(truthOf({ ...params, asks: "corrected" })).toBe(2.95355);
  expect(truthOf({ ...params, asks: "length" })).toBeCloseTo(10, 4);
});

it("names what the average was taken for", () => {
  expect(wrongly("plain-mean", params)).toBe(2.6);
  expect(wrongly("hard-window", params)).toBe(3.66667);
  expect(wrongly("shares-swapped", params)).toBe(8.19999);
  expect(wrongly("bias-kept", { ...params, asks: "corrected" })).toBe(1.20951);
  expect(wrongly("weights-equal", { ...params, asks: "weight" })).toBe(0.1);
  expect(wrongly("share-missed", { ...params, asks: "weight" })).toBe(0.81);
  expect(wrongly("age-from-one", { ...params, asks: "weight" })).toBe(0.09);
  expect(wrongly("one-over-rho", { ...params, asks: "length" })).toBe(1.11111);
  expect(wrongly("share-as-length", { ...params, rho: 0.8, asks: "length" })).toBe(20);
});

it("writes the power of ρ so that it cannot be taken for that of 1 − ρ", () => {
  const said = emaVsWindow.mistakes.find(({ slip }) => slip === "bias-kept")?.say(params);
  expect(said?.en).toContain("1 − 0.9⁵ ");
  expect(said?.ko).toContain("1 − 0.9⁵뿐");
});
