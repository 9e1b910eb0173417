/** Descents, schedules and losses: float32 tensors stay near the float64 reference, and none is left behind. */
import { memory } from "@tensorflow/tfjs-core";
import { expect, test } from "vitest";
import { type Hyper, rules, type Surface } from "@/lib/core/compute/descent-program";
import { byClass, elementwise } from "@/lib/core/compute/loss-program";
import type { SingleProgram } from "@/lib/core/compute/program";
import { raceRules } from "@/lib/core/compute/race-program";
import { runReference } from "@/lib/core/compute/reference";
import type { Schedule } from "@/lib/core/compute/schedule-program";
import { raceGroundNames } from "@/lib/core/lab/race-grounds";
import { programOfRace, type RaceLab, raceOn } from "@/lib/core/lab/race-lab";
import { lanesOf } from "@/lib/core/lab/race-outcome";
import { createRng, type Rng } from "@/lib/core/rng";
import { runTensorflow } from "./tensorflow";

const tenths = (rng: Rng, least: number, most: number) => rng.int(least * 10, most * 10) / 10;
const listOf = <Item>(length: number, item: (empty: unknown, at: number) => Item) =>
  Array.from({ length }, item);

const surfaces: ((rng: Rng) => [Surface, start: number[]])[] = [
  (rng) => [{ name: "quadratic", curvature: [tenths(rng, 1, 3), 4, 1] }, listOf(3, () => tenths(rng, -3, 3))],
  (rng) => [{ name: "saddle" }, [tenths(rng, -2, 2), tenths(rng, -2, 2)]],
  (rng) => [{ name: "rosenbrock" }, [tenths(rng, -1, 1), tenths(rng, -1, 1)]],
  (rng) => [{ name: "beale" }, [tenths(rng, -1, 1), tenths(rng, -1, 1)]],
  (rng) => [{ name: "polynomial", coefficients: [1, 0.3, -2, 0, 1] }, [tenths(rng, -1, 1)]],
  (rng) => [{ name: "sparse", every: rng.int(1, 3), target: [1, -1] }, [tenths(rng, -2, 2), 0]],
];
const hyper: Hyper = { lr: 0.001, momentum: 0.9, alpha: 0.9, rho: 0.95, beta1: 0.9, beta2: 0.99, eps: 1e-4 };

const schedules: ((rng: Rng) => Schedule)[] = [
  (rng) => ({ name: "step", lr: 0.1, stepSize: rng.int(0, 4), gamma: 0.5 }),
  (rng) => ({ name: "piecewise-constant", lr: 0.1, milestones: [2, rng.int(3, 9)], gamma: 0.1 }),
  (rng) => ({ name: "exponential", lr: 0.1, base: 0.1, every: rng.int(1, 20) }),
  (rng) => ({ name: "power", lr: 0.1, s: rng.int(0, 9), c: tenths(rng, 0, 2) }),
  (rng) => ({
    name: "onecycle",
    totalSteps: rng.int(4, 12),
    maxLr: 0.5,
    pctStart: 0.4,
    anneal: rng.pick(["linear", "cos"]),
    divFactor: 10,
    finalDivFactor: 100,
    threePhase: rng.int(0, 1) === 1,
  }),
  (rng) => ({
    name: "plateau",
    lr: 0.1,
    mode: rng.pick(["min", "max"]),
    factor: 0.5,
    patience: rng.int(0, 2),
    threshold: 0.01,
    thresholdMode: rng.pick(["rel", "abs"]),
    cooldown: rng.int(0, 2),
    minLr: 0.03,
    metric: listOf(rng.int(5, 12), () => tenths(rng, 0, 2)),
  }),
];

const draws: Record<string, (rng: Rng) => SingleProgram> = {
  descent: (rng) => {
    const [surface, start] = rng.pick(surfaces)(rng);
    return {
      kind: "descent",
      rule: rng.pick(rules),
      hyper,
      follows: { surface },
      start,
      steps: rng.int(0, 12),
    };
  },
  "descent with a rate for each step": (rng) => {
    const [surface, start] = rng.pick(surfaces)(rng);
    return {
      kind: "descent",
      rule: rng.pick(rules),
      hyper,
      follows: { surface },
      start,
      steps: 8,
      rates: listOf(rng.int(7, 9), () => rng.int(0, 10) / 10_000),
    };
  },
  "descent with noise on its gradients": (rng) => {
    const [surface, start] = rng.pick(surfaces)(rng);
    const length = rng.int(1, 6) === 1 ? start.length + 1 : start.length;
    return {
      kind: "descent",
      rule: rng.pick(rules),
      hyper,
      follows: { surface },
      start,
      steps: 8,
      noise: listOf(rng.int(7, 9), () => listOf(length, () => tenths(rng, -2, 2))),
    };
  },
  "descent along given gradients": (rng) => ({
    kind: "descent",
    rule: rng.pick(rules),
    hyper,
    follows: { gradients: listOf(8, () => tenths(rng, -2, 2)) },
    start: [0],
    steps: rng.int(6, 9),
  }),
  schedule: (rng) => ({ kind: "schedule", schedule: rng.pick(schedules)(rng), steps: rng.int(0, 10) }),
  loss: (rng) => {
    const loss = rng.pick([...elementwise, ...byClass]);
    const share = () => rng.int(1, 9) / 10;
    if (loss === "softmax-cross-entropy" || loss === "cross-entropy-from-probabilities") {
      const prediction = listOf(2, () => listOf(3, share));
      return { kind: "loss", loss, prediction, target: [rng.int(0, 3), rng.int(0, 2)] };
    }
    return {
      kind: "loss",
      loss,
      prediction: listOf(4, share),
      target: listOf(rng.int(3, 4), share),
      delta: 0.3,
    };
  },
};

