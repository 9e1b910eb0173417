import { expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { gdBasinLanding } from "./gd-basin-landing";

type Params = Parameters<typeof gdBasinLanding.ask>[0];
const params: Params = { tilt: 0.3, start: 1.6, rate: 0.02, beta: 0, asks: "valley", turn: 0 };

function truthOf(asked: Params) {
  if (!gdBasinLanding.legal(asked)) throw new Error("not legal");
  const run = runReference(gdBasinLanding.solve(asked));
  if (!run.ok) throw new Error(run.error.message);
  return bare(gdBasinLanding.read(run.value, asked));
}
const bare = (truth: ReturnType<typeof gdBasinLanding.read> | null | undefined) =>
  truth?.kind === "number" ? Number(truth.value.toFixed(2)) : truth?.kind === "choice" ? truth.id : null;
const wrongly = (slip: string, asked: Params) =>
  bare(gdBasinLanding.mistakes.find((each) => each.slip === slip)?.gives(asked, { kind: "choice", id: "" }));

it("rests on its own side without momentum, even where the other valley is deeper", () => {
  expect(truthOf(params)).toBe("right");
  expect(truthOf({ ...params, start: -0.3 })).toBe("left");
  // 4w³ − 4w + 0.3 = 0 near 1: w = 0.9602
  expect(truthOf({ ...params, asks: "place" })).toBe(0.96);
});

it("crosses the hill with enough momentum", () => {
  expect(truthOf({ ...params, start: 1.8, rate: 0.03, beta: 0.8 })).toBe("left");
});

it("names what was expected", () => {
  expect(wrongly("always-deepest", params)).toBe("left");
  expect(wrongly("always-deepest", { ...params, asks: "place" })).toBe(-1.04);
  expect(wrongly("momentum-ignored", { ...params, beta: 0.8 })).toBe("right");
  expect(wrongly("momentum-always-crosses", { ...params, beta: 0.8 })).toBe("left");
  expect(wrongly("momentum-ignored", params)).toBeNull();
  expect(wrongly("never-rests", params)).toBe("none");
  expect(wrongly("top-for-rest", { ...params, asks: "place" })).toBe(0.08);
  expect(wrongly("start-kept", { ...params, asks: "place" })).toBe(1.6);
});
