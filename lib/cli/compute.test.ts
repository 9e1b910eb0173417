import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import architectures from "@/lib/core/compute/fixtures/architectures.json";
import conv2dShapes from "@/lib/core/compute/fixtures/conv2d-shapes.json";
import conv2dValues from "@/lib/core/compute/fixtures/conv2d-values.json";
import denseParams from "@/lib/core/compute/fixtures/dense-params.json";
import effectiveLr from "@/lib/core/compute/fixtures/effective-lr.json";
import losses from "@/lib/core/compute/fixtures/losses.json";
import optimizers from "@/lib/core/compute/fixtures/optimizers.json";
import pool from "@/lib/core/compute/fixtures/pool.json";
import schedules from "@/lib/core/compute/fixtures/schedules.json";
import { computeCommand } from "./compute";

async function compute(
  kind: string,
  cases: unknown[],
  engine = "reference",
): Promise<Record<string, unknown>[]> {
  const stdin = Readable.from([JSON.stringify({ cases })]);
  const { exit, json } = await computeCommand([kind, "--engine", engine], stdin);
  expect(exit).toBe(0);
  return (json as { cases: Record<string, unknown>[] }).cases;
}

/** Numbers within a tolerance, everything else the same. */
function expectNear(given: unknown, expected: unknown, tolerance: number, place: string): void {
  if (typeof expected === "number" && typeof given === "number") {
    expect(Math.abs(given - expected), place).toBeLessThanOrEqual(tolerance);
  } else if (Array.isArray(expected) && Array.isArray(given)) {
    expect(given.length, place).toBe(expected.length);
    for (const [at, part] of expected.entries()) expectNear(given[at], part, tolerance, `${place}[${at}]`);
  } else expect(given, place).toEqual(expected);
}

const files = [
  ["conv2d-shapes", conv2dShapes.cases, ["output", "params"]],
  ["conv2d-values", conv2dValues.cases, ["output", "outputShape"]],
  [
    "pool",
    pool.cases,
    ["output", "outputCountIncludePad", "outputCountExcludePad", "outputShape", "outputFloor", "outputCeil"],
  ],
] as const;

