/** A race is as many descents of the float64 reference, looked at where the program says. */
import { fail, ok, type Result } from "../result";
import { refusalOfDescent, runDescent } from "./descent";
import type { DescentOutput, DescentProgram } from "./descent-program";
import { drawNoise } from "./noise";
import type { ComputeFailure } from "./program";
import type { RaceLane, RaceOutput, RaceProgram } from "./race-program";

const descentOf = (
  { surface, start, steps }: RaceProgram,
  at: number,
  lanes: RaceProgram["lanes"],
): DescentProgram => {
  const { rule = "sgd", hyper } = lanes[at] ?? {};
  const none = { lr: 0, momentum: 0, alpha: 0, rho: 0, beta1: 0, beta2: 0, eps: 0 };
  return {
    kind: "descent",
    rule,
    hyper: { ...none, ...hyper, ...(rule === "rmsprop" && { momentum: 0 }) },
    follows: { surface },
    start,
    steps,
  };
};

/** Why a race cannot be run, or null. */
export function refusalOfRace(program: RaceProgram): ComputeFailure | null {
  const { lanes, steps, at, start, noise } = program;
  if (lanes.length === 0 || lanes.length > 16) return { kind: "bad-field", message: "1 to 16 lanes" };
  if (start.length !== 2) return { kind: "bad-field", message: "a race has two coordinates" };
  if (noise && !Number.isFinite(noise.size)) return { kind: "bad-field", message: "noise has a finite size" };
  const isAscending = at.every(
    (step, k) => Number.isInteger(step) && step >= 0 && step <= steps && step > (at[k - 1] ?? -1),
  );
  if (!isAscending) return { kind: "bad-field", message: "told steps ascend from 0 to steps" };
  for (let lane = 0; lane < lanes.length; lane += 1) {
    const refused = refusalOfDescent(descentOf(program, lane, lanes));
    if (refused) return refused;
  }
  return null;
}

export function runRace(program: RaceProgram): Result<RaceOutput, ComputeFailure> {
  const refused = refusalOfRace(program);
  if (refused) return fail(refused);
  const noise = program.noise && drawNoise(program.noise, program.steps, 2);
  const lanes: RaceLane[] = [];
  for (let lane = 0; lane < program.lanes.length; lane += 1) {
    const descent = descentOf(program, lane, program.lanes);
    const run = runDescent(noise ? { ...descent, noise } : descent);
    if (!run.ok) return run;
    lanes.push(toldOf(run.value, descent, program.at));
  }
  return ok({ kind: "race", lanes });
}

function toldOf(run: DescentOutput, descent: DescentProgram, at: readonly number[]): RaceLane {
  const told = at.filter((step) => step < run.theta.length);
  return {
    theta: told.map((step): [number, number] => [run.theta[step]?.[0] ?? 0, run.theta[step]?.[1] ?? 0]),
    losses: told.map((step) => run.losses[step] ?? 0),
    rates: told.filter((step) => step > 0).map((step) => rateAt(run, descent, step)),
    firstStepBeyond: run.firstStepBeyond,
  };
}

/** Velocities leave the rate as it is; Adadelta's factor is the ratio of what it remembered and what it has seen since. */
function rateAt({ rates, memory }: DescentOutput, { rule, hyper }: DescentProgram, step: number): number {
  const known = rates[step - 1];
  if (known !== null && known !== undefined) return known;
  if (rule !== "adadelta") return hyper.lr;
  const [before, now] = [memory[step - 2]?.first ?? 0, memory[step - 1]?.second ?? 0];
  return (hyper.lr * Math.sqrt(before + hyper.eps)) / Math.sqrt(now + hyper.eps);
}
