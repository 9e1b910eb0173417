import { expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { panelAt } from "../panel-at";
import type { Panel } from "../scenes/lines";
import { nagLookaheadStep } from "./nag-lookahead-step";

type Params = Parameters<typeof nagLookaheadStep.ask>[0];
const params: Params = { bowl: 1, rate: 0.1, beta: 0.9, start: 1, form: "lookahead", asks: "second" };

function truthOf(asked: Params): number {
  if (!nagLookaheadStep.legal(asked)) throw new Error("not legal");
  const run = runReference(nagLookaheadStep.solve(asked));
  if (!run.ok) throw new Error(run.error.message);
  const truth = nagLookaheadStep.read(run.value, asked);
  return truth.kind === "number" ? Number(truth.value.toFixed(6)) : Number.NaN;
}
function wrongly(slip: string, asked: Params): number | null {
  const given = nagLookaheadStep.mistakes
    .find((each) => each.slip === slip)
    ?.gives(asked, { kind: "number", value: truthOf(asked), decimals: 4 });
  return given?.kind === "number" ? Number(given.value.toFixed(6)) : null;
}

it("takes the slope ahead of the current place", () => {
  expect(truthOf({ ...params, asks: "point" })).toBe(0.62);
  expect(truthOf(params)).toBe(0.496);
});

it("has another second step in the form of the frameworks", () => {
  expect(truthOf({ ...params, form: "framework" })).toBe(0.2224);
  expect(nagLookaheadStep.legal({ ...params, form: "framework", asks: "point" })).toBe(false);
});

it("names where else the slope was taken", () => {
  expect(wrongly("slope-at-current", params)).toBe(0.46);
  expect(wrongly("slope-at-current", { ...params, asks: "point" })).toBe(0.8);
  expect(wrongly("full-step-ahead", { ...params, asks: "point" })).toBe(0.6);
  expect(wrongly("wrong-side", { ...params, asks: "point" })).toBe(0.98);
  expect(wrongly("forms-mixed", params)).toBe(0.2224);
  expect(wrongly("forms-mixed", { ...params, form: "framework" })).toBe(0.496);
  expect(wrongly("velocity-forgotten", params)).toBe(0.64);
});

it("draws the other form's weight as the ghost of each form", () => {
  // Golden numbers of w², η 0.1, β 0.9 from 1: 0.8 and 0.496 as taught, 0.62 and 0.2224 in the frameworks.
  for (const [form, ghost, stop, names] of [
    ["lookahead", 0.62, 4, "Look ahead"],
    ["framework", 0.496, 5, "Textbook"],
  ] as const) {
    const params = { bowl: 1, rate: 0.1, beta: 0.9, start: 1, form, asks: "second" } as const;
    const run = runReference(nagLookaheadStep.solve(params));
    if (!run.ok) throw new Error(run.error.message);
    const { scene } = nagLookaheadStep.explain(params, run.value);
    if (scene.kind !== "lines" || !scene.panels[0]) throw new Error("no plot");
    const ghostsAt = (at: number) =>
      panelAt(scene.panels[0] as Panel, at).marks.filter(({ pen }) => pen === "ghost");
    const [last] = ghostsAt(stop);
    expect(last?.x).toBeCloseTo(ghost, 9);
    expect(last?.label.en).toContain(names);
    expect(ghostsAt(stop - 1).some(({ x }) => x === last?.x)).toBe(false);
  }
});
