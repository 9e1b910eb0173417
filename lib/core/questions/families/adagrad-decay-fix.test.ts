import { expect, test } from "vitest";
import { runReference } from "../../compute/reference";
import { createRng } from "../../rng";
import { writeAnswer } from "../answer-values";
import { checkAnswer } from "../check";
import { adagradDecayFix } from "./adagrad-decay-fix";

const fixed = {
  options: ["sgd", "momentum", "nag", "adagrad-larger", "adadelta", "rmsprop", "adam"],
  gradient: { kind: "constant", size: 1, noise: 0, seed: 1 },
  steps: 1000,
  rate: 0.1,
  decay: 0.9,
  decay2: 0.999,
};
function rightIn(params: unknown): string[] {
  if (!adagradDecayFix.legal(params)) throw new Error("not legal");
  const run = runReference(adagradDecayFix.solve(params));
  if (!run.ok) throw new Error(run.error.message);
  const truth = adagradDecayFix.read(run.value, params);
  return truth.kind === "choices" ? truth.ids : [];
}

test("another experiment has another key: an average that has not filled, a gradient that grows", () => {
  expect(rightIn(fixed)).toEqual(["adadelta", "rmsprop", "adam"]);
  expect(rightIn({ ...fixed, decay: 0.99, steps: 200 })).toEqual(["adadelta", "adam"]);
  expect(rightIn({ ...fixed, gradient: { ...fixed.gradient, kind: "growing" } })).toEqual(["adadelta"]);
});

test("the key cannot be learned by heart: drawn experiments differ in what RMSprop and Adam do", () => {
  const drawn = Array.from({ length: 60 }, (_, seed) => adagradDecayFix.draw(createRng(seed), 3));
  const keys = new Set(drawn.map((params) => [...rightIn(params)].sort().join()));
  expect([...keys].sort()).toEqual(["adadelta", "adadelta,adam", "adadelta,adam,rmsprop"]);
});

test("choosing RMSprop or Adam where it lost its step is a slip of its own", () => {
  const slipsOf = (params: typeof fixed, ids: string[]) => {
    if (!adagradDecayFix.legal(params)) throw new Error("not legal");
    return checkAnswer(
      adagradDecayFix,
      params,
      { kind: "choices", ids: rightIn(params) },
      writeAnswer({ kind: "choices", ids }),
    ).slips;
  };
  expect(slipsOf({ ...fixed, decay: 0.99, steps: 200 }, ["adadelta", "rmsprop", "adam"])).toEqual([
    "rmsprop-chosen",
  ]);
  const growing = { ...fixed, gradient: { ...fixed.gradient, kind: "growing" } };
  expect(slipsOf(growing, ["adadelta", "adam"])).toEqual(["adam-chosen"]);
});

test("for constant gradients Adagrad's step falls with the root of the steps", () => {
  if (!adagradDecayFix.legal(fixed)) throw new Error("not legal");
  const run = runReference(adagradDecayFix.solve(fixed));
  if (!run.ok) throw new Error(run.error.message);
  const { scene } = adagradDecayFix.explain(fixed, run.value);
  const adagrad = scene.kind === "effective-rates" ? scene.curves[0] : undefined;
  expect(adagrad?.kept).toBeCloseTo(Math.sqrt(0.1), 4);
});
