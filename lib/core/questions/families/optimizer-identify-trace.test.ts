import { expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { optimizerIdentifyTrace } from "./optimizer-identify-trace";

type Params = Parameters<typeof optimizerIdentifyTrace.ask>[0];
const params: Params = {
  options: ["sgd", "momentum", "nag", "adagrad", "adadelta", "rmsprop", "adam"],
  method: "rmsprop",
  curvature: 2,
  rate: 0.1,
  start: 1,
  steps: 4,
};

function truthOf(asked: Params) {
  if (!optimizerIdentifyTrace.legal(asked)) throw new Error("not legal");
  const run = runReference(optimizerIdentifyTrace.solve(asked));
  if (!run.ok) throw new Error(run.error.message);
  return optimizerIdentifyTrace.read(run.value, asked);
}
const tableOf = (asked: Params) => {
  const [figure] = optimizerIdentifyTrace.ask(asked).figures;
  return figure?.kind === "table" ? figure.rows.map(([, w]) => w) : [];
};

it.each(params.options)("knows the way of %s again", (method) => {
  expect(truthOf({ ...params, method })).toEqual({ kind: "choice", id: method });
});

it("shows the steps that the optimizer takes", () => {
  expect(tableOf({ ...params, method: "sgd" })).toEqual(["1", "0.8", "0.64", "0.512", "0.4096"]);
  expect(tableOf({ ...params, method: "momentum" }).slice(0, 4)).toEqual(["1", "0.8", "0.46", "0.062"]);
  expect(tableOf({ ...params, method: "nag" }).slice(0, 3)).toEqual(["1", "0.8", "0.496"]);
  expect(tableOf({ ...params, method: "adam" })[1]).toBe("0.9");
  expect(tableOf(params)[1]).toBe("0.6838");
});

it("names what was taken for what, where it is an option", () => {
  const wrongly = (slip: string, method: Params["method"], options = params.options) =>
    optimizerIdentifyTrace.mistakes
      .find((each) => each.slip === slip)
      ?.gives({ ...params, method, options }, { kind: "choice", id: method });
  const choice = (id: string) => ({ kind: "choice", id });
  expect(wrongly("momentum-nag-mixed", "nag")).toEqual(choice("momentum"));
  expect(wrongly("rmsprop-adam-mixed", "adam")).toEqual(choice("rmsprop"));
  expect(wrongly("sum-average-mixed", "adagrad")).toEqual(choice("rmsprop"));
  expect(wrongly("only-first-step-seen", "momentum")).toEqual(choice("sgd"));
  expect(wrongly("memory-imagined", "sgd")).toEqual(choice("momentum"));
  expect(wrongly("division-overlooked", "adadelta")).toEqual(choice("sgd"));
  expect(wrongly("start-overlooked", "adadelta")).toEqual(choice("adagrad"));
  expect(wrongly("start-overlooked", "adadelta", ["adadelta", "sgd"])).toBeNull();
});
