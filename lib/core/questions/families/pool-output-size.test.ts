import { expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { createRng } from "../../rng";
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

it("writes a window left out of a ceil count into the sum, so that both sides are equal", () => {
  const padded: Params = { ...volume, side: 56, stride: 3, padding: 1, rounding: "ceil" };
  expect(sizeOf(padded)).toEqual({ kind: "shape", sizes: [19, 19, 16] });
  const run = runReference(poolOutputSize.solve(padded));
  if (!run.ok) throw new Error(run.error.message);
  const { steps } = poolOutputSize.explain(padded, run.value);
  expect(steps[0]?.en).toBe("⌈(56 + 2·1 − 2) / 3⌉ + 1 − 1 = 19");
  expect(steps[1]?.en).toContain("left out");
  const missed = poolOutputSize.mistakes.find(({ slip }) => slip === "first-position-missed");
  expect(missed?.work?.(padded)).toBe("⌈(56 + 2·1 − 2) / 3⌉ − 1 = 18");
});

it("writes the wrong count of channels", () => {
  const reduced = poolOutputSize.mistakes.find(({ slip }) => slip === "channels-reduced");
  expect(reduced?.work?.(volume)).toBe("C = ⌊16 / 2⌋ = 8");
});

it("reads the particle after the last number", () => {
  expect(poolOutputSize.ask(seven).prompt.ko).toContain("stride 2를 하면");
  expect(poolOutputSize.ask({ ...seven, stride: 1 }).prompt.ko).toContain("stride 1을 하면");
});

it("draws the usual 2×2 window with stride 2 at the first level", () => {
  const drawn = Array.from({ length: 100 }, (_, seed) => poolOutputSize.draw(createRng(seed), 1));
  expect(drawn.some(({ window, stride }) => window === 2 && stride === 2)).toBe(true);
});
