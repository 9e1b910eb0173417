import { expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { createRng } from "../../rng";
import { pixelShuffleBlindness } from "./pixel-shuffle-blindness";

type Params = Parameters<typeof pixelShuffleBlindness.ask>[0];
const places = Array.from({ length: 16 }, (_, at) => at);
const reversed: Params = {
  image: [
    [1, 2, 3, 4],
    [5, 6, 7, 8],
    [9, 8, 7, 6],
    [5, 5, 3, 2],
  ],
  order: [...places].reverse(),
  weights: places.map((place) => [place % 5, 1]),
  kernel: [
    [1, 2],
    [3, 1],
  ],
  areWeightsMoved: true,
};
/** The two fives of the last row. */
const twins = places.map((place) => (place === 12 ? 13 : place === 13 ? 12 : place));

function truthOf(params: Params) {
  if (!pixelShuffleBlindness.legal(params)) throw new Error("not legal");
  const run = runReference(pixelShuffleBlindness.solve(params));
  if (!run.ok) throw new Error(run.error.message);
  return pixelShuffleBlindness.read(run.value, params);
}
const wrongly = (slip: string, params: Params) =>
  pixelShuffleBlindness.mistakes.find((mistake) => mistake.slip === slip)?.gives(params, truthOf(params));

it("finds a dense layer blind when its weights move along, and a convolution never", () => {
  expect(truthOf(reversed)).toEqual({ kind: "choice", id: "conv" });
  expect(truthOf({ ...reversed, areWeightsMoved: false })).toEqual({ kind: "choice", id: "both" });
});

it("finds nothing changed where equal values change places", () => {
  expect(truthOf({ ...reversed, order: twins, areWeightsMoved: false })).toEqual({
    kind: "choice",
    id: "none",
  });
});

it("names what was believed", () => {
  expect(wrongly("dense-sees-places", reversed)).toEqual({ kind: "choice", id: "both" });
  expect(wrongly("conv-blind-to-places", reversed)).toEqual({ kind: "choice", id: "none" });
  expect(wrongly("weights-forgotten", { ...reversed, areWeightsMoved: false })).toEqual({
    kind: "choice",
    id: "conv",
  });
  expect(wrongly("all-change-assumed", { ...reversed, order: twins })).toEqual({
    kind: "choice",
    id: "both",
  });
});

it("draws weights that stay and weights that move at the first level, so the answer is not always the same", () => {
  const drawn = Array.from({ length: 50 }, (_, seed) => pixelShuffleBlindness.draw(createRng(seed), 1));
  const ids = drawn.map((params) => JSON.stringify(truthOf(params)));
  expect(new Set(ids)).toEqual(new Set(['{"kind":"choice","id":"conv"}', '{"kind":"choice","id":"both"}']));
});

it("puts the options in several orders where only two pixels changed places", () => {
  const first = Array.from({ length: 8 }, (_, at) => {
    const image = reversed.image.map((row, r) => (r === 0 ? [at, ...row.slice(1)] : row));
    const { answer } = pixelShuffleBlindness.ask({ ...reversed, image, order: twins });
    return answer.kind === "choice" ? answer.options[0]?.id : "";
  });
  expect(new Set(first).size).toBe(4);
});
