import { expect, test } from "vitest";
import { runReference } from "@/lib/core/compute/reference";
import { drawVariant } from "@/lib/core/questions/draw-variant";
import { familyOf } from "@/lib/core/questions/registry";
import type { PoolingScene } from "@/lib/core/questions/scenes/pooling";
import { poolCells, poolStopAt, valuesAt } from "./pool-windows";

function drawScene(seed: number): PoolingScene {
  const family = familyOf("pool-map-value");
  if (!family) throw new Error("pool-map-value is not registered");
  const { params } = drawVariant(family, seed, 3);
  const run = runReference(family.solve(params));
  const scene = run.ok ? family.explain(params, run.value).scene : null;
  if (scene?.kind !== "pooling") throw new Error("no scene");
  return scene;
}
const scenes = Array.from({ length: 30 }, (_, seed) => drawScene(seed + 1));

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

test("the values shown at every stop have the output as their largest or their mean, padding counted or not", () => {
  for (const scene of scenes)
    scene.output.flat().forEach((value, at) => {
      const shown = valuesAt(scene, poolStopAt(scene, at));
      expect(scene.pool === "max" ? Math.max(...shown) : mean(shown)).toBeCloseTo(value, 9);
    });
  const kinds = new Set(scenes.map(({ pool, divisor, pads }) => `${pool} ${divisor} ${pads[0] > 0}`));
  expect([...kinds]).toEqual(
    expect.arrayContaining(["average window true", "average real-cells true", "max window true"]),
  );
});

const small: PoolingScene = {
  kind: "pooling",
  pool: "average",
  input: [[4]],
  output: [[1]],
  size: [1, 1],
  window: [2, 2],
  stride: [2, 2],
  pads: [1, 0, 1, 0],
  rounding: "floor",
  divisor: "window",
  focus: null,
};

test("padding is a zero where the mean counts it and empty where not", () => {
  expect(poolCells(small)).toEqual([
    [0, 0],
    [0, 4],
  ]);
  const blank = [
    [null, null],
    [null, 4],
  ];
  expect(poolCells({ ...small, divisor: "real-cells" })).toEqual(blank);
  expect(poolCells({ ...small, pool: "max" })).toEqual(blank);
});

test("a window rounded up past the end is cut there", () => {
  const scene: PoolingScene = {
    ...small,
    input: [[1, 2, 3]],
    size: [1, 2],
    window: [1, 2],
    pads: [0, 0, 0, 0],
  };
  expect(poolStopAt(scene, 1)).toEqual({ row: 0, column: 1, from: [0, 2], to: [1, 3] });
  expect(valuesAt(scene, poolStopAt(scene, 1))).toEqual([3]);
});