describe.each(["reference", "tfjs"])("the vectors by %s", (engine) => {
  test.each(files)("%s", async (kind, cases, fields) => {
    const computed = await compute(kind, [...cases], engine);
    expect(computed.map(({ id }) => id)).toEqual(cases.map(({ id }) => id));
    for (const [at, vector] of cases.entries()) {
      const expected: Record<string, unknown> = vector;
      if (expected.error) expect(computed[at], vector.id).toHaveProperty("error.kind", "does-not-fit");
      else {
        for (const field of fields.filter((field) => field in expected)) {
          expectNear(computed[at]?.[field], expected[field], 1e-6, `${vector.id} ${field}`);
        }
      }
    }
  });

  test("dense-params", async () => {
    for (const [at, row] of (await compute("dense-params", denseParams.cases, engine)).entries()) {
      const { totalParams, layerParams, layers } = denseParams.cases[at] ?? {};
      const counted = layers?.map(({ output, params }) => ({ output, params }));
      expect(row).toEqual({ id: row.id, totalParams, ...(counted ? { layers: counted } : { layerParams }) });
    }
  });

  test("network, with a dense layer right after a volume", async () => {
    const types: Record<string, string> = {
      Conv2d: "conv",
      ReLU: "activation",
      MaxPool2d: "max-pool",
      AvgPool2d: "average-pool",
      Flatten: "flatten",
      Linear: "dense",
    };
    const [net] = architectures.cases;
    const layers = (net?.layers ?? []).map(({ type, output, ...rest }) => ({
      ...rest,
      type: types[type],
      ...(type === "Conv2d" ? { filters: output.at(-1) } : {}),
      ...(type === "Linear" ? { units: output.at(-1), bias: true } : {}),
    }));
    const unnamed = layers.filter(({ type }) => type !== "flatten");
    const [whole, without] = await compute(
      "network",
      [
        { id: "whole", input: net?.input, layers },
        { id: "without flatten", input: net?.input, layers: unnamed },
      ],
      engine,
    );
    expect(whole).toEqual({
      id: "whole",
      layers: net?.layers.map(({ output, params, receptiveField, jump, type }) => {
        const isFlat = type === "Flatten" || type === "Linear";
        const before = net.layers[(net?.layers.findIndex((each) => each.output === output) ?? 0) - 1];
        const reach = type === "ReLU" ? before : { receptiveField, jump };
        return {
          output,
          params,
          receptiveField: isFlat ? null : reach?.receptiveField,
          jump: isFlat ? null : reach?.jump,
        };
      }),
      totalParams: net?.totalParams,
    });
    expect(without).toMatchObject({ totalParams: net?.totalParams });
    expect(without?.layers).toHaveLength(unnamed.length);
  });

  test("optimizers", async () => {
    const isTensor = engine === "tfjs";
    for (const [at, row] of (await compute("optimizers", optimizers.cases, engine)).entries()) {
      const vector = optimizers.cases[at];
      const theta = row.theta as number[][];
      const steps = isTensor ? (vector?.float32SafeSteps ?? 0) : 50;
      expect(theta.length).toBe(vector?.theta.length);
      for (const [t, expected] of (vector?.theta ?? []).slice(0, steps + 1).entries()) {
        for (const [axis, value] of expected.entries()) {
          const off = Math.abs((theta[t]?.[axis] ?? Number.NaN) - value);
          expect(off, `${row.id} step ${t}`).toBeLessThanOrEqual(
            (isTensor ? 1e-4 : 1e-8) * (1 + Math.abs(value)),
          );
        }
        const loss = vector?.lossValue[t] ?? 0;
        const offLoss = Math.abs(((row.lossValue as number[])[t] ?? Number.NaN) - loss);
        expect(offLoss, `${row.id} loss ${t}`).toBeLessThanOrEqual(
          (isTensor ? 1e-3 : 1e-8) * (1 + Math.abs(loss)),
        );
      }
    }
  });

  test("schedules", async () => {
    const computed = await compute("schedules", schedules.cases, engine);
    for (const [at, { id, lr }] of schedules.cases.entries()) {
      const given = computed[at]?.lr as number[];
      expect(given.length, id).toBe(lr.length);
      for (const [t, rate] of lr.entries())
        expect(Math.abs((given[t] ?? Number.NaN) / rate - 1), `${id} ${t}`).toBeLessThanOrEqual(
          engine === "tfjs" ? 2e-6 : 1e-9,
        );
    }
  });

  test("losses", async () => {
    const computed = await compute("losses", losses.cases, engine);
    const tolerance = engine === "tfjs" ? 1e-6 : 1e-10;
    for (const [at, { id, mean, sum, gradMean }] of losses.cases.entries()) {
      expectNear(computed[at]?.mean, mean, tolerance, `${id} mean`);
      expectNear(computed[at]?.sum, sum, tolerance * 10, `${id} sum`);
      expectNear(computed[at]?.gradMean, gradMean, tolerance, `${id} gradMean`);
    }
  });

  test("effective-lr", async () => {
    const cases = effectiveLr.cases.map((vector) => ({
      ...vector,
      at: Object.keys(vector.steps).map(Number),
    }));
    const computed = await compute("effective-lr", cases, engine);
    for (const [at, vector] of effectiveLr.cases.entries()) {
      const given = computed[at]?.steps as Record<
        string,
        { delta: number; theta: number; effectiveLr: number | null }
      >;
      for (const [t, step] of Object.entries(
        vector.steps as Record<string, { delta: number; effectiveLr?: number | null }>,
      )) {
        const rate = step.effectiveLr ?? null;
        const place = `${vector.id} step ${t}`;
        if (rate === null) expect(given[t]?.effectiveLr, place).toBeNull();
        else
          expect(Math.abs((given[t]?.effectiveLr ?? Number.NaN) / rate - 1), place).toBeLessThanOrEqual(
            engine === "tfjs" ? 1e-4 : 1e-9,
          );
        if (engine === "reference")
          expectNear(given[t]?.delta, step.delta, 1e-8 * Math.max(1, Math.abs(step.delta)), place);
      }
    }
  }, 60_000);

  test("what cannot be computed says so, and the others still run", async () => {
    const fine = { ...conv2dShapes.cases[0], id: "fine" };
    const kinds = (await compute(
      "conv2d-shapes",
      [
        { ...fine, id: "large kernel", kernel: [99, 99] },
        { ...fine, id: "no stride", stride: undefined },
        { ...fine, id: "zero stride", stride: [0, 0] },
        { ...fine, id: "words", input: "large" },
        null,
        fine,
      ],
      engine,
    )) as { id: unknown; error?: { kind: string; message: string } }[];
    expect(kinds.map(({ id, error }) => [id, error?.kind])).toEqual([
      ["large kernel", "does-not-fit"],
      ["no stride", "bad-field"],
      ["zero stride", "bad-field"],
      ["words", "bad-field"],
      [null, "bad-field"],
      ["fine", undefined],
    ]);
    expect(kinds[1]?.error?.message).toMatch(/^stride/);
  });
});

