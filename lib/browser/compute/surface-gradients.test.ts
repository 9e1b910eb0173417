/** The loss of a descent is written once and differentiated; the race's closed form has to say the same. */
import "@tensorflow/tfjs-backend-cpu";
import {
  getGradient,
  Multiply,
  memory,
  registerGradient,
  setBackend,
  tensor1d,
  tidy,
  unregisterGradient,
} from "@tensorflow/tfjs-core";
import { expect, test } from "vitest";
import type { Surface } from "@/lib/core/compute/descent-program";
import { gradientAt } from "@/lib/core/compute/surfaces";
import { gdOneStep } from "@/lib/core/questions/families/gd-one-step";
import { createRng } from "@/lib/core/rng";
import { gradientColumns, surfaceGradient } from "./surface-gradients";
import { runTensorflow } from "./tensorflow";

const surfaces: [Surface, coordinates: number][] = [
  [{ name: "quadratic", curvature: [2] }, 1],
  [{ name: "quadratic", curvature: [0.5, 4, 0] }, 3],
  [{ name: "rosenbrock" }, 2],
  [{ name: "beale" }, 2],
  [{ name: "saddle" }, 2],
  [{ name: "double-well", tilt: 0.3 }, 2],
  [{ name: "polynomial", coefficients: [7] }, 1],
  [{ name: "polynomial", coefficients: [9, -6, 1] }, 1],
  [{ name: "polynomial", coefficients: [1, 0.3, -2, 0, 1] }, 1],
  [{ name: "sparse", every: 3, target: [1, -1] }, 2],
];

test.each(surfaces)("closed form and automatic differentiation agree on %o", async (surface, coordinates) => {
  await setBackend("cpu");
  const rng = createRng(coordinates);
  const before = memory().numTensors;
  for (let step = 1; step <= 60; step += 1) {
    const place = Array.from({ length: coordinates }, () => 4 * rng.real() - 2);
    const [differentiated, written] = tidy(() => {
      const columns = place.map((value) => tensor1d([value]));
      return [
        [...surfaceGradient(surface, tensor1d(place), step).dataSync()],
        gradientColumns(surface, columns, step).map((column) => column.dataSync()[0] ?? Number.NaN),
      ];
    });
    const truth = gradientAt(surface, place, step);
    for (const slopes of [differentiated, written]) {
      expect(slopes).toHaveLength(truth.length);
      truth.forEach((value, at) => {
        const off = Math.abs((slopes?.[at] ?? Number.NaN) - value);
        expect(off, `${place} at ${step}`).toBeLessThan(1e-5 * (10 + Math.abs(value)));
      });
    }
  }
  expect(memory().numTensors).toBe(before);
});

test("gd-one-step takes its slope from TensorFlow.js' rule for a product, once for each of its products", async () => {
  const program = gdOneStep.solve({ loss: { kind: "square", a: 1, b: 3 }, start: [0], rate: 0.1, steps: 3 });
  await runTensorflow(program);
  const rule = getGradient(Multiply);
  let asked = 0;
  unregisterGradient(Multiply);
  registerGradient({
    ...rule,
    gradFunc: (...all) => {
      asked += 1;
      return rule.gradFunc(...all);
    },
  });
  const run = await runTensorflow(program);
  unregisterGradient(Multiply);
  registerGradient(rule);
  expect(run.ok && run.value.output).toMatchObject({
    theta: [[0], [expect.closeTo(0.6)], [expect.closeTo(1.08)], [expect.closeTo(1.464)]],
  });
  // 9 + w(−6 + 1 w): two products, at the step whose kernels are watched and at the three that count.
  expect(asked).toBe(8);
});
