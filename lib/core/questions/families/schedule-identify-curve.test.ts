import { expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { scheduleIdentifyCurve } from "./schedule-identify-curve";

type Params = Parameters<typeof scheduleIdentifyCurve.ask>[0];
const params: Params = {
  kind: "power",
  options: ["power", "exponential", "piecewise", "performance", "onecycle"],
  rate: 0.1,
  s: 10,
  cuts: [5, 15, 33],
  scale: "linear",
};

const plotted = (asked: Params): number[] => {
  const [figure] = scheduleIdentifyCurve.ask(asked).figures;
  return figure?.kind === "curves" ? (figure.series[0]?.points.map(([, rate]) => rate) ?? []) : [];
};

it.each(params.options)("knows the curve of %s again", (kind) => {
  const run = runReference(scheduleIdentifyCurve.solve({ ...params, kind }));
  if (!run.ok) throw new Error(run.error.message);
  expect(scheduleIdentifyCurve.read(run.value, params)).toEqual({ kind: "choice", id: kind });
});

it("plots what each schedule is known by", () => {
  expect(plotted(params)[10]).toBe(0.05);
  expect(plotted({ ...params, kind: "exponential" })[20]).toBe(0.01);
  expect(plotted({ ...params, kind: "piecewise" }).slice(9, 11)).toEqual([0.1, 0.04]);
  expect(plotted({ ...params, kind: "performance" }).slice(4, 6)).toEqual([0.1, 0.04]);
  const cycle = plotted({ ...params, kind: "onecycle" });
  expect([cycle[0], Math.max(...cycle)]).toEqual([0.01, 0.1]);
});

it("names what was taken for what", () => {
  const wrongly = (slip: string, id: string) =>
    scheduleIdentifyCurve.mistakes.find((each) => each.slip === slip)?.gives(params, { kind: "choice", id });
  const choice = (id: string) => ({ kind: "choice", id });
  expect(wrongly("bend-overlooked", "power")).toEqual(choice("exponential"));
  expect(wrongly("boundaries-overlooked", "performance")).toEqual(choice("piecewise"));
  expect(wrongly("rise-overlooked", "onecycle")).toEqual(choice("exponential"));
  expect(wrongly("drops-smoothed", "piecewise")).toEqual(choice("exponential"));
  expect(wrongly("rise-overlooked", "power")).toBeNull();
});
