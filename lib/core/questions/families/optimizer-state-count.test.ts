import { expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { optimizerStateCount } from "./optimizer-state-count";

type Params = Parameters<typeof optimizerStateCount.ask>[0];
const small: Params = { widths: [4, 3, 2], method: "adam", asks: "numbers" };

function truthOf(asked: Params): number {
  if (!optimizerStateCount.legal(asked)) throw new Error("not legal");
  const run = runReference(optimizerStateCount.solve(asked));
  if (!run.ok) throw new Error(run.error.message);
  const truth = optimizerStateCount.read(run.value, asked);
  return truth.kind === "integer" ? truth.value : Number.NaN;
}
function wrongly(slip: string, asked: Params): number | null {
  const given = optimizerStateCount.mistakes
    .find((each) => each.slip === slip)
    ?.gives(asked, { kind: "integer", value: truthOf(asked) });
  return given?.kind === "integer" ? given.value : null;
}

it("counts the memories that each method fills", () => {
  // (4 + 1)·3 + (3 + 1)·2 = 23 parameters
  const counts = (["sgd", "momentum", "nag", "adagrad", "rmsprop", "adadelta", "adam"] as const).map(
    (method) => truthOf({ ...small, method }),
  );
  expect(counts).toEqual([0, 23, 23, 23, 23, 46, 46]);
  expect(truthOf({ ...small, asks: "bytes" })).toBe(184);
});

it("names what was counted wrongly", () => {
  expect(wrongly("weights-counted", small)).toBe(69);
  expect(wrongly("one-for-all", small)).toBe(23);
  expect(wrongly("sgd-given-state", { ...small, method: "sgd" })).toBe(46);
  expect(wrongly("layers-counted", small)).toBe(4);
  expect(wrongly("biases-missed", small)).toBe(36);
  expect(wrongly("bytes-missed", { ...small, asks: "bytes" })).toBe(46);
});
