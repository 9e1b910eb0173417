import { expect, test } from "vitest";
import { runReference } from "../../compute/reference";
import { familyOf } from "../registry";

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
  const run = runReference(family.solve(params));
  if (!run.ok) throw new Error(run.error.message);
  expect(family.read(run.value, params)).toEqual({ kind: "choices", ids: ["adadelta", "rmsprop", "adam"] });
  const { scene } = family.explain(params, run.value);
  const adagrad = scene.kind === "effective-rates" ? scene.curves[0] : undefined;
  expect(adagrad?.kept).toBeCloseTo(Math.sqrt(0.1), 4);
});
