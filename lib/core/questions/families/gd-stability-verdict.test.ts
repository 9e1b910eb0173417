import { expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { gdStabilityVerdict } from "./gd-stability-verdict";

type Params = Parameters<typeof gdStabilityVerdict.ask>[0];
const params: Params = { curvature: 2, rate: 0.3, start: 1, tolerance: 0.01, asks: "verdict", turn: 0 };

function truthOf(asked: Params) {
  if (!gdStabilityVerdict.legal(asked)) throw new Error("not legal");
  const run = runReference(gdStabilityVerdict.solve(asked));
  if (!run.ok) throw new Error(run.error.message);
  return bare(gdStabilityVerdict.read(run.value, asked));
}
const bare = (truth: ReturnType<typeof gdStabilityVerdict.read> | null | undefined) =>
  truth?.kind === "number"
    ? Number(truth.value.toFixed(6))
    : truth?.kind === "choice"
      ? truth.id
      : truth?.kind === "integer"
        ? truth.value
        : null;
const wrongly = (slip: string, asked: Params) =>
  bare(
    gdStabilityVerdict.mistakes
      .find((each) => each.slip === slip)
      ?.gives(asked, { kind: "integer", value: 0 }),
  );

it("tells the five movements on w² apart", () => {
  const verdicts = [0.3, 0.5, 0.9, 1, 1.1].map((rate) => truthOf({ ...params, rate }));
  expect(verdicts).toEqual(["creeps", "at-once", "swings", "stays", "diverges"]);
});

it("finds the factor of a step, the limit of the rate and the steps to a tolerance", () => {
  expect([0.3, 0.9, 1.1].map((rate) => truthOf({ ...params, rate, asks: "factor" }))).toEqual([
    0.4, -0.8, -1.2,
  ]);
  expect(truthOf({ ...params, asks: "critical" })).toBe(1);
  expect(truthOf({ ...params, rate: 0.1, asks: "steps" })).toBe(21);
});

it("names what was believed", () => {
  expect(wrongly("larger-is-faster", { ...params, rate: 1.1 })).toBe("creeps");
  expect(wrongly("swing-is-divergence", { ...params, rate: 0.9 })).toBe("diverges");
  expect(wrongly("swing-always-settles", { ...params, rate: 1.1 })).toBe("swings");
  expect(wrongly("one-step-for-critical", { ...params, asks: "critical" })).toBe(0.5);
  expect(wrongly("curvature-taken-twice", { ...params, asks: "critical" })).toBe(2);
  expect(wrongly("one-missed", { ...params, asks: "factor" })).toBe(0.6);
  expect(wrongly("sign-turned", { ...params, asks: "factor" })).toBe(1.6);
  expect(wrongly("curvature-halved", { ...params, asks: "factor" })).toBe(0.7);
  const steps: Params = { ...params, rate: 0.1, asks: "steps" };
  expect(["step-more", "step-less", "same-amount"].map((slip) => wrongly(slip, steps))).toEqual([22, 20, 5]);
});
