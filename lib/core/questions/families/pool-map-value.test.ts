import { expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { poolMapValue } from "./pool-map-value";

type Params = Parameters<typeof poolMapValue.ask>[0];
const map: Params = {
  input: [
    [1, 3, 2, 0],
    [5, 6, 1, 2],
    [7, 2, 9, 4],
    [0, 1, 3, 8],
  ],
  window: 2,
  stride: 2,
  padding: 0,
  divisor: "window",
  asks: { form: "map", pool: "max" },
};
const means: Params = { ...map, asks: { form: "map", pool: "average" } };

function truthOf(params: Params) {
  if (!poolMapValue.legal(params)) throw new Error("not legal");
  const run = runReference(poolMapValue.solve(params));
  if (!run.ok) throw new Error(run.error.message);
  return poolMapValue.read(run.value, params);
}
const wrongly = (slip: string, params: Params) =>
  poolMapValue.mistakes.find((mistake) => mistake.slip === slip)?.gives(params, truthOf(params));

it("takes the largest value or the mean of each window", () => {
  expect(truthOf(map)).toEqual({
    kind: "grid",
    rows: [
      [6, 2],
      [7, 9],
    ],
    decimals: 0,
  });
  expect(truthOf(means)).toEqual({
    kind: "grid",
    rows: [
      [3.75, 1.25],
      [2.5, 6],
    ],
    decimals: 2,
  });
  expect(truthOf({ ...map, asks: { form: "cell", pool: "average", cell: [1, 0] } })).toEqual({
    kind: "number",
    value: 2.5,
    decimals: 2,
  });
});

it("tells from the output what was taken", () => {
  const kind = (shown: number[][]) => truthOf({ ...map, asks: { form: "kind", shown } });
  expect(
    kind([
      [6, 2],
      [7, 9],
    ]),
  ).toEqual({ kind: "choice", id: "max" });
  expect(
    kind([
      [3.75, 1.25],
      [2.5, 6],
    ]),
  ).toEqual({ kind: "choice", id: "average" });
  expect(
    kind([
      [1, 0],
      [0, 3],
    ]),
  ).toEqual({ kind: "choice", id: "smallest" });
});

it("names what was overlooked", () => {
  expect(wrongly("other-kind", means)).toMatchObject({
    rows: [
      [6, 2],
      [7, 9],
    ],
  });
  expect(wrongly("summed", means)).toMatchObject({
    rows: [
      [15, 5],
      [10, 24],
    ],
  });
  expect(wrongly("top-left-taken", map)).toMatchObject({
    rows: [
      [1, 2],
      [7, 9],
    ],
  });
  expect(wrongly("stride-not-followed", map)).toMatchObject({
    rows: [
      [6, 6],
      [7, 9],
    ],
  });
  const padded: Params = { ...means, window: 3, padding: 1 };
  expect(truthOf(padded)).toMatchObject({ rows: [[15 / 9, expect.any(Number)], expect.any(Array)] });
  expect(wrongly("divisor-swapped", padded)).toMatchObject({
    rows: [[15 / 4, expect.any(Number)], expect.any(Array)],
  });
  const negative: Params = {
    ...map,
    input: map.input.map((row) => row.map((value) => value - 20)),
    window: 3,
    padding: 1,
  };
  expect(wrongly("padding-as-zero", negative)).toMatchObject({
    rows: [
      [0, 0],
      [0, -11],
    ],
  });
});
