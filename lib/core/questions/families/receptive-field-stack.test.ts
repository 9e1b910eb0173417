import { expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { receptiveFieldStack } from "./receptive-field-stack";

const conv = (kernel: number, stride = 1) => ({ op: "conv" as const, kernel, stride });
const pool = (kernel: number, stride: number) => ({ op: "average-pool" as const, kernel, stride });

function fieldOf(layers: ReturnType<typeof conv>[] | unknown[]): unknown {
  const params = { layers };
  if (!receptiveFieldStack.legal(params)) throw new Error("not legal");
  const run = runReference(receptiveFieldStack.solve(params));
  return run.ok && receptiveFieldStack.read(run.value, params);
}
const wrongly = (slip: string, layers: { op: "conv" | "average-pool"; kernel: number; stride: number }[]) =>
  receptiveFieldStack.mistakes
    .find((mistake) => mistake.slip === slip)
    ?.gives({ layers }, { kind: "integer", value: Number.NaN });

it("reads the receptive field off the cells that move the output", () => {
  expect(fieldOf([conv(3), conv(3), conv(3)])).toEqual({ kind: "integer", value: 7 });
  expect(fieldOf([conv(3), pool(2, 2), conv(3)])).toEqual({ kind: "integer", value: 8 });
  expect(fieldOf([conv(7, 2), pool(3, 2), conv(3)])).toEqual({ kind: "integer", value: 19 });
});

it("names what was overlooked", () => {
  const layers = [conv(7, 2), pool(3, 2), conv(3)];
  expect(wrongly("kernels-added", layers)).toMatchObject({ value: 13 });
  expect(wrongly("kernels-multiplied", layers)).toMatchObject({ value: 63 });
  expect(wrongly("last-kernel-only", layers)).toMatchObject({ value: 3 });
  expect(wrongly("strides-ignored", layers)).toMatchObject({ value: 11 });
  expect(wrongly("own-stride-counted", layers)).toMatchObject({ value: 29 });
  expect(wrongly("first-cell-missed", layers)).toMatchObject({ value: 18 });
  expect(wrongly("strides-ignored", [conv(3), conv(3, 2)])).toBeNull();
});
