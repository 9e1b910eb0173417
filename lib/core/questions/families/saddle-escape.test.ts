import { expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { saddleEscape } from "./saddle-escape";

type Params = Parameters<typeof saddleEscape.ask>[0];
const params: Params = { x: 1, y: 0.001, rate: 0.05, beta: 0.9, steps: 120, asks: "sgd", turn: 0 };

function truthOf(asked: Params) {
  if (!saddleEscape.legal(asked)) throw new Error("not legal");
  const run = runReference(saddleEscape.solve(asked));
  if (!run.ok) throw new Error(run.error.message);
  const truth = saddleEscape.read(run.value, asked);
  return truth.kind === "integer" ? truth.value : truth;
}
function wrongly(slip: string, asked: Params) {
  const given = saddleEscape.mistakes
    .find((each) => each.slip === slip)
    ?.gives(asked, { kind: "integer", value: 0 });
  return given?.kind === "integer" ? given.value : given;
}
const choice = (id: string) => ({ kind: "choice", id });

it("counts the steps out of a saddle", () => {
  expect(truthOf(params)).toBe(73);
  expect(truthOf({ ...params, asks: "momentum" })).toBe(27);
});

it("never leaves where slope and velocity are exactly 0", () => {
  expect(truthOf({ ...params, y: 0, asks: "who" })).toEqual(choice("neither"));
});

it("finds who is out in time", () => {
  expect(truthOf({ ...params, asks: "who", steps: 20 })).toEqual(choice("neither"));
  expect(truthOf({ ...params, asks: "who", steps: 30 })).toEqual(choice("momentum"));
  expect(truthOf({ ...params, asks: "who", steps: 80 })).toEqual(choice("both"));
});

it("names what was expected", () => {
  const who: Params = { ...params, asks: "who" };
  expect(wrongly("other-method", params)).toBe(27);
  expect(wrongly("one-step-more", params)).toBe(74);
  expect(wrongly("no-growth", params)).toBe(9990);
  expect(wrongly("rate-not-doubled", params)).toBe(142);
  expect(wrongly("momentum-always-out", who)).toEqual(choice("momentum"));
  expect(wrongly("both-out", who)).toEqual(choice("both"));
  expect(wrongly("nothing-out", who)).toEqual(choice("neither"));
  expect(wrongly("sgd-faster", who)).toEqual(choice("sgd"));
});
