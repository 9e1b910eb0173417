import { expect, it } from "vitest";
import { runTensorflow } from "@/lib/browser/compute/tensorflow";
import { runReference } from "../compute/reference";
import { drawVariant } from "./draw-variant";
import { familyOf } from "./registry";
import { besideSchedule, trainBy } from "./schedule-training";

const schedule = { name: "exponential", lr: 0.1, base: 0.1, every: 20 } as const;
const program = trainBy(schedule, 0.1, 60);

it("a falling rate comes to rest where a fixed one goes on jittering", async () => {
  const [reference, tensorflow] = [runReference(program), await runTensorflow(program)];
  if (!reference.ok || !tensorflow.ok) throw new Error("not trained");
  for (const output of [reference.value, tensorflow.value.output]) {
    const { panels, told } = besideSchedule(output, 0.1);
    const [fixed = [], own = []] = panels[0]?.series.map(({ points }) => points.map(([, y]) => y ?? 0)) ?? [];
    const end = (losses: number[]) => losses.slice(-10).reduce((sum, each) => sum + each) / 10;
    expect(fixed).toHaveLength(61);
    expect(end(own)).toBeLessThan(end(fixed) / 2);
    expect(told.en).toContain("at the fixed rate 0.1");
  }
});

it("is drawn by the schedule families once it was run, and left out before", () => {
  const ids = ["power-decay", "exponential-decay", "piecewise-lookup", "onecycle-value", "plateau-trace"];
  for (const id of ids.map((name) => `lr-${name}`)) {
    const family = familyOf(id);
    if (!family?.beside) throw new Error(id);
    const { params } = drawVariant(family, 1, 2);
    const [asked, beside] = [runReference(family.solve(params)), runReference(family.beside(params))];
    if (!asked.ok || !beside.ok) throw new Error(id);
    const panelsOf = (besides?: typeof beside.value) => {
      const { scene } = family.explain(params, asked.value, besides);
      return scene.kind === "lines" ? scene.panels.length : 0;
    };
    expect(panelsOf(), id).toBe(id === "lr-plateau-trace" ? 2 : 1);
    expect(panelsOf(beside.value) - panelsOf(), id).toBe(1);
  }
});
