import { expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { lrPowerDecay } from "./lr-power-decay";

type Params = Parameters<typeof lrPowerDecay.ask>[0];
const params: Params = { rate: 0.1, s: 20, c: 1, t: 60 };

function truthOf(asked: Params): number {
  if (!lrPowerDecay.legal(asked)) throw new Error("not legal");
  const run = runReference(lrPowerDecay.solve(asked));
  if (!run.ok) throw new Error(run.error.message);
  const truth = lrPowerDecay.read(run.value, asked);
  return truth.kind === "number" ? Number(truth.value.toFixed(8)) : Number.NaN;
}
function wrongly(slip: string, asked: Params): number | null {
  const given = lrPowerDecay.mistakes
    .find((each) => each.slip === slip)
    ?.gives(asked, { kind: "number", value: truthOf(asked), decimals: 5 });
  return given?.kind === "number" ? Number(given.value.toFixed(6)) : null;
}

it("falls by the formula of the notes", () => {
  expect(truthOf(params)).toBe(0.025);
  expect(truthOf({ ...params, c: 0.5 })).toBe(0.05);
});

it("names how the formula was mistaken", () => {
  const root: Params = { ...params, c: 0.5 };
  expect(wrongly("power-ignored", root)).toBe(0.025);
  expect(wrongly("power-multiplied", root)).toBe(0.05);
  expect(wrongly("power-ignored", params)).toBeNull();
  expect(wrongly("one-missed", params)).toBe(0.033333);
  expect(wrongly("exponential-instead", params)).toBe(0.0001);
  expect(wrongly("linear-instead", { ...params, t: 10 })).toBe(0.075);
});
