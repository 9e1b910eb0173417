import "@tensorflow/tfjs-backend-cpu";
import { type Optimizer, setBackend, train, variable, zeros } from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { optimizerStateCount } from "./optimizer-state-count";
import { librarySlots, type Method, methods } from "./optimizer-state-count-rules";

type Params = Parameters<typeof optimizerStateCount.ask>[0];
const small: Params = { widths: [4, 3, 2], method: "adam", asks: "numbers" };

function truthOf(asked: Params): number {
  if (!optimizerStateCount.legal(asked)) throw new Error("not legal");
  const run = runReference(optimizerStateCount.solve(asked));
  if (!run.ok) throw new Error(run.error.message);
  const truth = optimizerStateCount.read(run.value, asked);
  return truth.kind === "integer" ? truth.value : Number.NaN;
}
function wrongly(slip: string, asked: Params): number | null {
  const given = optimizerStateCount.mistakes
    .find((each) => each.slip === slip)
    ?.gives(asked, { kind: "integer", value: truthOf(asked) });
  return given?.kind === "integer" ? given.value : null;
}

it("counts the memories that each method fills", () => {
  // (4 + 1)·3 + (3 + 1)·2 = 23 parameters
  const counts = (["sgd", "momentum", "nag", "adagrad", "rmsprop", "adadelta", "adam"] as const).map(
    (method) => truthOf({ ...small, method }),
  );
  expect(counts).toEqual([0, 23, 23, 23, 23, 46, 46]);
  expect(truthOf({ ...small, asks: "bytes" })).toBe(184);
});

it("names what was counted wrongly", () => {
  expect(wrongly("weights-counted", small)).toBe(69);
  expect(wrongly("one-for-all", small)).toBe(23);
  expect(wrongly("sgd-given-state", { ...small, method: "sgd" })).toBe(23);
  expect(wrongly("weights-counted", { ...small, method: "sgd" })).toBeNull();
  expect(wrongly("layers-counted", small)).toBe(4);
  expect(wrongly("biases-missed", small)).toBe(36);
  expect(wrongly("bytes-missed", { ...small, asks: "bytes" })).toBe(46);
});

it("says of SGD that it keeps nothing at all", () => {
  const asked: Params = { ...small, method: "sgd" };
  const run = runReference(optimizerStateCount.solve(asked));
  if (!run.ok) throw new Error(run.error.message);
  const said = optimizerStateCount.explain(asked, run.value).steps[1];
  expect(said).toEqual({
    ko: "SGD는 아무것도 기억하지 않아요. 0 × 23 = 0",
    en: "SGD keeps nothing. 0 × 23 = 0",
  });
});

it("shows a sheet of every layer for each memory, which together are the answer", () => {
  for (const method of methods) {
    const asked = { ...small, method };
    const run = runReference(optimizerStateCount.solve(asked));
    if (!run.ok) throw new Error(run.error.message);
    const { scene } = optimizerStateCount.explain(asked, run.value);
    const { layers = [], kept = [] } = (scene.kind === "weights" && scene.stacks) || {};
    expect(layers).toEqual([
      { inputs: 4, units: 3, count: 15 },
      { inputs: 3, units: 2, count: 8 },
    ]);
    expect(layers.reduce((sum, { count }) => sum + count, 0) * kept.length, method).toBe(truthOf(asked));
  }
});

it("knows what TensorFlow.js' own optimizers keep, and shows it beside the textbook's count", async () => {
  await setBackend("cpu");
  const own: Record<Method, () => Optimizer> = {
    sgd: () => train.sgd(0.1),
    momentum: () => train.momentum(0.1, 0.9),
    nag: () => train.momentum(0.1, 0.9, true),
    adagrad: () => train.adagrad(0.1),
    rmsprop: () => train.rmsprop(0.1),
    adadelta: () => train.adadelta(0.1),
    adam: () => train.adam(0.1),
  };
  for (const method of methods) {
    const optimizer = own[method]();
    const weight = variable(zeros([5]), true, `weight of ${method}`);
    optimizer.applyGradients([{ name: weight.name, tensor: zeros([5]) }]);
    const kept = (await optimizer.getWeights()).filter(({ tensor }) => tensor.size === 5);
    expect(kept.length, method).toBe(librarySlots[method]);
  }
  const run = runReference(optimizerStateCount.solve({ ...small, method: "rmsprop" }));
  if (!run.ok) throw new Error(run.error.message);
  const { scene, steps } = optimizerStateCount.explain({ ...small, method: "rmsprop" }, run.value);
  const bars = scene.kind === "weights" ? scene.bars.map(({ label, count }) => [label.en, count]) : [];
  expect(bars).toContainEqual(["Memory of RMSprop", 23]);
  expect(bars).toContainEqual(["Memory of RMSprop in TensorFlow.js", 46]);
  expect(steps.at(-1)?.en).toContain("RMSprop 2 × 23");
});
