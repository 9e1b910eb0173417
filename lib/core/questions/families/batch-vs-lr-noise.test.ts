import { expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { createRng } from "../../rng";
import { batchVsLrNoise } from "./batch-vs-lr-noise";

type Params = Parameters<typeof batchVsLrNoise.ask>[0];
const params: Params = {
  rate: 0.1,
  batch: 8,
  otherRate: 0.1,
  otherBatch: 32,
  seed: 1,
  asks: "rate",
  turn: 0,
};

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

it("finds by training which rate keeps the jitter at another batch size", () => {
  expect(truthOf(params)).toBe(0.4);
  expect(truthOf({ ...params, rate: 0.2, otherRate: 0.2, otherBatch: 4 })).toBe(0.1);
});

it("finds by training the noisier of two settings", () => {
  const which: Params = { ...params, asks: "which" };
  expect(truthOf(which)).toBe("first");
  expect(truthOf({ ...which, otherRate: 0.4 })).toBe("same");
  expect(truthOf({ ...which, rate: 0.05, otherRate: 0.4 })).toBe("second");
});

it("decides by what was measured: a training that jitters otherwise has another answer", () => {
  const run = runReference(batchVsLrNoise.solve(params));
  if (!run.ok || run.value.kind !== "jitter") throw new Error("not trained");
  const [now, scaled, ...others] = run.value.runs;
  if (!now || !scaled) throw new Error("not trained");
  expect(scaled.variance / now.variance).toBeCloseTo(1, 0);
  const swapped = { ...run.value, runs: [now, ...others, scaled] };
  expect(bare(batchVsLrNoise.read(swapped, params))).not.toBe(0.4);
});

it("draws both paths, step by step", () => {
  const run = runReference(batchVsLrNoise.solve(params));
  const { scene } = batchVsLrNoise.explain(params, (run.ok && run.value) as never);
  if (scene.kind !== "lines") throw new Error("no plot");
  const [paths] = scene.panels;
  expect(paths?.series.slice(0, 2).map(({ points }) => points.length)).toEqual([61, 61]);
  expect(paths?.series.slice(0, 2).every(({ points }) => new Set(points.map(([, y]) => y)).size > 50)).toBe(
    true,
  );
  expect(scene.stops.at(-1)).toBe(60);
});

it("names what was mistaken", () => {
  const which: Params = { ...params, asks: "which" };
  expect(wrongly("scaled-other-way", params)).toBe(0.025);
  expect(wrongly("rate-kept", params)).toBe(0.1);
  expect(wrongly("root-scaled", params)).toBe(0.2);
  expect(wrongly("added", params)).toBe(0.19375);
  expect(wrongly("added", { ...params, batch: 32, otherBatch: 4 })).toBeNull();
  expect(wrongly("small-batch-calm", which)).toBe("second");
  expect(wrongly("rate-alone", which)).toBe("same");
  expect(wrongly("batch-alone", which)).toBe("first");
  expect(wrongly("batch-alone", params)).toBeNull();
});

it("draws batches smaller than the data, and says how they are drawn from it", () => {
  for (let seed = 0; seed < 100; seed += 1) {
    const drawn = batchVsLrNoise.draw(createRng(seed), ((seed % 3) + 1) as 1 | 2 | 3);
    const program = batchVsLrNoise.solve(drawn);
    const size = program.kind === "jitter" ? program.samples.length : 0;
    expect(Math.max(drawn.batch, drawn.otherBatch)).toBeLessThan(size);
  }
  const [given] = batchVsLrNoise.ask(params).given;
  expect(given?.en).toContain("with replacement");
  expect(given?.ko).toContain("복원 추출");
});
