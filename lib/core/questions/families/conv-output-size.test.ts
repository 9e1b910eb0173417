import { describe, expect, test } from "vitest";
import { runReference } from "../../compute/reference";
import { writeAnswer } from "../answer-values";
import { checkAnswer } from "../check";
import { drawVariant } from "../draw-variant";
import { familyOf } from "../registry";

const family = familyOf("conv-output-size");
if (!family) throw new Error("conv-output-size is not registered");

const paramsOf = (n: number, k: number, padding = 0, stride = 1, dilation = 1, repeat = 1) => ({
  input: [n, n],
  kernel: [k, k],
  padding,
  stride,
  dilation,
  channels: 1,
  filters: 1,
  repeat,
  values: 1,
});

function truthOf(params: unknown) {
  const run = family?.legal(params) ? runReference(family.solve(params)) : null;
  if (!family || !run?.ok) throw new Error(`not computable: ${JSON.stringify(params)}`);
  return family.read(run.value, params);
}

describe("conv-output-size", () => {
  test.each([
    [7, 3, 1, 2, 1, 1, "4×4"],
    [6, 3, 1, 2, 1, 1, "3×3"],
    [28, 5, 0, 1, 1, 1, "24×24"],
    [224, 7, 3, 2, 1, 1, "112×112"],
    [7, 3, 0, 1, 2, 1, "3×3"],
    [28, 5, 0, 1, 1, 6, "4×4"],
  ])(
    "n %i, k %i, p %i, s %i, d %i, %i times gives %s",
    (n, k, padding, stride, dilation, repeat, expected) => {
      expect(writeAnswer(truthOf(paramsOf(n, k, padding, stride, dilation, repeat)))).toBe(expected);
    },
  );

  test("3×3 for 7, 3, padding 1, stride 2 matches several wrong rules, so the learner is asked", () => {
    const params = paramsOf(7, 3, 1, 2);
    const { slips } = checkAnswer(family, params, truthOf(params), "3×3");
    expect(slips).toEqual(["padding-ignored", "padding-one-side", "first-position-missed", "kernel-ignored"]);
  });

  test("draws the standard example now and then", () => {
    const prompts = Array.from({ length: 60 }, (_, seed) =>
      family.ask(drawVariant(family, seed, 1).params),
    ).map(({ prompt }) => prompt.ko);
    expect(prompts).toContain("입력 7×7, 커널 3×3, padding 1, stride 2일 때 출력 크기는?");
  });
});
