import { expect, it } from "vitest";
import { createRng } from "../rng";
import { runJitter } from "./jitter";
import type { JitterProgram } from "./jitter-program";

const rng = createRng(8);
const program: JitterProgram = {
  kind: "jitter",
  samples: Array.from({ length: 60 }, () => Array.from({ length: 40 }, () => 2 * rng.real() - 1)),
  settings: [
    { rate: 0.1, batch: 8 },
    { rate: 0.2, batch: 8 },
    { rate: 0.2, batch: 16 },
    { rate: 0.1, batch: 1 },
    { rate: 0.4, batch: 4 },
  ],
  steps: 400,
  seed: 3,
};
const runsOf = (each: JitterProgram) => {
  const run = runJitter(each);
  if (!run.ok) throw new Error(run.error.message);
  return run.value.runs;
};

it("jitters with the variance that theory gives: σ²η / B(2 − η)", () => {
  runsOf(program).forEach(({ variance }, at) => {
    const { rate, batch } = program.settings[at] ?? { rate: 0, batch: 0 };
    const theory = ((1 / 3) * rate) / (batch * (2 - rate));
    expect(Math.abs(variance / theory - 1), `η ${rate}, B ${batch}`).toBeLessThan(0.2);
  });
});

it("moves by the mean of the drawn batch, and not at all where all samples are alike", () => {
  const [one] = runsOf({ ...program, samples: [[0], [2]], settings: [{ rate: 0.5, batch: 1 }], steps: 1 });
  expect(Math.abs(one?.path[1] ?? 0)).toBe(0.5);
  const [still] = runsOf({ ...program, samples: [[2], [2]] });
  expect(still?.variance).toBe(0);
});

it("trains the same for the same seed, and otherwise for another", () => {
  expect(runsOf({ ...program })).toEqual(runsOf(program));
  expect(runsOf({ ...program, seed: 4 })).not.toEqual(runsOf(program));
});
