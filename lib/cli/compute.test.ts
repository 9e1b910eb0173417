import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import architectures from "@/lib/core/compute/fixtures/architectures.json";
import conv2dShapes from "@/lib/core/compute/fixtures/conv2d-shapes.json";
import conv2dValues from "@/lib/core/compute/fixtures/conv2d-values.json";
import denseParams from "@/lib/core/compute/fixtures/dense-params.json";
import pool from "@/lib/core/compute/fixtures/pool.json";
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
