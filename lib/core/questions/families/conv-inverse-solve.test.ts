import { expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { convInverseSolve } from "./conv-inverse-solve";

type Params = Parameters<typeof convInverseSolve.ask>[0];
const same: Params = { unknown: "padding", side: 28, kernel: 5, padding: 0, stride: 1, target: 28 };
const halved: Params = { unknown: "stride", side: 32, kernel: 4, padding: 1, stride: 1, target: 16 };

function truthOf(params: Params) {
  if (!convInverseSolve.legal(params)) throw new Error("not legal");
  const run = runReference(convInverseSolve.solve(params));
  if (!run.ok) throw new Error(run.error.message);
  return convInverseSolve.read(run.value, params);
}
const wrongly = (slip: string, params: Params) =>
  convInverseSolve.mistakes.find((mistake) => mistake.slip === slip)?.gives(params, truthOf(params));

it("finds every value that reaches the target by trying them", () => {
  expect(truthOf(same)).toEqual({ kind: "integer", value: 2 });
  expect(truthOf(halved)).toEqual({ kind: "choices", ids: ["2"] });
  expect(truthOf({ ...halved, side: 7, kernel: 3, target: 4 })).toEqual({ kind: "choices", ids: ["2"] });
  expect(truthOf({ ...halved, side: 7, kernel: 3, padding: 0, target: 2 })).toEqual({
    kind: "choices",
    ids: ["3", "4"],
  });
});

it("refuses a target that no padding reaches", () => {
  expect(convInverseSolve.legal({ ...same, target: 27 })).toBe(false);
});

it("names what was overlooked", () => {
  expect(wrongly("padding-is-kernel", same)).toMatchObject({ value: 5 });
  expect(wrongly("padding-not-halved", same)).toMatchObject({ value: 4 });
  expect(wrongly("half-rounded-up", same)).toMatchObject({ value: 3 });
  const several = { ...halved, side: 7, kernel: 3, padding: 0, target: 2 };
  expect(wrongly("first-only", several)).toEqual({ kind: "choices", ids: ["3"] });
  expect(wrongly("remainder-refused", several)).toEqual({ kind: "choices", ids: ["4"] });
  expect(wrongly("ratio-only", several)).toEqual({ kind: "choices", ids: ["3"] });
});

it("knows of no zeros to share where none are missing", () => {
  expect(wrongly("padding-not-halved", { ...same, side: 9, stride: 3, target: 2 })).toBeNull();
  expect(wrongly("padding-not-halved", { ...same, kernel: 3, side: 5, stride: 2, target: 2 })).toBeNull();
});
