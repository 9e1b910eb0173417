import { describe, expect, test } from "vitest";
import { runConv2d } from "./conv2d";
import { runEffectiveRates } from "./effective-rates";
import type { Method } from "./effective-rates-program";
import conv2dShapes from "./fixtures/conv2d-shapes.json";
import conv2dValues from "./fixtures/conv2d-values.json";
import effectiveLr from "./fixtures/effective-lr.json";
import type { Pads, Pair } from "./layout";
import type { Conv2dProgram } from "./program";

const plain: Conv2dProgram = {
  kind: "conv2d",
  input: [[[1]]],
  kernel: [[[[1]]]],
  bias: null,
  pads: [0, 0, 0, 0],
  stride: [1, 1],
  dilation: [1, 1],
  repeat: 1,
};
const filled = (rows: number, columns: number) =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => [1]));
const ones = ([height, width]: Pair) => filled(height, width).map((row) => row.map((cell) => [cell]));

describe("conv2d against PyTorch", () => {
  test.each(conv2dValues.cases)("$name", (vector) => {
    const { input, kernel, bias, pads, stride, dilation } = vector;
    const run = runConv2d({
      ...plain,
      input,
      kernel,
      bias,
      pads: pads as Pads,
      stride: stride as Pair,
      dilation: dilation as Pair,
    });
    expect(run.ok && run.value.values).toEqual(vector.output);
  });

  test.each(conv2dShapes.cases.filter(({ padding }) => Array.isArray(padding)))("shape $id", (vector) => {
    const [top = 0, left = 0] = vector.padding as number[];
    const [height = 0, width = 0] = vector.input;
    const run = runConv2d({
      ...plain,
      input: filled(height, width),
      kernel: ones(vector.kernel as Pair),
      pads: [top, top, left, left],
      stride: vector.stride as Pair,
      dilation: vector.dilation as Pair,
    });
    expect(run.ok ? run.value.shape.slice(0, 2) : null).toEqual(vector.output?.slice(0, 2) ?? null);
  });
});

describe("what cannot be convolved is an error value", () => {
  test("a kernel larger than the padded input", () => {
    expect(runConv2d({ ...plain, kernel: ones([3, 3]) })).toMatchObject({
      ok: false,
      error: { kind: "does-not-fit" },
    });
  });
  test("a stride of zero", () => {
    expect(runConv2d({ ...plain, stride: [0, 1] })).toMatchObject({
      ok: false,
      error: { kind: "bad-field" },
    });
  });
  test("channels that do not match", () => {
    expect(runConv2d({ ...plain, input: [[[1, 2]]] })).toMatchObject({
      ok: false,
      error: { kind: "bad-field" },
    });
  });
  test("a later layer that no longer fits", () => {
    const run = runConv2d({ ...plain, input: filled(4, 4), kernel: ones([3, 3]), repeat: 2 });
    expect(run).toMatchObject({ ok: false, error: { kind: "does-not-fit" } });
  });
});

test("five layers of 5×5 shrink 28 to 24, 20, 16, 12, 8", () => {
  const sizes = [1, 2, 3, 4, 5].map((repeat) => {
    const run = runConv2d({ ...plain, input: filled(28, 28), kernel: ones([5, 5]), repeat });
    return run.ok && run.value.shape[0];
  });
  expect(sizes).toEqual([24, 20, 16, 12, 8]);
});

interface Hyper {
  lr?: number;
  alpha?: number;
  beta1?: number;
  beta2?: number;
  rho?: number;
  eps?: number;
}

function gradientsOf(gradient: Record<string, unknown>, steps: number): number[] {
  const {
    kind,
    g = 0,
    seed = 0,
    mean = 0,
    amp = 0,
    every = 1,
    big = 0,
    small = 0,
    until = 0,
  } = gradient as Record<string, number>;
  let state = seed;
  return Array.from({ length: steps }, (_, at) => {
    const step = at + 1;
    if (String(kind) === "lcg-noise") {
      state = Number((1664525n * BigInt(state) + 1013904223n) % 2n ** 32n);
      return mean + amp * ((2 * state) / 2 ** 32 - 1);
    }
    if (String(kind) === "alternating") return step % 2 ? g : -g;
    if (String(kind) === "sparse") return step % every === 0 ? g : 0;
    if (String(kind) === "burst") return step <= until ? big : small;
    return g;
  });
}

describe("effective rates against PyTorch", () => {
  const told = effectiveLr.cases.filter(({ optimizer }) =>
    ["sgd", "adagrad", "rmsprop", "adam"].includes(optimizer),
  );
  test.each(told)("$id $optimizer", (vector) => {
    const hyper: Hyper = vector.hyper;
    const steps = Object.entries(vector.steps as Record<string, { effectiveLr?: number }>);
    const at = steps.map(([step]) => Number(step));
    const run = runEffectiveRates({
      kind: "effective-rates",
      gradients: gradientsOf(vector.gradient, Math.max(...at)),
      at,
      lanes: [
        {
          method: vector.optimizer as Method,
          rate: hyper.lr ?? 0,
          decay: hyper.alpha ?? hyper.rho ?? hyper.beta1 ?? 0,
          decay2: hyper.beta2 ?? 0,
          epsilon: hyper.eps ?? 0,
          scale: 1,
        },
      ],
    });
    if (!run.ok) throw new Error(run.error.message);
    steps.forEach(([, { effectiveLr: expected }], index) => {
      const rate = run.value.rates[0]?.[index] ?? Number.NaN;
      if (expected !== undefined) expect(Math.abs(rate / expected - 1)).toBeLessThan(1e-9);
    });
  });

  test("Adadelta takes the paper's first steps for g = 2, ρ .95, ε 1e−6", () => {
    const lane = { method: "adadelta" as const, rate: 1, decay: 0.95, decay2: 0, epsilon: 1e-6, scale: 1 };
    const run = runEffectiveRates({
      kind: "effective-rates",
      lanes: [lane],
      gradients: [2, 2, 2],
      at: [1, 2, 3],
    });
    const steps = run.ok ? (run.value.rates[0] ?? []).map((rate) => rate * 2) : [];
    [0.00447212, 0.0045291, 0.00456763].forEach((step, index) => {
      expect(steps[index]).toBeCloseTo(step, 8);
    });
  });

  test("after 1000 steps of g = 1 and η .1 Adagrad's step is .003162, RMSprop's and Adam's .1", () => {
    const lane = (method: Method) => ({
      method,
      rate: 0.1,
      decay: 0.9,
      decay2: 0.999,
      epsilon: 1e-8,
      scale: 1,
    });
    const run = runEffectiveRates({
      kind: "effective-rates",
      lanes: [lane("adagrad"), lane("rmsprop"), lane("adam")],
      gradients: Array(1000).fill(1),
      at: [1000],
    });
    const [adagrad, rmsprop, adam] = run.ok ? run.value.rates.map(([rate]) => rate) : [];
    expect(adagrad).toBeCloseTo(0.003162, 6);
    expect(rmsprop).toBeCloseTo(0.1, 6);
    expect(adam).toBeCloseTo(0.1, 6);
  });
});