test("a descent that leaves the map ends and says when", async () => {
  const quadratic = { optimizer: "sgd", loss: { name: "quadratic", curvature: [2, 20] }, start: [3, -1] };
  const [row, short] = await compute("optimizers", [
    { id: 1, ...quadratic, hyper: { lr: 0.11 }, steps: 100 },
    { id: 2, ...quadratic, hyper: {}, steps: 3 },
  ]);
  expect(row?.firstStepBeyond1e6).toBe(76);
  expect(row?.theta).toHaveLength(76);
  expect(short).toMatchObject({
    id: 2,
    error: { kind: "bad-field", message: expect.stringMatching(/^hyper\.lr/) },
  });
});

test.each([
  [{ name: "rosenbrock" }, [-1.2, 1], 24.2],
  [{ name: "beale" }, [3, 0.5], 0],
  [{ name: "beale" }, [1, 1], 14.203125],
  [{ name: "saddle" }, [3, 2], 5],
])("%j at %j is %d by both engines, and its gradient leads downhill", async (loss, start, value) => {
  for (const engine of ["reference", "tfjs"]) {
    const [row] = await compute(
      "optimizers",
      [{ id: 1, optimizer: "sgd", hyper: { lr: 1e-4 }, loss, start, steps: 1 }],
      engine,
    );
    const [before = 0, after = 0] = (row?.lossValue ?? []) as number[];
    expect(before).toBeCloseTo(value, 3);
    expect(after).toBeLessThanOrEqual(before + 1e-6);
  }
});

test("probabilities are taken as they are, and one of 0 costs infinitely much", async () => {
  const kind = "cross-entropy-from-probabilities";
  const [row, sure] = await compute("losses", [
    {
      id: 1,
      kind,
      prediction: [
        [0.5, 0.5],
        [0.1, 0.9],
      ],
      target: [0, 1],
    },
    { id: 2, kind, prediction: [[0, 1]], target: [0] },
  ]);
  expect(row?.mean).toBeCloseTo((Math.LN2 - Math.log(0.9)) / 2, 12);
  expect(row?.gradMean).toEqual([
    [-1, 0],
    [0, -1 / 0.9 / 2],
  ]);
  expect(sure?.mean).toBe("Infinity");
});

test("nested predictions give gradients in the same nesting", async () => {
  const [row, uneven] = await compute("losses", [
    {
      id: 1,
      kind: "mse",
      prediction: [
        [1, 2],
        [3, 4],
      ],
      target: [
        [0, 2],
        [3, 2],
      ],
    },
    { id: 2, kind: "mae", prediction: [1, 2], target: [1] },
  ]);
  expect(row).toMatchObject({
    mean: 1.25,
    sum: 5,
    gradMean: [
      [0.5, 0],
      [0, 1],
    ],
  });
  expect(uneven).toMatchObject({ error: { kind: "bad-field" } });
});

test("one number stands for both sides, and 'same' keeps ⌈size / stride⌉", async () => {
  const base = { input: [7, 10, 1], dilation: 1, outChannels: 2, bias: false };
  const computed = await compute("conv2d-shapes", [
    { ...base, id: 1, kernel: 3, stride: 2, padding: "same" },
    { ...base, id: 2, kernel: 3, stride: 2, padding: 1 },
  ]);
  expect(computed).toEqual([
    { id: 1, output: [4, 5, 2], params: 18 },
    { id: 2, output: [4, 5, 2], params: 18 },
  ]);
});

test("infinities are written as strings", async () => {
  const [row] = await compute("conv2d-values", [
    {
      id: "inf",
      input: [[["Infinity"]]],
      kernel: [[[[1]]]],
      bias: null,
      pads: [0, 0, 0, 0],
      stride: [1, 1],
      dilation: [1, 1],
    },
  ]);
  expect(row).toMatchObject({ output: [[["Infinity"]]] });
});

test.each([[["pool", "--engine", "gpu"]], [["cubes"]], [["toString"]], [[]], [["pool", "network"]]])(
  "%j is a mistake of use",
  async (args) => {
    expect(await computeCommand(args, Readable.from(["{}"]))).toMatchObject({ exit: 2 });
  },
);

test.each(["", "[]", '{"cases":1}', "null"])("%j on stdin is refused", async (json) => {
  expect(await computeCommand(["pool"], Readable.from([json]))).toMatchObject({
    exit: 1,
    json: { error: { kind: "bad-input" } },
  });
});
