/** Both engines do the same programs: what one computes or refuses, so does the other. */
import { memory } from "@tensorflow/tfjs-core";
import { expect, test } from "vitest";
import type { Pads, Pair } from "@/lib/core/compute/layout";
import type { SingleProgram, WindowLayer } from "@/lib/core/compute/program";
import { runReference } from "@/lib/core/compute/reference";
import { drawVolume } from "@/lib/core/questions/draw-matrix";
import { createRng, type Rng } from "@/lib/core/rng";
import { runTensorflow } from "./tensorflow";

const pairOf = (rng: Rng, least: number, most: number): Pair => [rng.int(least, most), rng.int(least, most)];
const padsOf = (rng: Rng, most: number): Pads => [
  rng.int(0, most),
  rng.int(0, most),
  rng.int(0, most),
  rng.int(0, most),
];

function layerOf(rng: Rng): WindowLayer {
  const op = rng.pick(["conv", "average-pool"] as const);
  return {
    op,
    kernel: pairOf(rng, 2, 3),
    stride: pairOf(rng, 1, 2),
    pads: padsOf(rng, 1),
    dilation: op === "conv" ? pairOf(rng, 1, 2) : [1, 1],
  };
}

const draws: Record<string, (rng: Rng) => SingleProgram> = {
  conv2d: (rng) => {
    const channels = rng.int(1, 3);
    return {
      kind: "conv2d",
      input: drawVolume(rng, [...pairOf(rng, 3, 9), channels], -3, 9),
      kernel: Array.from({ length: rng.int(1, 3) }, () => drawVolume(rng, [2, channels, 2], -2, 2)),
      bias: rng.pick([null, [1, -2]]),
      pads: padsOf(rng, 2),
      stride: pairOf(rng, 1, 3),
      dilation: pairOf(rng, 1, 2),
      repeat: 1,
    };
  },
  pool: (rng) => ({
    kind: "pool",
    pool: rng.pick(["max", "average"]),
    input: drawVolume(rng, [...pairOf(rng, 2, 8), rng.int(1, 2)], -9, 9),
    window: pairOf(rng, 2, 3),
    stride: pairOf(rng, 1, 3),
    pads: padsOf(rng, 1),
    rounding: rng.pick(["floor", "ceil"]),
    divisor: rng.pick(["window", "real-cells"]),
  }),
  dense: (rng) => ({
    kind: "dense",
    input: drawVolume(rng, [1, 1, 5], -3, 3).flat(2),
    weights: drawVolume(rng, [1, 5, 3], -3, 3).flat(),
    bias: rng.pick([null, [1, 2, 3]]),
  }),
  flatten: (rng) => ({
    kind: "flatten",
    shape: [rng.int(1, 6), rng.int(1, 6), rng.int(1, 6)],
    marked: [rng.int(0, 3), rng.int(0, 3), rng.int(0, 3)],
  }),
  influence: (rng) => ({
    kind: "influence",
    input: pairOf(rng, 5, 12),
    layers: Array.from({ length: rng.int(1, 3) }, () => layerOf(rng)),
    from: rng.pick(["all" as const, [0, 0] as Pair, [1, 1] as Pair]),
  }),
  network: (rng) => ({
    kind: "network",
    input: [rng.int(6, 20), rng.int(6, 20), 3],
    layers: [
      {
        type: "conv",
        filters: rng.int(1, 8),
        kernel: pairOf(rng, 1, 5),
        stride: pairOf(rng, 1, 2),
        pads: padsOf(rng, 1),
        dilation: pairOf(rng, 1, 2),
        bias: rng.int(0, 1) === 1,
      },
      { type: "batch-norm" },
      {
        type: "max-pool",
        kernel: [2, 2],
        stride: [2, 2],
        pads: [0, 0, 0, 0],
        rounding: rng.pick(["floor", "ceil"]),
      },
      { type: "flatten" },
      { type: "dense", units: rng.int(1, 10), bias: true },
    ],
  }),
};

const round = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, part) => (typeof part === "number" ? Number(part.toFixed(4)) : part));

test.each(Object.entries(draws))(
  "%s: 300 drawn programs agree, refusals too, and no tensor stays",
  async (_, draw) => {
    await runTensorflow(draw(createRng(0)));
    const before = memory().numTensors;
    let done = 0;
    for (let seed = 0; seed < 300; seed += 1) {
      const program = draw(createRng(seed));
      const [tensorflow, reference] = [await runTensorflow(program), runReference(program)];
      if (tensorflow.ok && reference.ok) {
        expect(round(tensorflow.value.output), JSON.stringify(program)).toEqual(round(reference.value));
        done += 1;
      } else {
        expect(tensorflow.ok ? null : tensorflow.error.kind, JSON.stringify(program)).toBe(
          reference.ok ? null : reference.error.kind,
        );
      }
    }
    expect(done).toBeGreaterThan(30);
    expect(memory().numTensors).toBe(before);
  },
);

test("a batch keeps what could not be done beside what could", async () => {
  const fits = draws.dense?.(createRng(1)) as SingleProgram;
  const programs: SingleProgram[] = [fits, { kind: "flatten", shape: [2, 2, 2], marked: [5, 0, 0] }];
  const run = await runTensorflow({ kind: "batch", programs });
  expect(run.ok && run.value.output).toMatchObject({
    outputs: [{ ok: true }, { ok: false, error: { kind: "bad-field" } }],
  });
  expect(run.ok && run.value.kernels).toContain("BatchMatMul");
});
