import { expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { convVsFullConnection } from "./conv-vs-full-connection";

const layer = { kernel: 3, stride: 1, padding: 0, dilation: 1 };
const middle = { side: 5, layers: [{ ...layer, stride: 2, padding: 1 }], cell: [1, 2] as [number, number] };

function truthOf(params: typeof middle) {
  if (!convVsFullConnection.legal(params)) throw new Error("not legal");
  const run = runReference(convVsFullConnection.solve(params));
  if (!run.ok) throw new Error(run.error.message);
  return convVsFullConnection.read(run.value, params);
}
const cells = (rows: number[], columns: number[]) => ({
  kind: "cells",
  cells: rows.flatMap((row) => columns.map((column) => [row, column])),
});
const wrongly = (slip: string, params: typeof middle) =>
  convVsFullConnection.mistakes.find((mistake) => mistake.slip === slip)?.gives(params, truthOf(params));

it("lists the cells under the kernel, cut off at the border of the input", () => {
  expect(truthOf(middle)).toEqual(cells([1, 2, 3], [3, 4]));
  expect(truthOf({ side: 4, layers: [layer], cell: [1, 0] })).toEqual(cells([1, 2, 3], [0, 1, 2]));
  expect(truthOf({ side: 6, layers: [{ ...layer, dilation: 2 }], cell: [0, 1] })).toEqual(
    cells([0, 2, 4], [1, 3, 5]),
  );
  expect(truthOf({ side: 5, layers: [layer, layer], cell: [0, 0] })).toEqual(
    cells([0, 1, 2, 3, 4], [0, 1, 2, 3, 4]),
  );
});

it("names what was overlooked", () => {
  expect(wrongly("all-cells", middle)).toEqual(cells([0, 1, 2, 3, 4], [0, 1, 2, 3, 4]));
  expect(wrongly("one-cell", middle)).toEqual(cells([1], [2]));
  expect(wrongly("stride-ignored", middle)).toEqual(cells([0, 1, 2], [1, 2, 3]));
  expect(wrongly("padding-ignored", { ...middle, cell: [1, 1] })).toEqual(cells([2, 3, 4], [2, 3, 4]));
  expect(wrongly("last-layer-only", { side: 6, layers: [layer, layer], cell: [1, 1] })).toEqual(
    cells([1, 2, 3], [1, 2, 3]),
  );
});
