import { expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { denseVsConvParams } from "./dense-vs-conv-params";

type Params = Parameters<typeof denseVsConvParams.ask>[0];
const digits: Params = { image: [28, 28, 1], units: 32, kernel: 3, filters: 32, asks: "ratio" };
const tiny: Params = { image: [4, 4, 2], units: 4, kernel: 3, filters: 16, asks: "larger" };

function truthOf(params: Params) {
  if (!denseVsConvParams.legal(params)) throw new Error("not legal");
  const run = runReference(denseVsConvParams.solve(params));
  if (!run.ok) throw new Error(run.error.message);
  return denseVsConvParams.read(run.value, params);
}
const wrongly = (slip: string, params: Params) =>
  denseVsConvParams.mistakes.find((mistake) => mistake.slip === slip)?.gives(params, truthOf(params));

it("compares the counts of both layers", () => {
  expect(truthOf(digits)).toEqual({ kind: "number", value: 25_120 / 320, decimals: 1 });
  expect(truthOf({ ...digits, asks: "larger" })).toEqual({ kind: "choice", id: "dense" });
  expect(truthOf(tiny)).toEqual({ kind: "choice", id: "conv" });
});

it("names what was overlooked", () => {
  expect(wrongly("positions-not-shared", digits)).toMatchObject({ value: 25_120 / 250_880 });
  expect(wrongly("ratio-inverted", digits)).toMatchObject({ value: 320 / 25_120 });
  expect(wrongly("filter-channels-dropped", { ...digits, image: [28, 28, 3] })).toMatchObject({
    value: 75_296 / 320,
  });
  expect(wrongly("image-channels-dropped", { ...digits, image: [28, 28, 3] })).toMatchObject({
    value: 25_120 / 896,
  });
  expect(wrongly("positions-not-shared", { ...digits, asks: "larger" })).toEqual({
    kind: "choice",
    id: "conv",
  });
  expect(wrongly("dense-always-larger", tiny)).toEqual({ kind: "choice", id: "dense" });
});
