import { expect, test } from "vitest";
import { runReference } from "@/lib/core/compute/reference";
import { familyOf } from "@/lib/core/questions/registry";
import type { ConvolutionScene } from "@/lib/core/questions/scenes/convolution";
import { isDrawn, isUnder, padded, productsAt, stopAt } from "./windows";

function sceneOf(params: object): ConvolutionScene {
  const family = familyOf("conv-output-size");
  if (!family) throw new Error("conv-output-size is not registered");
  const whole = {
    padding: 0,
    stride: 1,
    dilation: 1,
    channels: 1,
    filters: 1,
    repeat: 1,
    values: 7,
    ...params,
  };
  const run = runReference(family.solve(whole));
  const scene = run.ok ? family.explain(whole, run.value).scene : null;
  if (scene?.kind !== "convolution") throw new Error("no scene");
  return scene;
}

const variants = [
  { input: [7, 7], kernel: [3, 3], padding: 1, stride: 2 },
  { input: [8, 6], kernel: [2, 3], padding: 1, stride: 3 },
  { input: [9, 9], kernel: [3, 3], padding: 1, stride: 2, dilation: 2 },
];

test.each(variants)("the products shown at every stop add up to the output cell: %j", (params) => {
  const scene = sceneOf(params);
  const [rows, columns] = scene.shape;
  for (let at = 0; at < rows * columns; at += 1) {
    const stop = stopAt(scene, at);
    const sum = productsAt(scene, stop).reduce((total, [value, weight]) => total + value * weight, 0);
    expect(sum).toBe(scene.output[stop.row]?.[stop.column]);
  }
});

test.each(variants)("as many cells are marked under the kernel as it has weights: %j", (params) => {
  const scene = sceneOf(params);
  const stop = stopAt(scene, scene.shape[0] * scene.shape[1] - 1);
  const marked = padded(scene).flatMap((row, r) => row.filter((_, c) => isUnder(scene, stop, r, c))).length;
  expect(marked).toBe(scene.kernel.flat().length);
});

test("grids give way to a ruler past twelve cells, with channels and with repeats", () => {
  expect(isDrawn(sceneOf({ input: [10, 10], kernel: [3, 3], padding: 1 }))).toBe(true);
  expect(isDrawn(sceneOf({ input: [11, 11], kernel: [3, 3], padding: 1 }))).toBe(false);
  expect(isDrawn(sceneOf({ input: [8, 8], kernel: [3, 3], filters: 6 }))).toBe(false);
  expect(isDrawn(sceneOf({ input: [9, 9], kernel: [3, 3], repeat: 2 }))).toBe(false);
});
