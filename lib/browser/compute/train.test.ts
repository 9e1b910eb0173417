/** Trainings of small networks: by every rule, schedule, batch and loss they are the same in both engines. */
import { memory } from "@tensorflow/tfjs-core";
import { expect, test } from "vitest";
import type { Hyper } from "@/lib/core/compute/descent-program";
import type { Output } from "@/lib/core/compute/program";
import { raceRules } from "@/lib/core/compute/race-program";
import { runReference } from "@/lib/core/compute/reference";
import type { Schedule } from "@/lib/core/compute/schedule-program";
import type { TrainProgram } from "@/lib/core/compute/training-program";
import { drawPoints } from "@/lib/core/questions/drawn-points";
import { createRng, type Rng } from "@/lib/core/rng";
import { runTensorflow } from "./tensorflow";

const hyper: Hyper = { lr: 0, momentum: 0.9, alpha: 0.9, rho: 0.95, beta1: 0.9, beta2: 0.99, eps: 1e-4 };
const listOf = (length: number, item: () => number) => Array.from({ length }, item);
const points = (rng: Rng, count: number) => drawPoints(rng, count, 3, 0.2);
const tenths = (rng: Rng, least: number, most: number) => rng.int(least * 10, most * 10) / 10;

function expectNear(given: Output, expected: Output): void {
  if (given.kind !== "train" || expected.kind !== "train") throw new Error("not trained");
  for (const part of ["train", "validation", "rates", "curve"] as const) {
    expect(given[part].length).toBe(expected[part].length);
    expected[part].forEach((value, at) => {
      const off = Math.abs((given[part][at] ?? Number.NaN) - value);
      expect(off, `${part} ${at}`).toBeLessThanOrEqual(2e-4 * (1 + Math.abs(value)));
    });
  }
}

const training = (rng: Rng): TrainProgram => ({
  kind: "train",
  train: points(rng, 10),
  validation: points(rng, 7),
  first: {
    input: listOf(6, () => tenths(rng, -3, 3)),
    bias: listOf(6, () => tenths(rng, -1, 1)),
    output: listOf(6, () => tenths(rng, -1, 1)),
    outputBias: 0,
  },
  rate: 0.03,
  epochs: 60,
  grid: [-1, 0, 1],
});

test("training agrees with the reference epoch by epoch, tells its losses on the way, and leaves no tensor", async () => {
  const program = training(createRng(5));
  await runTensorflow({ ...program, epochs: 1 });
  const before = memory().numTensors;
  const told: number[] = [];
  const tensorflow = await runTensorflow(program, ({ from, train }) => told.push(from, train.length));
  const reference = runReference(program);
  if (!tensorflow.ok || !reference.ok) throw new Error("the training cannot be run");
  expectNear(tensorflow.value.output, reference.value);
  expect(told).toEqual([0, 11, 11, 10, 21, 10, 31, 10, 41, 10, 51, 10]);
  expect(memory().numTensors).toBe(before);
  for (const broken of [{ epochs: -1 }, { batches: { size: 0, seed: 1 } }, { outputShare: Number.NaN }]) {
    expect((await runTensorflow({ ...program, ...broken })).ok).toBe(false);
    expect(runReference({ ...program, ...broken }).ok).toBe(false);
  }
});

test.each(raceRules)(
  "a network learns by %s in drawn batches, by both losses and a layer's own rate, alike in both engines",
  async (rule) => {
    const before = memory().numTensors;
    for (const [seed, loss] of [
      [1, "squared"],
      [2, "absolute"],
    ] as const) {
      const program: TrainProgram = {
        ...training(createRng(seed)),
        epochs: 6,
        loss,
        optimizer: { rule, hyper: hyper },
        schedule: { name: "step", lr: 0.02, stepSize: 2, gamma: 0.5 },
        batches: { size: 4, seed },
        outputShare: 0.5,
      };
      const [tensorflow, reference] = [await runTensorflow(program), runReference(program)];
      if (!tensorflow.ok || !reference.ok) throw new Error("the training cannot be run");
      expectNear(tensorflow.value.output, reference.value);
      if (reference.value.kind !== "train") throw new Error("not trained");
      expect(reference.value.rates).toEqual([0.02, 0.02, 0.01, 0.01, 0.005, 0.005]);
    }
    expect(memory().numTensors).toBe(before);
  },
);

test("each setting of a training changes what is learned", () => {
  const plain = training(createRng(3));
  const lastOf = (changed: Partial<TrainProgram>) => {
    const run = runReference({ ...plain, epochs: 20, ...changed });
    return run.ok && run.value.kind === "train" ? run.value.curve[1] : null;
  };
  const changes: Partial<TrainProgram>[] = [
    {},
    { loss: "absolute" },
    { optimizer: { rule: "sgd", hyper: hyper } },
    { schedule: { name: "step", lr: 0.03, stepSize: 5, gamma: 0.5 } },
    { batches: { size: 3, seed: 1 } },
    { batches: { size: 3, seed: 2 } },
    { outputShare: 2 },
  ];
  expect(new Set(changes.map(lastOf)).size).toBe(changes.length);
});

test("a plateau of a training is cut by the validation losses that it leads to", () => {
  const factor = 0.5;
  const plateau: Schedule = {
    name: "plateau",
    lr: 0.3,
    mode: "min",
    factor,
    patience: 1,
    threshold: 0,
    thresholdMode: "abs",
    cooldown: 0,
    minLr: 0,
    metric: [],
  };
  const run = runReference({ ...training(createRng(4)), schedule: plateau });
  if (!run.ok || run.value.kind !== "train") throw new Error("not trained");
  const { rates, validation } = run.value;
  let [best, bad, rate] = [Number.POSITIVE_INFINITY, 0, 0.3];
  const followed = validation.slice(0, -1).map((loss, at) => {
    if (at === 0) return rate;
    if (loss < best) [best, bad] = [loss, 0];
    else bad += 1;
    if (bad > 1) [rate, bad] = [rate * factor, 0];
    return rate;
  });
  expect(new Set(rates).size).toBeGreaterThan(2);
  expect(rates).toEqual(followed);
});
