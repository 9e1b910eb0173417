import { expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { convCellValue } from "./conv-cell-value";

const input = [
  [1, 2, 0, 1],
  [0, 1, 3, 2],
  [2, 1, 0, 0],
  [1, 0, 2, 1],
];
const kernel = [
  [1, 0, -1],
  [2, 0, -2],
  [1, 0, -1],
];
const plain = { channels: [{ input, kernel }], padding: 0, stride: 1, bias: 0, asks: "map" as const };

type Params = Parameters<typeof convCellValue.ask>[0];
function truthOf(params: Params) {
  if (!convCellValue.legal(params)) throw new Error("not legal");
  const run = runReference(convCellValue.solve(params));
  if (!run.ok) throw new Error(run.error.message);
  return convCellValue.read(run.value, params);
}
const wrongly = (slip: string, params: Params) =>
  convCellValue.mistakes.find((mistake) => mistake.slip === slip)?.gives(params, truthOf(params));

it("lays the kernel on as written", () => {
  expect(truthOf(plain)).toEqual({
    kind: "grid",
    rows: [
      [-3, 0],
      [0, 0],
    ],
    decimals: 0,
  });
  expect(truthOf({ ...plain, padding: 1, stride: 2 })).toMatchObject({
    rows: [
      [-5, 1],
      [-3, 0],
    ],
  });
  expect(truthOf({ ...plain, asks: [0, 0], bias: 4 })).toEqual({ kind: "integer", value: 1 });
});

it("names a kernel that was turned, a bias left out, and padding that was not counted", () => {
  expect(wrongly("kernel-flipped", plain)).toMatchObject({
    rows: [
      [3, 0],
      [0, 0],
    ],
  });
  expect(wrongly("bias-missed", { ...plain, asks: [0, 0], bias: 4 })).toMatchObject({ value: -3 });
  expect(wrongly("padding-ignored", { ...plain, asks: [0, 0], padding: 1 })).toMatchObject({ value: -3 });
  expect(wrongly("window-summed", { ...plain, asks: [0, 0] })).toMatchObject({ value: 10 });
  expect(wrongly("stride-ignored", { ...plain, asks: [1, 1], padding: 1, stride: 2 })).toMatchObject({
    value: -3,
  });
});

it("sums over all channels, and names the first alone", () => {
  const two = {
    ...plain,
    asks: [0, 0] as [number, number],
    channels: [
      { input, kernel },
      { input, kernel },
    ],
  };
  expect(truthOf(two)).toMatchObject({ value: -6 });
  expect(wrongly("first-channel-only", two)).toMatchObject({ value: -3 });
});

it("writes the products of the asked cell", () => {
  const flipped = convCellValue.mistakes.find(({ slip }) => slip === "kernel-flipped");
  expect(flipped?.work?.({ ...plain, asks: [0, 0] })).toBe(
    "1·(−1) + 2·0 + 0·1 + 0·(−2) + 1·0 + 3·2 + 2·(−1) + 1·0 + 0·1 = 3",
  );
});
