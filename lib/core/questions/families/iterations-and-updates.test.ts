import { expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { iterationsAndUpdates } from "./iterations-and-updates";

type Params = Parameters<typeof iterationsAndUpdates.ask>[0];
const params: Params = { samples: 1000, batch: 300, epochs: 5, dropLast: false, asks: "iterations" };

function truthOf(asked: Params): number {
  if (!iterationsAndUpdates.legal(asked)) throw new Error("not legal");
  const run = runReference(iterationsAndUpdates.solve(asked));
  if (!run.ok) throw new Error(run.error.message);
  const truth = iterationsAndUpdates.read(run.value, asked);
  return truth.kind === "integer" ? truth.value : Number.NaN;
}
function wrongly(slip: string, asked: Params): number | null {
  const given = iterationsAndUpdates.mistakes
    .find((each) => each.slip === slip)
    ?.gives(asked, { kind: "integer", value: truthOf(asked) });
  return given?.kind === "integer" ? Number(given.value.toFixed(3)) : null;
}

it("counts the batches of the notes and of an uneven division", () => {
  expect(truthOf({ ...params, samples: 3000 })).toBe(10);
  expect(truthOf(params)).toBe(4);
  expect(truthOf({ ...params, dropLast: true })).toBe(3);
  expect(truthOf({ ...params, asks: "last" })).toBe(100);
  expect(truthOf({ ...params, asks: "updates" })).toBe(20);
});

it("names what was miscounted", () => {
  const updates: Params = { ...params, asks: "updates" };
  const last: Params = { ...params, asks: "last" };
  expect(wrongly("last-left-out", params)).toBe(3);
  expect(wrongly("last-kept", { ...params, dropLast: true })).toBe(4);
  expect(wrongly("fraction-kept", params)).toBe(3.333);
  expect(wrongly("turned-over", params)).toBe(0.3);
  expect(wrongly("batch-size-given", params)).toBe(300);
  expect(wrongly("epochs-counted-in", params)).toBe(20);
  expect(wrongly("epochs-forgotten", updates)).toBe(4);
  expect(wrongly("one-per-epoch", updates)).toBe(5);
  expect(wrongly("one-per-sample", updates)).toBe(5000);
  expect(wrongly("full-last-batch", last)).toBe(300);
  expect(wrongly("missing-to-full", last)).toBe(200);
  expect(wrongly("last-batch-empty", { ...last, samples: 900 })).toBe(0);
});
