import { expect, it } from "vitest";
import { runReference } from "../compute/reference";
import { descendOn } from "../questions/descents";
import { raceGrounds } from "./race-grounds";
import { programOfRace, raceOn, stepsTold } from "./race-lab";
import { lanesOf, pathsOf } from "./race-outcome";

it("NAG's ghost on the map goes the way of its other published form", () => {
  const lab = { ...raceOn("valley"), steps: 40 };
  const run = runReference(programOfRace(lab));
  const lanes = run.ok ? lanesOf(run.value) : null;
  const paths = lanes ? pathsOf(lab, lanes) : [];
  const [nag, ...others] = [...paths].sort((one) => (one.method === "nag" ? -1 : 1));
  expect(others.every(({ ahead }) => ahead === undefined)).toBe(true);

  const program = programOfRace(lab);
  const lane = program.lanes.find(({ rule }) => rule === "nag-lookahead");
  const framework = runReference(
    descendOn("nag", lane?.hyper ?? {}, raceGrounds.valley.surface, [...lab.start], lab.steps),
  );
  if (!framework.ok || framework.value.kind !== "descent") throw new Error("the other form cannot be run");
  const { theta } = framework.value;
  const told = stepsTold(lab.steps);
  expect(told).toHaveLength(41);
  for (const [at, ahead] of (nag?.ahead ?? []).entries()) {
    if (at === 0) expect(ahead).toBeNull();
    else expect(ahead).toEqual(theta[told[at] ?? 0]?.map((value) => expect.closeTo(value, 9)));
  }
});
