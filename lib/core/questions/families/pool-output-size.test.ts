import { expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { poolOutputSize } from "./pool-output-size";

type Params = Parameters<typeof poolOutputSize.ask>[0];
const seven: Params = {
  side: 7,
  channels: 0,
  window: 3,
  stride: 2,
  padding: 0,
  rounding: "floor",
  pool: "max",
};
const five: Params = { ...seven, side: 5, window: 2 };
const volume: Params = { ...seven, side: 32, channels: 16, window: 2 };

function sizeOf(params: Params): unknown {
  if (!poolOutputSize.legal(params)) throw new Error("not legal");
  const run = runReference(poolOutputSize.solve(params));
  return run.ok && poolOutputSize.read(run.value, params);
}
const wrongly = (slip: string, params: Params) =>
  poolOutputSize.mistakes
    .find((mistake) => mistake.slip === slip)
    ?.gives(params, { kind: "integer", value: Number.NaN });

it("counts the windows that fit, rounded as stated, and keeps the channels", () => {
  expect(sizeOf(seven)).toEqual({ kind: "integer", value: 3 });
  expect(sizeOf(five)).toEqual({ kind: "integer", value: 2 });
  expect(sizeOf({ ...five, rounding: "ceil" })).toEqual({ kind: "integer", value: 3 });
  expect(sizeOf(volume)).toEqual({ kind: "shape", sizes: [16, 16, 16] });
});

it("names what was overlooked", () => {
  expect(wrongly("rounding-swapped", five)).toMatchObject({ value: 3 });
  expect(wrongly("window-taken-as-stride", seven)).toMatchObject({ value: 2 });
  expect(wrongly("first-position-missed", seven)).toMatchObject({ value: 2 });
  expect(wrongly("window-ignored", { ...seven, stride: 1 })).toMatchObject({ value: 7 });
  expect(wrongly("channels-reduced", volume)).toMatchObject({ sizes: [16, 16, 8] });
  expect(wrongly("padding-ignored", { ...seven, padding: 1 })).toMatchObject({ value: 3 });
});
