import { describe, expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { createRng } from "../../rng";
import { fitDiagnosisCurves } from "./fit-diagnosis-curves";

type Params = Parameters<typeof fitDiagnosisCurves.ask>[0];

function truthOf(asked: Params): string {
  if (!fitDiagnosisCurves.legal(asked)) throw new Error("not legal");
  const run = runReference(fitDiagnosisCurves.solve(asked));
  if (!run.ok) throw new Error(run.error.message);
  const truth = fitDiagnosisCurves.read(run.value, asked);
  return truth.kind === "choice" ? truth.id : "";
}
const drawn = Array.from({ length: 60 }, (_, seed) => fitDiagnosisCurves.draw(createRng(seed), 1));
const byVerdict = (verdict: string): Params => {
  const found = drawn.find((params) => truthOf(params) === verdict);
  if (!found) throw new Error(`no ${verdict} was drawn`);
  return found;
};

it("draws every verdict", () => {
  const counts = ["under", "good", "over"].map(
    (id) => drawn.filter((params) => truthOf(params) === id).length,
  );
  expect(Math.min(...counts)).toBeGreaterThan(8);
});

it("changes its verdict with the training: a smaller net learns too little from the same points", () => {
  const good = byVerdict("good");
  expect(truthOf({ ...good, rate: 0.0002 })).toBe("under");
  expect(truthOf({ ...byVerdict("under"), units: 6, rate: 0.08, epochs: 100, noise: 0, points: 30 })).toBe(
    "good",
  );
});

it("shows the curves that the training left", () => {
  const params = byVerdict("over");
  const run = runReference(fitDiagnosisCurves.solve(params));
  const [figure] = fitDiagnosisCurves.ask(params).figures;
  if (!run.ok || run.value.kind !== "train" || figure?.kind !== "curves") throw new Error("no curves");
  const [, validation] = figure.series;
  expect(validation?.points).toHaveLength(params.epochs + 1);
  expect(validation?.points.at(-1)?.[1]).toBeCloseTo(run.value.validation.at(-1) ?? 0, 3);
});

it("keeps the epoch of the lowest validation loss", () => {
  const params = Array.from({ length: 30 }, (_, seed) => fitDiagnosisCurves.draw(createRng(seed), 3)).find(
    ({ asks }) => asks === "stop",
  );
  const run = params && runReference(fitDiagnosisCurves.solve(params));
  if (!params || !run?.ok || run.value.kind !== "train") throw new Error("no such question was drawn");
  const { validation } = run.value;
  expect(truthOf(params)).toBe(String(validation.indexOf(Math.min(...validation))));
});

describe("which change helps", () => {
  const asked = Array.from({ length: 60 }, (_, seed) => fitDiagnosisCurves.draw(createRng(seed), 3)).filter(
    ({ asks }) => asks === "remedy",
  );

  it("is found by training with every change, and is not always the same", () => {
    expect([...new Set(asked.map(truthOf))].sort()).toEqual(["bigger", "data", "shorter"]);
    const [params] = asked;
    const program = params && fitDiagnosisCurves.solve(params);
    const run = program && runReference(program);
    if (!params || !run?.ok || run.value.kind !== "batch" || program?.kind !== "batch")
      throw new Error("not run");
    // Another outcome of the same trainings has another key.
    const [base, ...changed] = run.value.outputs;
    const worst = [...changed].sort((one, other) => endOf(other) - endOf(one))[0];
    const swapped = changed.map((each) =>
      each === worst ? { ok: true, value: { kind: "train", train: [0], validation: [0], curve: [] } } : each,
    );
    const before = truthOf(params);
    const after = fitDiagnosisCurves.read({ kind: "batch", outputs: [base, ...swapped] } as never, params);
    expect(after).not.toEqual({ kind: "choice", id: before });
    // The points that judge are the same for all.
    const judged = program.programs.map((each) => (each.kind === "train" ? each.validation : null));
    expect(judged).toEqual(Array(4).fill(judged[0]));
  });

  it("has a slip for more data where too little was learned", () => {
    const small = asked.find((params) => truthOf(params) === "bigger");
    const wrongly = fitDiagnosisCurves.mistakes.find(({ slip }) => slip === "data-for-under");
    expect(small && wrongly?.gives(small, { kind: "choice", id: "bigger" })).toEqual({
      kind: "choice",
      id: "data",
    });
    expect(small && wrongly?.gives(small, { kind: "choice", id: "data" })).toBeNull();
  });
});
function endOf(outcome: unknown): number {
  const { value } = outcome as { value: { validation: number[] } };
  return value.validation.at(-1) ?? 0;
}

it("names how the curves were misread", () => {
  const params = byVerdict("good");
  const wrongly = (slip: string, id: string) => {
    const given = fitDiagnosisCurves.mistakes
      .find((each) => each.slip === slip)
      ?.gives(params, { kind: "choice", id });
    return given?.kind === "choice" ? given.id : null;
  };
  expect(wrongly("train-read-alone", "over")).toBe("good");
  expect(wrongly("any-gap-is-over", "good")).toBe("over");
  expect(wrongly("high-loss-is-over", "under")).toBe("over");
  expect(wrongly("flat-is-done", "under")).toBe("good");
  expect(wrongly("good-called-under", "good")).toBe("under");
  expect(wrongly("stopped-at-end", "good")).toBeNull();
});
