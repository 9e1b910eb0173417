import { describe, expect, it } from "vitest";
import { runReference } from "../compute/reference";
import type { Text } from "../text";
import type { AnswerForm, Truth } from "./answer-form";
import { drawVariant } from "./draw-variant";
import type { Explanation } from "./family";
import { firstHint } from "./first-hint";
import { type AnyFamily, families, familyOf } from "./registry";

const same = (text: string): Text => ({ ko: text, en: text });
const integer: AnswerForm = { kind: "integer", label: same("n") };
const hint = (steps: string[], truth: Truth = { kind: "integer", value: 12 }, form: AnswerForm = integer) => {
  const explanation = { steps: steps.map(same), scene: { kind: "none" } } as unknown as Explanation;
  return firstHint({ explanation, form, truth })?.en ?? null;
};

describe("the first hint of a computed question", () => {
  it("is the first formula without its result", () => {
    expect(hint(["(3 + 1)·3 = 12"])).toBe("(3 + 1)·3 = ?");
    expect(hint(["s₁ = 0.8 × 0 + 0.2 × 4 = 0.8, 0.01 / √0.8 = 0.0112", "…"])).toBe(
      "s₁ = 0.8 × 0 + 0.2 × 4 = ?",
    );
    expect(hint(["There are (16 + 1) × 10 = 170 parameters.", "…"])).toBe("There are (16 + 1) × 10 = ?");
  });

  it("is the first of several steps where that computes nothing and only gives values", () => {
    expect(hint(["β = 0.7 of the velocity stays.", "12"])).toBe("β = 0.7 of the velocity stays.");
  });

  it("is nothing where the first step tells the answer", () => {
    expect(hint(["There are 12 of them."])).toBeNull();
    expect(hint(["72 = 5 × 12 + 12", "So 12."])).toBeNull();
    expect(hint(["It becomes 4×4×8.", "…"], { kind: "shape", sizes: [4, 4, 8] })).toBeNull();
    const choice: AnswerForm = { kind: "choice", options: [{ id: "a", text: same("Adam") }] };
    expect(hint(["Only Adam does.", "…"], { kind: "choice", id: "a" }, choice)).toBeNull();
  });
});

const hintsOf = (family: AnyFamily): (Text | null)[] =>
  Array.from({ length: 12 }, (_, seed) => {
    const level = family.levels[seed % family.levels.length] ?? 1;
    const { params } = drawVariant(family, seed, level);
    const run = runReference(family.solve(params));
    if (!run.ok) throw new Error(run.error.message);
    const truth = family.read(run.value, params);
    return firstHint({
      explanation: family.explain(params, run.value),
      form: family.ask(params).answer,
      truth,
    });
  });

it("shows the formula of an output size without the size", () => {
  const [first] = hintsOf(familyOf("conv-output-size") as AnyFamily);
  expect(first?.en).toMatch(/^⌊\(\d+ \+ 2·\d+ − .*⌋ \+ 1 = \?$/);
});

it("is missing only where one looks at curves or maps and names what they are", () => {
  const without = families.filter((family) => hintsOf(family).every((each) => each === null));
  expect(without.map(({ id }) => id)).toEqual([
    "kernel-identify",
    "overshoot-compare",
    "schedule-identify-curve",
    "fit-diagnosis-curves",
    "adagrad-decay-fix",
  ]);
});
