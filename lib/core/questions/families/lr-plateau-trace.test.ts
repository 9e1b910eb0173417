import { expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { lrPlateauTrace } from "./lr-plateau-trace";

type Params = Parameters<typeof lrPlateauTrace.ask>[0];
const params: Params = {
  losses: [1, 0.8, 0.81, 0.82, 0.79, 0.8, 0.8, 0.85],
  patience: 2,
  factor: 0.5,
  rate: 0.1,
  asks: "all",
};

const bare = (truth: ReturnType<typeof lrPlateauTrace.read> | null | undefined) =>
  truth?.kind === "grid"
    ? truth.rows.flat().map((rate) => Number(rate.toFixed(6)))
    : truth?.kind === "number"
      ? Number(truth.value.toFixed(6))
      : null;
function truthOf(asked: Params) {
  if (!lrPlateauTrace.legal(asked)) throw new Error("not legal");
  const run = runReference(lrPlateauTrace.solve(asked));
  if (!run.ok) throw new Error(run.error.message);
  return bare(lrPlateauTrace.read(run.value, asked));
}
const wrongly = (slip: string, asked = params) =>
  bare(
    lrPlateauTrace.mistakes
      .find((each) => each.slip === slip)
      ?.gives(asked, { kind: "number", value: 0, decimals: 5 }),
  );

it("cuts at bad report patience + 1 in a row", () => {
  expect(truthOf(params)).toEqual([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.05]);
  expect(truthOf({ ...params, asks: "last" })).toBe(0.05);
  expect(truthOf({ ...params, patience: 0, losses: [1, 1, 0.9, 0.95] })).toEqual([0.1, 0.05, 0.05, 0.025]);
});

it("names how the reports were miscounted", () => {
  expect(wrongly("count-not-reset")).toEqual([0.1, 0.1, 0.1, 0.1, 0.1, 0.05, 0.05, 0.05]);
  expect(wrongly("previous-for-best")).toEqual([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.05]);
  expect(wrongly("cut-early")).toEqual([0.1, 0.1, 0.1, 0.05, 0.05, 0.05, 0.025, 0.025]);
  expect(wrongly("cut-late")).toEqual(Array(8).fill(0.1));
  expect(wrongly("factor-subtracted", { ...params, factor: 0.2, asks: "last" })).toBe(0.08);
  expect(wrongly("counting-on-after-cut", { ...params, patience: 1, asks: "last" })).toBe(0.0125);
});

it("is trained by the rates that the reports lead to, ten steps from one to the next", () => {
  if (!lrPlateauTrace.beside) throw new Error("not trained");
  const [run, trained] = [lrPlateauTrace.solve(params), lrPlateauTrace.beside(params)].map(runReference);
  if (!run?.ok || !trained?.ok || trained.value.kind !== "batch") throw new Error("not run");
  const schedule = trained.value.outputs[0];
  if (!schedule?.ok || schedule.value.kind !== "schedule") throw new Error("no schedule");
  const truth = lrPlateauTrace.read(run.value, params);
  const held = [params.rate, ...(truth.kind === "grid" ? truth.rows.flat() : [])];
  expect(schedule.value.rates).toEqual(held.flatMap((rate) => Array(10).fill(rate)));
  const { scene } = lrPlateauTrace.explain(params, run.value, trained.value);
  expect(scene.kind === "lines" && scene.panels.map(({ series }) => series[0]?.points.length)).toEqual([
    8, 9, 91,
  ]);
});
