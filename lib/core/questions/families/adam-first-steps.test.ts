import { expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { createRng } from "../../rng";
import { adamFirstSteps } from "./adam-first-steps";

type Params = Parameters<typeof adamFirstSteps.ask>[0];
const params: Params = { rate: 0.1, beta1: 0.9, beta2: 0.999, start: 1, gradients: [2, -1, 3], asks: "mean" };

function truthOf(asked: Params): number {
  if (!adamFirstSteps.legal(asked)) throw new Error("not legal");
  const run = runReference(adamFirstSteps.solve(asked));
  if (!run.ok) throw new Error(run.error.message);
  const truth = adamFirstSteps.read(run.value, asked);
  return truth.kind === "number" ? Number(truth.value.toFixed(6)) : Number.NaN;
}
function wrongly(slip: string, asked: Params): number | null {
  const mistake = adamFirstSteps.mistakes.find((each) => each.slip === slip);
  const given = mistake?.gives(asked, { kind: "number", value: truthOf(asked), decimals: 4 });
  return given?.kind === "number" ? Number(given.value.toFixed(6)) : null;
}
const after = (steps: number, asks: Params["asks"]): Params => ({
  ...params,
  gradients: [2, -1, 3].slice(0, steps),
  asks,
});

it("corrects both averages and moves by about the rate", () => {
  expect([1, 2, 3].map((steps) => truthOf(after(steps, "mean")))).toEqual([2, 0.421053, 1.372694]);
  expect([1, 2, 3].map((steps) => truthOf(after(steps, "square")))).toEqual([4, 2.49925, 4.668335]);
  expect([1, 2, 3].map((steps) => truthOf(after(steps, "weight")))).toEqual([0.9, 0.873366, 0.809834]);
  expect(truthOf(after(1, "size"))).toBe(0.1);
});

it("names how the averages were mistaken", () => {
  expect(wrongly("no-correction", after(1, "size"))).toBe(0.316228);
  expect(wrongly("counted-from-zero", after(2, "mean"))).toBe(0.8);
  expect(wrongly("betas-swapped", after(2, "mean"))).toBe(0.49925);
  expect(wrongly("plain-mean", after(2, "mean"))).toBe(0.5);
  expect(wrongly("root-missed", after(1, "size"))).toBe(0.05);
  expect(wrongly("plain-step", after(1, "size"))).toBe(0.2);
  expect(wrongly("counted-from-zero", after(1, "size"))).toBeNull();
});

it("asks at each level for what no other level asks", () => {
  const asked = ([1, 2, 3] as const).map(
    (level) =>
      new Set(
        Array.from({ length: 60 }, (_, seed) => adamFirstSteps.draw(createRng(seed), level)).map(
          ({ asks, gradients }) => `${asks} after ${gradients.length}`,
        ),
      ),
  );
  expect(asked.map((each) => each.size > 1)).toEqual([true, true, true]);
  expect(new Set(asked.flatMap((each) => [...each])).size).toBe(
    asked.reduce((sum, { size }) => sum + size, 0),
  );
});

it("compares the first step with and without the correction, and says where they are the same", () => {
  const found = (asked: Params) => {
    const run = runReference(adamFirstSteps.solve(asked));
    if (!run.ok) throw new Error(run.error.message);
    const { scene } = adamFirstSteps.explain(asked, run.value);
    return scene.kind === "lines" ? scene.finding.en : "";
  };
  expect(found(params)).toMatch(/3\.16 times as long\.$/);
  expect(found({ ...params, beta2: 0.99 })).toMatch(/the first one is the same\.$/);
});

it("writes the power of β so that it cannot be taken for that of 1 − β", () => {
  const said = adamFirstSteps.mistakes.find(({ slip }) => slip === "no-correction")?.say(params);
  expect(said?.en).toContain("1 − β³ ");
  expect(said?.ko).toContain("1 − β³으로");
});
