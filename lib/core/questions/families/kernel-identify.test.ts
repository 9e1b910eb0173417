import { expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { kernelIdentify } from "./kernel-identify";
import type { KernelId } from "./kernel-identify-rules";

const image = [
  [0, 0, 0, 0],
  [0, 9, 9, 0],
  [0, 9, 9, 0],
  [0, 0, 0, 0],
];
const blurred = [
  [1, 2, 2, 1],
  [2, 4, 4, 2],
  [2, 4, 4, 2],
  [1, 2, 2, 1],
];
const edges = [
  [9, 9, -9, -9],
  [18, 18, -18, -18],
  [18, 18, -18, -18],
  [9, 9, -9, -9],
];
const asked = (shown: number[][], candidates: KernelId[]) => ({ image, shown, candidates });

function truthOf(params: ReturnType<typeof asked>) {
  if (!kernelIdentify.legal(params)) throw new Error("not legal");
  const run = runReference(kernelIdentify.solve(params));
  if (!run.ok) throw new Error(run.error.message);
  return kernelIdentify.read(run.value, params);
}
const wrongly = (slip: string, params: ReturnType<typeof asked>) =>
  kernelIdentify.mistakes.find((mistake) => mistake.slip === slip)?.gives(params, truthOf(params));

it("names the kernel whose run gives the map that is shown", () => {
  expect(truthOf(asked(blurred, ["identity", "blur", "edge-x", "edge-y"]))).toEqual({
    kind: "choice",
    id: "blur",
  });
  expect(truthOf(asked(edges, ["edge-x", "edge-y", "edge-x-reversed", "blur"]))).toEqual({
    kind: "choice",
    id: "edge-x",
  });
  expect(truthOf(asked(image, ["sharpen", "identity", "blur", "edge-y"]))).toEqual({
    kind: "choice",
    id: "identity",
  });
});

it("refuses a map that no candidate made", () => {
  expect(kernelIdentify.legal(asked(edges, ["identity", "blur", "sharpen", "edge-y"]))).toBe(false);
});

it("names what was mixed up", () => {
  const params = asked(edges, ["edge-x", "edge-y", "edge-x-reversed", "blur"]);
  expect(wrongly("direction-swapped", params)).toEqual({ kind: "choice", id: "edge-y" });
  expect(wrongly("sign-turned", params)).toEqual({ kind: "choice", id: "edge-x-reversed" });
  expect(wrongly("average-missed", asked(blurred, ["identity", "blur", "edge-x", "edge-y"]))).toEqual({
    kind: "choice",
    id: "identity",
  });
  expect(wrongly("average-assumed", asked(image, ["sharpen", "identity", "blur", "edge-y"]))).toEqual({
    kind: "choice",
    id: "blur",
  });
});
