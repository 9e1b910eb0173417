import { memory } from "@tensorflow/tfjs-core";
import { describe, expect, test } from "vitest";
import { runTensorflow } from "@/lib/browser/compute/tensorflow";
import { runReference } from "../compute/reference";
import { locales } from "../text";
import { checkAnswer, wrongValues } from "./check";
import { drawVariant } from "./draw-variant";
import type { Level, Truth } from "./family";
import { type AnyFamily, families, familyOf } from "./registry";

const seeds = Array.from({ length: 1000 }, (_, seed) => seed);
const typed = (truth: Truth) => (truth.kind === "shape" ? truth.sizes.join("×") : truth.ids.join(","));
const levelOf = (seed: number) => ((seed % 3) + 1) as Level;

function truthOf(family: AnyFamily, params: unknown): Truth {
  const run = runReference(family.solve(params));
  if (!run.ok) throw new Error(run.error.message);
  return family.read(run.value, params);
}

describe.each(families)("$id", (family) => {
  test("draws legal numbers, the same for the same seed", () => {
    for (const seed of seeds) {
      const variant = drawVariant(family, seed, levelOf(seed));
      expect(family.legal(variant.params)).toBe(true);
      expect(drawVariant(family, seed, levelOf(seed))).toEqual(variant);
      expect(JSON.parse(JSON.stringify(variant))).toEqual(variant);
    }
  });

  test("accepts the truth and names every wrong rule that differs from it", () => {
    for (const seed of seeds) {
      const { params } = drawVariant(family, seed, levelOf(seed));
      const truth = truthOf(family, params);
      expect(checkAnswer(family, params, truth, typed(truth))).toEqual({
        verdict: "right",
        credit: 1,
        slips: [],
      });
      for (const { mistake, value } of wrongValues(family, params, truth)) {
        const checked = checkAnswer(family, params, truth, typed(value));
        expect(checked.verdict).toBe("wrong");
        expect(checked.slips).toContain(mistake.slip);
        expect(checked.credit).toBeLessThan(1);
        for (const locale of locales) expect(mistake.say(params)[locale]).not.toMatch(/NaN|undefined/);
        expect(mistake.work(params)).not.toMatch(/NaN|undefined/);
      }
    }
  });

  test("asks in both languages for the same form whatever the truth is", () => {
    for (const seed of seeds.slice(0, 200)) {
      const { params } = drawVariant(family, seed, levelOf(seed));
      const asked = family.ask(params);
      for (const text of [asked.title, asked.prompt, ...asked.given]) {
        for (const locale of locales) expect(text[locale]).toMatch(/\S/);
      }
      expect(Object.keys(asked).sort()).toEqual(["answer", "given", "prompt", "title"]);
    }
  });

  test("draws a variant that tells a named slip apart from all others", () => {
    for (const { slip } of family.mistakes) {
      for (const seed of seeds.slice(0, 30)) {
        const { params } = drawVariant(family, seed, levelOf(seed), slip);
        const truth = truthOf(family, params);
        const own = wrongValues(family, params, truth).find(({ mistake }) => mistake.slip === slip);
        if (!own) continue;
        expect(checkAnswer(family, params, truth, typed(own.value)).slips).toEqual([slip]);
      }
    }
  });

  test("TensorFlow.js and the reference agree for a thousand seeds, and no tensor is left behind", async () => {
    const before = memory().numTensors;
    for (const seed of seeds) {
      const { params } = drawVariant(family, seed, levelOf(seed));
      const run = await runTensorflow(family.solve(params));
      if (!run.ok) throw new Error(run.error.message);
      expect(run.value.backend).toBe("cpu");
      expect(run.value.kernels).toContain(family.id === "conv-output-size" ? "Conv2D" : "Sqrt");
      expect(family.read(run.value.output, params)).toEqual(truthOf(family, params));
    }
    expect(memory().numTensors).toBe(before);
  }, 300_000);

  test("refuses params that are not its own", () => {
    const { params } = drawVariant(family, 1, 1);
    for (const broken of [
      null,
      3,
      "x",
      [],
      {},
      { ...(params as object), stride: 0, steps: 7 },
      { ...(params as object), input: [0, 7], options: ["sgd"] },
    ]) {
      expect(family.legal(broken)).toBe(false);
    }
  });
});

describe("conv-output-size", () => {
  const family = familyOf("conv-output-size");
  if (!family) throw new Error("conv-output-size is not registered");
  const size = (n: number, k: number, padding = 0, stride = 1, dilation = 1) => {
    const params = {
      input: [n, n],
      kernel: [k, k],
      padding,
      stride,
      dilation,
      channels: 1,
      filters: 1,
      repeat: 1,
      values: 1,
    };
    expect(family.legal(params)).toBe(true);
    return typed(truthOf(family, params));
  };
  test.each([
    [7, 3, 1, 2, 1, "4×4"],
    [6, 3, 1, 2, 1, "3×3"],
    [28, 5, 0, 1, 1, "24×24"],
    [224, 7, 3, 2, 1, "112×112"],
    [7, 3, 0, 1, 2, "3×3"],
  ])("n %i, k %i, p %i, s %i, d %i gives %s", (n, k, padding, stride, dilation, expected) => {
    expect(size(n, k, padding, stride, dilation)).toBe(expected);
  });

  test("3×3 for 7, 3, padding 1, stride 2 matches several wrong rules, so the learner is asked", () => {
    const params = {
      input: [7, 7],
      kernel: [3, 3],
      padding: 1,
      stride: 2,
      dilation: 1,
      channels: 1,
      filters: 1,
      repeat: 1,
      values: 1,
    };
    const { slips } = checkAnswer(family, params, truthOf(family, params), "3×3");
    expect(slips).toEqual(["padding-ignored", "padding-one-side", "first-position-missed", "kernel-ignored"]);
  });

  test("draws the standard example now and then", () => {
    const prompts = seeds
      .slice(0, 60)
      .map((seed) => family.ask(drawVariant(family, seed, 1).params).prompt.ko);
    expect(prompts).toContain("입력 7×7, 커널 3×3, padding 1, stride 2일 때 출력 크기는?");
  });
});

test("for constant gradients Adadelta, RMSprop and Adam repair the decay; larger-rate Adagrad and plain methods do not", () => {
  const family = familyOf("adagrad-decay-fix");
  if (!family) throw new Error("adagrad-decay-fix is not registered");
  const params = {
    options: ["sgd", "momentum", "nag", "adagrad-larger", "adadelta", "rmsprop", "adam"],
    gradient: { kind: "constant", size: 1, noise: 0, seed: 1 },
    steps: 1000,
    rate: 0.1,
    decay: 0.9,
    decay2: 0.999,
  };
  expect(truthOf(family, params)).toEqual({ kind: "choices", ids: ["adadelta", "rmsprop", "adam"] });
  const run = runReference(family.solve(params));
  const scene = run.ok ? family.explain(params, run.value) : null;
  const adagrad = scene?.kind === "effective-rates" ? scene.curves[0] : undefined;
  expect(adagrad?.kept).toBeCloseTo(Math.sqrt(0.1), 4);
});
