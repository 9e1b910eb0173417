/** Pictures are drawn from the run: what a piece stands for is what its ends say. */
import { expect, it } from "vitest";
import { runReference } from "../compute/reference";
import { drawVariant } from "./draw-variant";
import { panelAt } from "./panel-at";
import { familyOf } from "./registry";
import type { LinesScene, Series } from "./scenes/lines";

/** The first variant of a level that is asked like this, and its picture. */
function pictureOf(id: string, level: 1 | 2 | 3, isAsked: (params: Record<string, unknown>) => boolean) {
  const family = familyOf(id);
  if (!family) throw new Error(id);
  for (let seed = 1; seed < 100; seed += 1) {
    const params = drawVariant(family, seed, level).params as Record<string, unknown>;
    const run = isAsked(params) ? runReference(family.solve(params)) : null;
    if (!run?.ok) continue;
    const { scene } = family.explain(params, run.value);
    if (scene.kind !== "lines") throw new Error(`${id} draws no lines`);
    return { params, scene };
  }
  throw new Error(`${id} does not ask so`);
}
function seriesOf({ panels }: LinesScene, panel: number, id: string): Series {
  const found = panels[panel]?.series.find((each) => each.id === id);
  if (!found) throw new Error(`no ${id} in panel ${panel}`);
  return found;
}
/** From where to where each piece goes, upwards. */
const spansOf = ({ points, tails = [] }: Series): [number, number][] =>
  points.map(([, y], at) => [tails[at]?.[1] ?? Number.NaN, y ?? Number.NaN]);

it("squares stand on the errors, and the last one is their mean", () => {
  const { params, scene } = pictureOf("loss-value", 1, ({ loss }) => loss === "mse");
  const { target, prediction } = params as Record<"target" | "prediction", number[]>;
  const areas = target.map((each, at) => ((prediction[at] ?? 0) - each) ** 2);
  const boxes = [seriesOf(scene, 1, "squares"), seriesOf(scene, 1, "mean")].flatMap(
    ({ points, tails = [] }) =>
      points.map(([x, y], at) => [x - (tails[at]?.[0] ?? 0), (y ?? 0) - (tails[at]?.[1] ?? 0)]),
  );
  const mean = areas.reduce((sum, each) => sum + each) / areas.length;
  expect(scene.panels[1]?.isEven).toBe(true);
  for (const [at, area] of [...areas, mean].entries()) {
    const [across = 0, up = 0] = boxes[at] ?? [];
    expect(across).toBeCloseTo(up, 12);
    expect(across * up).toBeCloseTo(area, 12);
  }
});

it("a velocity is what was kept of the last one, and the gradient put on its tip", () => {
  const { params, scene } = pictureOf("momentum-velocity-steps", 2, ({ asks }) => asks === "velocity");
  const [kept, gradient, velocity] = ["kept", "gradient", "v"].map((id) => spansOf(seriesOf(scene, 0, id)));
  const gradients = params.gradients as number[];
  expect(velocity).toHaveLength(gradients.length);
  for (const [at, [from, to]] of (velocity ?? []).entries()) {
    expect([from, kept?.[at]?.[0]]).toEqual([0, 0]);
    expect(kept?.[at]?.[1]).toBeCloseTo(Number(params.beta) * (velocity?.[at - 1]?.[1] ?? 0), 12);
    expect(gradient?.[at]).toEqual([kept?.[at]?.[1], to]);
    expect(to - (kept?.[at]?.[1] ?? 0)).toBeCloseTo(gradients[at] ?? 0, 12);
  }
});

it("shares of a batch laid tip to tail end at the arrow of the mean", () => {
  const { params, scene } = pictureOf("batch-gradient-mean", 2, () => true);
  const gradients = params.gradients as number[];
  const mean = gradients.reduce((sum, each) => sum + each) / gradients.length;
  const [[, end] = []] = spansOf(seriesOf(scene, 1, "shares")).slice(-1);
  expect(end).toBeCloseTo(mean, 4);
  expect(spansOf(seriesOf(scene, 1, "mean"))).toEqual([[0, end]]);
});

it("a layer's update is its downhill arrow times its rate", () => {
  const { params, scene } = pictureOf("layerwise-lr-step", 1, () => true);
  const { gradients, rates } = params as Record<"gradients" | "rates", number[]>;
  const updates = spansOf(seriesOf(scene, 1, "These rates"));
  for (const [at, gradient] of gradients.entries()) {
    expect(spansOf(seriesOf(scene, 0, "slope"))[at]?.[1]).toBe(-gradient);
    expect(updates[at]?.[1]).toBeCloseTo(-(rates[at] ?? 0) * gradient, 12);
  }
});

it("the slider over degrees draws the fit of one at a time and opens at the asked or the best", () => {
  const { params, scene } = pictureOf("capacity-sweep", 3, ({ asks }) => asks === "verdict");
  expect(scene.stopOf?.first).toBe(params.degree);
  const drawnAt = (degree: number) =>
    scene.panels[0] &&
    panelAt(scene.panels[0], degree)
      .series.filter(({ id, points }) => id.startsWith("degree") && points.length > 0)
      .map(({ id }) => id);
  expect(scene.stops.map(drawnAt)).toEqual(scene.stops.map((degree) => [`degree-${degree}`]));
});

it("of five thumbnails only the asked schedule lies on the asked curve", () => {
  const { params, scene } = pictureOf("schedule-identify-curve", 2, () => true);
  const apart = scene.panels.map(({ segments }) => segments.length);
  expect(scene.panels).toHaveLength(5);
  expect(apart).toEqual((params.options as string[]).map((id) => (id === params.kind ? 0 : 1)));
});
