import { expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { adagradEffectiveLr } from "./adagrad-effective-lr";

type Params = Parameters<typeof adagradEffectiveLr.ask>[0];
const params: Params = {
  rate: 0.1,
  frequent: [2, 2, 2],
  rare: [0, 2, 0],
  asks: "rate",
  isRareFirst: false,
};
const ten: Params = {
  ...params,
  frequent: Array(10).fill(1),
  rare: [0, 0, 0, 1, 0, 0, 0, 0, 0, 0],
  asks: "ratio",
};

function truthOf(asked: Params) {
  if (!adagradEffectiveLr.legal(asked)) throw new Error("not legal");
  const run = runReference(adagradEffectiveLr.solve(asked));
  if (!run.ok) throw new Error(run.error.message);
  const truth = adagradEffectiveLr.read(run.value, asked);
  return truth.kind === "number" ? Number(truth.value.toFixed(6)) : truth;
}
function wrongly(slip: string, asked: Params) {
  const given = adagradEffectiveLr.mistakes
    .find((each) => each.slip === slip)
    ?.gives(asked, { kind: "number", value: Number(truthOf(asked)), decimals: 5 });
  return given?.kind === "number" ? Number(given.value.toFixed(6)) : given;
}

it("shrinks the rate by the root of the squares so far", () => {
  const after = (steps: number): Params => ({
    ...params,
    frequent: [2, 2, 2].slice(0, steps),
    rare: [2, 0, 0].slice(0, steps),
  });
  expect([1, 2, 3].map((steps) => truthOf(after(steps)))).toEqual([0.05, 0.035355, 0.028868]);
});

it("leaves a seldom seen parameter the larger rate", () => {
  expect(truthOf(ten)).toBe(3.162278);
  expect(truthOf({ ...ten, asks: "larger" })).toEqual({ kind: "choice", id: "rare" });
  expect(truthOf({ ...params, rare: [4, 0, 0], asks: "larger" })).toEqual({ kind: "choice", id: "frequent" });
});

it("names how the sum was mistaken", () => {
  expect(wrongly("not-squared", params)).toBe(0.040825);
  expect(wrongly("root-missed", params)).toBe(0.008333);
  expect(wrongly("rate-unchanged", params)).toBe(0.1);
  expect(wrongly("last-only", params)).toBe(0.05);
  expect(wrongly("frequent-larger", ten)).toBe(0.316228);
  expect(wrongly("frequent-larger", { ...ten, asks: "larger" })).toEqual({ kind: "choice", id: "frequent" });
});
