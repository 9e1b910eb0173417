import { expect, it } from "vitest";
import { runReference } from "../../compute/reference";
import { lrOnecycleValue } from "./lr-onecycle-value";

type Params = Parameters<typeof lrOnecycleValue.ask>[0];
const params: Params = { total: 40, least: 0.02, most: 0.2, t: 16 };

function truthOf(asked: Params): number {
  if (!lrOnecycleValue.legal(asked)) throw new Error("not legal");
  const run = runReference(lrOnecycleValue.solve(asked));
  if (!run.ok) throw new Error(run.error.message);
  const truth = lrOnecycleValue.read(run.value, asked);
  return truth.kind === "number" ? Number(truth.value.toFixed(8)) : Number.NaN;
}
function wrongly(slip: string, asked: Params): number | null {
  const given = lrOnecycleValue.mistakes
    .find((each) => each.slip === slip)
    ?.gives(asked, { kind: "number", value: truthOf(asked), decimals: 5 });
  return given?.kind === "number" ? Number(given.value.toFixed(6)) : null;
}

it("rises straight to the middle and falls straight to the end", () => {
  expect([0, 16, 20, 24, 40].map((t) => truthOf({ ...params, t }))).toEqual([0.02, 0.164, 0.2, 0.164, 0.02]);
});

it("names how the tent was mistaken", () => {
  const down: Params = { ...params, t: 30 };
  expect(wrongly("peak-at-end", params)).toBe(0.092);
  expect(wrongly("descent-forgotten", down)).toBe(0.2);
  expect(wrongly("descent-forgotten", params)).toBeNull();
  expect(wrongly("cosine-instead", params)).toBe(0.182812);
  expect(wrongly("least-not-added", params)).toBe(0.144);
  expect(wrongly("half-forgotten", down)).toBe(0.065);
});
