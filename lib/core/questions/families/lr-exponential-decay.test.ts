import { expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { lrExponentialDecay } from "./lr-exponential-decay";

type Params = Parameters<typeof lrExponentialDecay.ask>[0];
const params: Params = { rate: 0.1, s: 20, t: 20 };

function truthOf(asked: Params): number {
  if (!lrExponentialDecay.legal(asked)) throw new Error("not legal");
  const run = runReference(lrExponentialDecay.solve(asked));
  if (!run.ok) throw new Error(run.error.message);
  const truth = lrExponentialDecay.read(run.value, asked);
  return truth.kind === "number" ? Number(truth.value.toFixed(8)) : Number.NaN;
}
function wrongly(slip: string, asked: Params): number | null {
  const given = lrExponentialDecay.mistakes
    .find((each) => each.slip === slip)
    ?.gives(asked, { kind: "number", value: truthOf(asked), decimals: 5 });
  return given?.kind === "number" ? Number(given.value.toFixed(6)) : null;
}

it("falls to a tenth every s updates", () => {
  expect(truthOf(params)).toBe(0.01);
  expect(truthOf({ ...params, t: 50 })).toBe(0.00031623);
});

it("names how the formula was mistaken", () => {
  const later: Params = { ...params, t: 50 };
  expect(wrongly("tenth-each-update", params)).toBe(0);
  expect(wrongly("base-e", params)).toBe(0.036788);
  expect(wrongly("linear-instead", { ...params, t: 10 })).toBe(0.055);
  expect(wrongly("divided-once", later)).toBe(0.004);
  expect(wrongly("stairs-instead", later)).toBe(0.001);
  expect(wrongly("exponent-turned", later)).toBe(0.039811);
  expect(wrongly("stairs-instead", params)).toBeNull();
});
