import { expect, test } from "vitest";
import { runReference } from "../../compute/reference";
import { createRng } from "../../rng";
import { writeAnswer } from "../answer-values";
import { checkAnswer } from "../check";
import { fallingAsRoot } from "../scenes/effective-rates";
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

test("a line of slope −½ stands beside Adagrad's curve for constant gradients, and not for growing ones", () => {
  const adagradFor = (kind: string) => {
    const params = { ...fixed, gradient: { ...fixed.gradient, kind } };
    if (!adagradDecayFix.legal(params)) throw new Error("not legal");
    const run = runReference(adagradDecayFix.solve(params));
    if (!run.ok) throw new Error(run.error.message);
    const { scene } = adagradDecayFix.explain(params, run.value);
    if (scene.kind !== "effective-rates") throw new Error("no rates");
    return fallingAsRoot(scene);
  };
  expect(adagradFor("constant")?.kept).toBeCloseTo(Math.sqrt(0.1), 4);
  expect(adagradFor("growing")).toBeNull();
});

test("says why a step shrank: the gradient grew, or the average had not filled", () => {
  const said = (slip: string, params: unknown) => {
    if (!adagradDecayFix.legal(params)) throw new Error("not legal");
    return adagradDecayFix.mistakes.find((each) => each.slip === slip)?.say(params).en;
  };
  const growing = { ...fixed, gradient: { ...fixed.gradient, kind: "growing" } };
  expect(said("rmsprop-chosen", growing)).toContain("the gradient goes on growing");
  expect(said("rmsprop-chosen", growing)).not.toContain("correction");
  expect(said("rmsprop-chosen", { ...fixed, decay: 0.99, steps: 200 })).toContain("without a correction");
});

test("a larger rate leaves the ratio of two steps as it was, also where no root of the steps is followed", () => {
  const growing = { ...fixed, gradient: { ...fixed.gradient, kind: "growing" } };
  if (!adagradDecayFix.legal(growing)) throw new Error("not legal");
  const run = runReference(adagradDecayFix.solve(growing));
  if (!run.ok) throw new Error(run.error.message);
  const { scene } = adagradDecayFix.explain(growing, run.value);
  const kept = (id: string) =>
    scene.kind === "effective-rates" ? scene.curves.find((curve) => curve.id === id)?.kept : undefined;
  expect(kept("adagrad-larger")).toBeCloseTo(kept("adagrad") ?? Number.NaN, 6);
  expect(kept("adagrad")).toBeLessThan(0.2);
  const said = adagradDecayFix.mistakes.find(({ slip }) => slip === "larger-rate-chosen")?.say(growing);
  expect(said?.en).not.toContain("½");
  expect(said?.ko).not.toContain("½");
});

test("says before the answer what an effective step is", () => {
  if (!adagradDecayFix.legal(fixed)) throw new Error("not legal");
  const { given } = adagradDecayFix.ask(fixed);
  expect(given.map(({ en }) => en).join()).toContain("the factor on the gradient");
  expect(given.map(({ ko }) => ko).join()).toContain("기울기에 곱해지는 값");
});
