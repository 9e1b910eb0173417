import { expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { sameVsExplicitPadding } from "./same-vs-explicit-padding";

type Params = Parameters<typeof sameVsExplicitPadding.ask>[0];
const ones = Array.from({ length: 3 }, () => [1, 1, 1]);
const even: Params = {
  input: [
    [1, 2, 3, 4],
    [5, 6, 7, 8],
    [9, 10, 11, 12],
    [13, 14, 15, 16],
  ],
  kernel: ones,
  stride: 2,
  padding: 1,
  asks: "outputs",
};

function runOf(params: Params) {
  if (!sameVsExplicitPadding.legal(params)) throw new Error("not legal");
  const run = runReference(sameVsExplicitPadding.solve(params));
  if (!run.ok) throw new Error(run.error.message);
  return run.value;
}
const truthOf = (params: Params) => sameVsExplicitPadding.read(runOf(params), params);

it("finds other values behind the same size where the input is even", () => {
  expect(runOf(even)).toMatchObject({
    outputs: [
      {
        value: {
          values: [
            [[54], [45]],
            [[72], [54]],
          ],
        },
      },
      {
        value: {
          values: [
            [[14], [30]],
            [[57], [99]],
          ],
        },
      },
    ],
  });
  expect(truthOf(even)).toEqual({ kind: "choice", id: "other-values" });
});

it("finds both identical at stride 1, and other sizes where the padding does not fit", () => {
  expect(truthOf({ ...even, stride: 1 })).toEqual({ kind: "choice", id: "identical" });
  expect(truthOf({ ...even, stride: 1, padding: 0 })).toEqual({ kind: "choice", id: "other-size" });
});

it("tells from the output where the zeros went", () => {
  expect(truthOf({ ...even, asks: "sides" })).toEqual({ kind: "choice", id: "after" });
  expect(truthOf({ ...even, asks: "sides", stride: 1 })).toEqual({ kind: "choice", id: "both" });
});

it("names what was assumed", () => {
  const wrongly = (slip: string, params: Params) =>
    sameVsExplicitPadding.mistakes.find((mistake) => mistake.slip === slip)?.gives(params, truthOf(params));
  expect(wrongly("identical-assumed", even)).toEqual({ kind: "choice", id: "identical" });
  expect(wrongly("all-sides-assumed", { ...even, asks: "sides" })).toEqual({ kind: "choice", id: "both" });
  expect(wrongly("all-sides-assumed", even)).toBeNull();
});

it("says that a zero is left over only where one is", () => {
  const said = (slip: string, params: Params) => {
    const found = sameVsExplicitPadding.mistakes.find((mistake) => mistake.slip === slip)?.say(params);
    return `${found?.ko} ${found?.en}`;
  };
  const sides: Params = { ...even, asks: "sides" };
  expect(said("before-first", sides)).toContain("The one left over goes after");
  const shared: Params = { ...sides, stride: 1 };
  expect(said("before-first", shared)).toContain("1 before and 1 after");
  expect(said("before-first", shared)).not.toContain("goes after");
  const none: Params = {
    ...sides,
    kernel: [
      [1, 1],
      [1, 1],
    ],
  };
  for (const slip of ["before-first", "all-sides-assumed"]) {
    expect(said(slip, none)).toContain("none is added");
    expect(said(slip, none)).not.toContain("after");
  }
});