const points = (rng: Rng, count: number) => {
  const x = listOf(count, (_, at) => Number((-1 + (2 * at) / (count - 1)).toFixed(4)));
  return { x, y: x.map((each) => Math.sin(3 * each) + tenths(rng, -1, 1) / 3) };
};
Object.assign(draws, {
  batching: (rng: Rng) => ({
    kind: "batching",
    samples: rng.int(0, 50),
    batch: rng.int(1, 20),
    epochs: rng.int(1, 4),
    dropLast: rng.int(0, 1) === 1,
  }),
  race: (rng: Rng) => {
    const [surface, start] = rng.pick<[Surface, [number, number]]>([
      [{ name: "quadratic", curvature: [0.1, 2] }, [-7, 1.5]],
      [{ name: "saddle" }, [1, 0.1]],
      [{ name: "double-well", tilt: 0.3 }, [1.4, 0.8]],
      [{ name: "rosenbrock" }, [-0.5, 0.5]],
      [{ name: "beale" }, [0.5, 0.5]],
      [{ name: "sparse", every: 4, target: [1, -1] }, [-1, 1]],
    ]);
    return {
      kind: "race",
      surface,
      lanes: rng
        .shuffle(raceRules)
        .map((rule) => ({ rule, hyper: { ...hyper, lr: rule === "adadelta" ? 1 : 0.01 } })),
      start,
      steps: 12,
      noise: rng.int(0, 1) === 0 ? null : { size: tenths(rng, 0, 1) / 10, seed: rng.int(0, 99) },
      at: rng.int(0, 9) === 0 ? [3, 2] : [0, 1, 2, 5, 12],
    };
  },
  "training in batches": (rng: Rng) => ({
    kind: "jitter",
    samples: listOf(rng.int(5, 9), () => listOf(rng.int(1, 40) === 1 ? 2 : 3, () => tenths(rng, -2, 2))),
    settings: listOf(rng.int(1, 3), () => ({ rate: rng.int(0, 19) / 10, batch: rng.int(1, 6) })),
    steps: rng.int(1, 20),
    seed: rng.int(0, 99),
  }),
  "least squares": (rng: Rng) => ({
    kind: "fit",
    train: points(rng, rng.int(6, 14)),
    validation: points(rng, 5),
    degree: rng.int(0, 7),
    grid: [-1, -0.5, 0, 0.5, 1],
  }),
} satisfies Record<string, (rng: Rng) => SingleProgram>);

/** Numbers within float32's reach of each other, everything else the same. */
function expectNear(given: unknown, expected: unknown, place: string): void {
  if (typeof given === "number" && typeof expected === "number") {
    expect(Math.abs(given - expected), place).toBeLessThanOrEqual(2e-4 * (1 + Math.abs(expected)));
  } else if (given && expected && typeof given === "object" && typeof expected === "object") {
    expect(Object.keys(given), place).toEqual(Object.keys(expected));
    for (const [key, part] of Object.entries(given))
      expectNear(part, (expected as Record<string, unknown>)[key], `${place}.${key}`);
  } else expect(given, place).toEqual(expected);
}

test.each(Object.entries(draws))(
  "%s: 300 drawn programs agree, refusals too, and no tensor stays",
  async (_, draw) => {
    await runTensorflow(draw(createRng(0)));
    const before = memory().numTensors;
    let computed = 0;
    for (let seed = 0; seed < 300; seed += 1) {
      const program = draw(createRng(seed));
      const place = JSON.stringify(program);
      const [tensorflow, reference] = [await runTensorflow(program), runReference(program)];
      if (tensorflow.ok && reference.ok) {
        expectNear(tensorflow.value.output, reference.value, place);
        computed += 1;
      } else {
        expect([tensorflow.ok, reference.ok], place).toEqual([false, false]);
      }
    }
    expect(computed).toBeGreaterThan(150);
    expect(memory().numTensors).toBe(before);
  },
);

test("100 races of 50 steps stay within 1e-4 of the reference, and lanes leave at the same step", async () => {
  let left = 0;
  for (let seed = 0; seed < 100; seed += 1) {
    const rng = createRng(seed);
    const ground = rng.pick(raceGroundNames);
    const first = raceOn(ground);
    const lab: RaceLab = {
      ...first,
      steps: 50,
      noise: rng.pick([0, 0.1]),
      seed,
      // On a bowl a rate far too large throws SGD out; elsewhere it would be chaos, which no precision follows.
      rates: ground === "valley" ? [rng.pick([0.5, 3, 9]), ...first.rates.slice(1)] : first.rates,
    };
    const program = programOfRace(lab);
    const [tensorflow, reference] = [await runTensorflow(program), runReference(program)];
    if (!tensorflow.ok || !reference.ok) throw new Error("the race cannot be run");
    const [given, expected] = [lanesOf(tensorflow.value.output) ?? [], lanesOf(reference.value) ?? []];
    expect(given.map((lane) => lane.firstStepBeyond)).toEqual(expected.map((lane) => lane.firstStepBeyond));
    left += expected.filter((lane) => lane.firstStepBeyond !== null).length;
    expected.forEach((lane, at) => {
      expect(given[at]?.theta.length).toBe(lane.theta.length);
      lane.theta.flat().forEach((value, place) => {
        const off = Math.abs((given[at]?.theta.flat()[place] ?? Number.NaN) - value);
        expect(off, `${ground}, seed ${seed}, ${raceRules[at]}`).toBeLessThanOrEqual(
          1e-4 * (1 + Math.abs(value)),
        );
      });
    });
  }
  expect(left).toBeGreaterThan(5);
});
