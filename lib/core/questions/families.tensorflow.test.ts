/** The browser's engine and the server's never disagree: every family's programs by both. */
import { memory } from "@tensorflow/tfjs-core";
import { describe, expect, test } from "vitest";
import { runTensorflow } from "@/lib/browser/compute/tensorflow";
import type { Output, Program } from "../compute/program";
import { runReference } from "../compute/reference";
import { isSame } from "./answer-values";
import { distinctParams } from "./distinct-params";
import { drawVariant } from "./draw-variant";
import type { Level } from "./family";
import { type AnyFamily, families } from "./registry";

/** Families of which one run takes TensorFlow.js about 50 ms are compared on fewer seeds. */
const slow: readonly string[] = ["adagrad-decay-fix", "fit-diagnosis-curves"];
const seedsOf = ({ id }: AnyFamily) =>
  Array.from({ length: slow.includes(id) ? 60 : 200 }, (_, seed) => seed);

async function runBoth(program: Program): Promise<{ tensorflow: Output; reference: Output }> {
  const [tensorflow, reference] = [await runTensorflow(program), runReference(program)];
  if (!tensorflow.ok || !reference.ok) throw new Error(`cannot be run: ${JSON.stringify(program)}`);
  expect(tensorflow.value.backend).toBe("cpu");
  expect(tensorflow.value.kernels.length).toBeGreaterThan(0);
  return { tensorflow: tensorflow.value.output, reference: reference.value };
}

describe.each(families)("$id", (family) => {
  test("TensorFlow.js and the reference read the same truth, and no tensor is left behind", async () => {
    await runTensorflow(family.solve(drawVariant(family, 0, family.levels[0] as Level).params));
    const before = memory().numTensors;
    // Variants may differ in what they ask of one and the same computation, which is run once.
    const computed = new Map<string, { tensorflow: Output; reference: Output }>();
    for (const level of family.levels) {
      for (const params of distinctParams(family, level, seedsOf(family))) {
        const program = family.solve(params);
        const written = JSON.stringify(program);
        const outputs = computed.get(written) ?? (await runBoth(program));
        computed.set(written, outputs);
        const [browser, server] = [
          family.read(outputs.tensorflow, params),
          family.read(outputs.reference, params),
        ];
        expect(isSame(browser, server), JSON.stringify({ params, browser, server })).toBe(true);
      }
    }
    expect(memory().numTensors).toBe(before);
  }, 300_000);
});
