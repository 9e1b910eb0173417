import { expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { batchVsLrNoise } from "./batch-vs-lr-noise";

type Params = Parameters<typeof batchVsLrNoise.ask>[0];
const params: Params = { rate: 0.1, batch: 32, otherRate: 0.1, otherBatch: 128, asks: "rate", turn: 0 };

const bare = (truth: ReturnType<typeof batchVsLrNoise.read> | null | undefined) =>
  truth?.kind === "number" ? Number(truth.value.toFixed(6)) : truth?.kind === "choice" ? truth.id : null;
function truthOf(asked: Params) {
  if (!batchVsLrNoise.legal(asked)) throw new Error("not legal");
  const run = runReference(batchVsLrNoise.solve(asked));
  if (!run.ok) throw new Error(run.error.message);
  return bare(batchVsLrNoise.read(run.value, asked));
}
const wrongly = (slip: string, asked: Params) =>
  bare(batchVsLrNoise.mistakes.find((each) => each.slip === slip)?.gives(asked, { kind: "choice", id: "" }));

it("scales the rate with the batch to keep the noise", () => {
  expect(truthOf(params)).toBe(0.4);
  expect(truthOf({ ...params, otherBatch: 16 })).toBe(0.05);
});

it("finds the noisier of two settings", () => {
  const which: Params = { ...params, asks: "which" };
  expect(truthOf(which)).toBe("first");
  expect(truthOf({ ...which, otherRate: 0.4 })).toBe("same");
  expect(truthOf({ ...which, otherRate: 0.8 })).toBe("second");
});

it("names what was mistaken", () => {
  const which: Params = { ...params, asks: "which" };
  expect(wrongly("scaled-other-way", params)).toBe(0.025);
  expect(wrongly("rate-kept", params)).toBe(0.1);
  expect(wrongly("root-scaled", params)).toBe(0.2);
  expect(wrongly("small-batch-calm", which)).toBe("second");
  expect(wrongly("rate-alone", which)).toBe("same");
  expect(wrongly("batch-alone", which)).toBe("first");
  expect(wrongly("batch-alone", params)).toBeNull();
});
