import { expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { overshootCompare } from "./overshoot-compare";

type Params = Parameters<typeof overshootCompare.ask>[0];
const params: Params = { curvature: 2, rate: 0.1, beta: 0.9, start: 1, asks: "momentum", turn: 0 };

function truthOf(asked: Params) {
  if (!overshootCompare.legal(asked)) throw new Error("not legal");
  const run = runReference(overshootCompare.solve(asked));
  if (!run.ok) throw new Error(run.error.message);
  const truth = overshootCompare.read(run.value, asked);
  return truth.kind === "number" ? Number(truth.value.toFixed(4)) : truth;
}
const choice = (id: string) => ({ kind: "choice", id });

it("lets Momentum run further than NAG, and neither where no velocity gathers", () => {
  // By hand: w = 1, .8, .46, .062, −.3086, −.5804, −.7090 and back from there.
  expect(truthOf(params)).toBeCloseTo(0.709, 3);
  expect(truthOf({ ...params, asks: "nag" })).toBeLessThan(0.4);
  expect(truthOf({ ...params, asks: "which" })).toEqual(choice("momentum"));
  expect(truthOf({ ...params, asks: "which", beta: 0.1, rate: 0.05 })).toEqual(choice("neither"));
});

it("runs both methods for 200 steps, until they rest", () => {
  const run = runReference(overshootCompare.solve({ ...params, beta: 0.95 }));
  if (!run.ok || run.value.kind !== "batch") throw new Error("not run");
  const paths = run.value.outputs.map((each) =>
    each.ok && each.value.kind === "descent" ? each.value.theta : [],
  );
  expect(paths.map((theta) => theta.length)).toEqual([201, 201]);
  for (const theta of paths) expect(Math.abs(theta.at(-1)?.[0] ?? 1)).toBeLessThan(0.01);
});

it("stays on its own side where β is 0 and a step is not too long", () => {
  const plain: Params = { ...params, asks: "which", beta: 0, curvature: 4, rate: 0.2 };
  expect(truthOf(plain)).toEqual(choice("neither"));
});

it("names what was expected", () => {
  const wrongly = (slip: string, asked: Params) => {
    const truth = { kind: "number", value: 0, decimals: 3 } as const;
    const given = overshootCompare.mistakes.find((each) => each.slip === slip)?.gives(asked, truth);
    return given?.kind === "number" ? Number(given.value.toFixed(3)) : given;
  };
  const which: Params = { ...params, asks: "which" };
  expect(wrongly("other-method", { ...params, asks: "nag" })).toBe(0.709);
  expect(wrongly("whole-start", params)).toBe(1);
  expect(wrongly("stops-at-bottom", params)).toBe(0);
  expect(wrongly("nag-further", which)).toEqual(choice("nag"));
  expect(wrongly("momentum-always", which)).toEqual(choice("momentum"));
  expect(wrongly("both-alike", which)).toEqual(choice("same"));
  expect(wrongly("none-past", which)).toEqual(choice("neither"));
  expect(wrongly("none-past", params)).toBeNull();
});
