import { expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { capacitySweep } from "./capacity-sweep";

type Params = Parameters<typeof capacitySweep.ask>[0];
const params: Params = {
  seed: 842_082_329,
  frequency: 4,
  points: 13,
  noise: 0.3,
  options: [0, 2, 8],
  degree: 8,
  asks: "degree",
  turn: 0,
};

function truthOf(asked: Params): string {
  if (!capacitySweep.legal(asked)) throw new Error("not legal");
  const run = runReference(capacitySweep.solve(asked));
  if (!run.ok) throw new Error(run.error.message);
  const truth = capacitySweep.read(run.value, asked);
  return truth.kind === "choice" ? truth.id : "";
}
function wrongly(slip: string, asked: Params, right: string) {
  const given = capacitySweep.mistakes
    .find((each) => each.slip === slip)
    ?.gives(asked, { kind: "choice", id: right });
  return given?.kind === "choice" ? given.id : null;
}

it("chooses by the error on points that were kept apart", () => {
  expect(truthOf(params)).toBe("2");
  // Without noise and with many points nothing is learned by heart: the highest degree wins.
  expect(truthOf({ ...params, noise: 0, points: 30 })).toBe("8");
});

it("judges a degree against the best", () => {
  const judged = (degree: number) => truthOf({ ...params, degree, asks: "verdict" });
  expect([judged(0), judged(2), judged(8)]).toEqual(["under", "good", "over"]);
});

it("fits a polynomial exactly through points that lie on one", () => {
  const x = [-1, -0.5, 0, 0.5, 1];
  const square = { x, y: x.map((each) => each * each) };
  const run = runReference({ kind: "fit", train: square, validation: square, degree: 2, grid: [-0.3, 0.7] });
  if (!run.ok || run.value.kind !== "fit") throw new Error("not fitted");
  const [constant, , parabola] = run.value.fits;
  expect(constant?.curve).toEqual([expect.closeTo(0.5, 12), expect.closeTo(0.5, 12)]);
  expect(parabola?.curve).toEqual([expect.closeTo(0.09, 12), expect.closeTo(0.49, 12)]);
  expect(parabola?.train).toBeCloseTo(0, 12);
});

/** By the fits themselves, in no way that the family takes. */
function fitsOf(asked: Params) {
  const run = runReference(capacitySweep.solve(asked));
  if (!run.ok || run.value.kind !== "fit") throw new Error("not fitted");
  return run.value.fits;
}
function smallestGap(): string | undefined {
  const fits = fitsOf(params);
  const gaps = params.options.map((degree) => ({
    degree,
    gap: Math.abs((fits[degree]?.train ?? 0) - (fits[degree]?.validation ?? 0)),
  }));
  return gaps.sort((one, other) => one.gap - other.gap)[0]?.degree.toString();
}

it("asks for a number: how many times the best error on new data a degree has", () => {
  const asked: Params = { ...params, asks: "ratio" };
  const fits = fitsOf(asked);
  const [best, own] = [fits[2], fits[8]];
  if (!best || !own) throw new Error("not fitted");
  expect(capacitySweep.read({ kind: "fit", fits }, asked)).toEqual({
    kind: "number",
    value: own.validation / best.validation,
    decimals: 2,
  });
  expect(capacitySweep.ask(asked).answer.kind).toBe("number");
  const factor = (slip: string) => {
    const given = capacitySweep.mistakes
      .find((each) => each.slip === slip)
      ?.gives(asked, { kind: "number", value: 0, decimals: 2 });
    return given?.kind === "number" ? given.value : null;
  };
  expect(factor("own-training")).toBe(own.validation / own.train);
  expect(factor("training-compared")).toBe(own.train / best.train);
  expect(factor("inverted")).toBe(best.validation / own.validation);
  expect(factor("subtracted")).toBe(own.validation - best.validation);
});

it("names how the errors were misread", () => {
  const judged: Params = { ...params, asks: "verdict" };
  expect(wrongly("lowest-training-error", params, "2")).toBe("8");
  expect(wrongly("simplest-chosen", params, "2")).toBe("0");
  expect(wrongly("train-read-alone", judged, "over")).toBe("good");
  expect(wrongly("high-error-is-over", judged, "under")).toBe("over");
  expect(wrongly("any-gap-is-over", judged, "good")).toBe("over");
  expect(wrongly("high-error-is-under", judged, "over")).toBe("under");
  expect(wrongly("small-gap-is-good", judged, "under")).toBe("good");
  expect(wrongly("zero-was-wanted", judged, "good")).toBe("under");
  expect(wrongly("smallest-gap", params, "2")).toBe(smallestGap());
  expect(wrongly("any-gap-is-over", params, "2")).toBeNull();
});
