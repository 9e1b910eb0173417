import { expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { convParamCount } from "./conv-param-count";

type Params = Parameters<typeof convParamCount.ask>[0];
const example: Params = { side: 32, channels: 3, kernel: [3, 3], filters: [16], hasBias: true };

function countOf(params: Params): unknown {
  if (!convParamCount.legal(params)) throw new Error("not legal");
  const run = runReference(convParamCount.solve(params));
  return run.ok && convParamCount.read(run.value, params);
}
const wrongly = (slip: string, params: Params) =>
  convParamCount.mistakes
    .find((mistake) => mistake.slip === slip)
    ?.gives(params, { kind: "integer", value: Number.NaN });

it("counts the elements of the weights and biases", () => {
  expect(countOf(example)).toEqual({ kind: "integer", value: 448 });
  expect(countOf({ ...example, hasBias: false })).toEqual({ kind: "integer", value: 432 });
  expect(countOf({ ...example, channels: 1, kernel: [5, 5], filters: [6, 16] })).toEqual({
    kind: "integer",
    value: 156 + 2416,
  });
});

it("names what was overlooked", () => {
  expect(wrongly("channels-dropped", example)).toMatchObject({ value: 160 });
  expect(wrongly("bias-dropped", example)).toMatchObject({ value: 432 });
  expect(wrongly("positions-not-shared", example)).toMatchObject({ value: 458_752 });
  expect(wrongly("one-filter", example)).toMatchObject({ value: 28 });
  expect(wrongly("channels-added", example)).toMatchObject({ value: 208 });
  expect(wrongly("bias-added", { ...example, hasBias: false })).toMatchObject({ value: 448 });
  expect(wrongly("bias-added", example)).toBeNull();
});
