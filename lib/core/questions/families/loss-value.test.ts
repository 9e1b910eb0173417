import { expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { lossValue } from "./loss-value";

type Params = Parameters<typeof lossValue.ask>[0];
const errors: Params = { loss: "mse", target: [1, 0, 2], prediction: [0.5, 0.5, 3], right: 0 };
const shares: Params = { loss: "probabilities", target: [], prediction: [0.7, 0.2, 0.1], right: 0 };
const logits: Params = { loss: "logits", target: [], prediction: [2, 1, 0], right: 0 };

function truthOf(asked: Params) {
  if (!lossValue.legal(asked)) throw new Error("not legal");
  const run = runReference(lossValue.solve(asked));
  if (!run.ok) throw new Error(run.error.message);
  return bare(lossValue.read(run.value, asked));
}
const bare = (truth: ReturnType<typeof lossValue.read> | null | undefined) =>
  truth?.kind === "number" ? Number(truth.value.toFixed(6)) : null;
const wrongly = (slip: string, asked: Params) =>
  bare(
    lossValue.mistakes
      .find((each) => each.slip === slip)
      ?.gives(asked, { kind: "number", value: 0, decimals: 4 }),
  );

it("gives the published values", () => {
  expect(truthOf(errors)).toBe(0.5);
  expect(truthOf({ ...errors, loss: "mae" })).toBe(0.666667);
  expect(truthOf(shares)).toBe(0.356675);
  expect(truthOf(logits)).toBe(0.407606);
});

it("names how an error was mistaken", () => {
  const mae: Params = { ...errors, loss: "mae" };
  expect(wrongly("sum-for-mean", errors)).toBe(1.5);
  expect(wrongly("root-taken", errors)).toBe(Number(Math.SQRT1_2.toFixed(6)));
  expect(wrongly("sizes-for-squares", errors)).toBe(0.666667);
  expect(wrongly("squares-for-sizes", mae)).toBe(0.5);
  expect(wrongly("signs-cancel", mae)).toBe(0.333333);
  expect(wrongly("root-taken", mae)).toBeNull();
});

it("names how a cross-entropy was mistaken", () => {
  expect(wrongly("base-two", shares)).toBe(0.514573);
  expect(wrongly("base-ten", shares)).toBe(0.154902);
  expect(wrongly("wrong-class", shares)).toBe(1.609438);
  expect(wrongly("share-for-loss", shares)).toBe(0.3);
  expect(wrongly("logits-as-probabilities", logits)).toBe(Number((-Math.LN2).toFixed(6)));
  expect(wrongly("logits-as-probabilities", shares)).toBeNull();
});

it("refuses probabilities that do not add up to 1", () => {
  expect(lossValue.legal({ ...shares, prediction: [0.7, 0.2, 0.2] })).toBe(false);
});

it("names classes of the same probability at one place, the right one among them", () => {
  const same: Params = { ...shares, prediction: [0.2, 0.2, 0.6], right: 1 };
  const run = runReference(lossValue.solve(same));
  if (!run.ok) throw new Error(run.error.message);
  const { scene } = lossValue.explain(same, run.value);
  const marks = scene.kind === "lines" ? (scene.panels[0]?.marks ?? []) : [];
  expect(marks.map(({ label, pen }) => [label.en, pen])).toEqual([
    ["A, B", "pine"],
    ["C", "mark"],
  ]);
});
