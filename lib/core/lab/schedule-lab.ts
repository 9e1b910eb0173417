/** The lab of schedules: any of six under any optimizer, the training it causes, and its state in the address. */
import { runDescent } from "../compute/descent";
import type { DescentOutput } from "../compute/descent-program";
import type { BatchProgram, Output } from "../compute/program";
import { type RaceRule, raceRules } from "../compute/race-program";
import type { Schedule } from "../compute/schedule-program";
import { runSchedule } from "../compute/schedules";
import { type GroundName, groundNames, noiseSizes, rateOn, seedBounds, trainingOf } from "./grounds";
import { readListed, readWhole } from "./numbers-in-address";
import {
  firstNumbers,
  rates,
  readScheduleNumbers,
  type ScheduleName,
  type ScheduleNumbers,
  scheduleOf as scheduleNamed,
  scheduleNames,
  writeScheduleNumbers,
} from "./schedule-choice";

/** What is set beside the schedule's own numbers, ascending. The rate is the first; of a cycle the highest. */
export const settings = {
  rate: rates,
  steps: [20, 50, 100, 150, 200, 300],
  noise: noiseSizes,
} as const satisfies Record<string, readonly number[]>;

export interface ScheduleLab extends ScheduleNumbers, Record<keyof typeof settings, number> {
  schedule: ScheduleName;
  rule: RaceRule;
  ground: GroundName;
  /** Of the noise. */
  seed: number;
}

export const firstSchedule: ScheduleLab = {
  ...firstNumbers,
  schedule: "power",
  rule: "sgd",
  ground: "bowl",
  rate: rateOn("bowl", "sgd"),
  steps: 200,
  noise: 1,
  seed: 1,
};

export function readScheduleLab(search: URLSearchParams): ScheduleLab {
  const number = (name: keyof typeof settings) =>
    readListed<number>(search.get(name), settings[name], firstSchedule[name]);
  return {
    ...readScheduleNumbers(search),
    schedule: readListed(search.get("schedule"), scheduleNames, firstSchedule.schedule),
    rule: readListed(search.get("rule"), raceRules, firstSchedule.rule),
    ground: readListed(search.get("ground"), groundNames, firstSchedule.ground),
    rate: number("rate"),
    steps: number("steps"),
    noise: number("noise"),
    seed: readWhole(search.get("seed"), seedBounds, firstSchedule.seed),
  };
}

export const writeScheduleLab = (lab: ScheduleLab): string =>
  new URLSearchParams([
    ...(["schedule", "rule", "ground", "rate", "steps", "noise", "seed"] as const).map((name) => [
      name,
      String(lab[name]),
    ]),
    ...writeScheduleNumbers(lab.schedule, lab),
  ]).toString();

/** The schedule with its numbers; `losses` are what a plateau is told, one after each step. */
const scheduleOf = (lab: ScheduleLab, losses: number[]): Schedule =>
  scheduleNamed(lab.schedule, lab, lab.rate, lab.steps, losses);

const ratesBy = (schedule: Schedule, steps: number): number[] => {
  const run = runSchedule({ kind: "schedule", schedule, steps });
  return run.ok ? run.value.rates : [];
};
const trained = (lab: ScheduleLab, each: number[]) => trainingOf({ ...lab, rates: each });

/**
 * The schedule that the training follows. A plateau answers the losses that its own rates lead to: starting from the
 * fixed rate, each round settles at least the steps up to one more cut, so the rounds come to rest.
 */
function settledSchedule(lab: ScheduleLab): { schedule: Schedule; rates: number[] } {
  const { steps } = lab;
  if (lab.schedule !== "plateau") {
    const schedule = scheduleOf(lab, []);
    return { schedule, rates: ratesBy(schedule, steps) };
  }
  let settled = Array<number>(steps).fill(lab.rate);
  for (let round = 0; ; round += 1) {
    const run = runDescent(trained(lab, settled));
    const losses = run.ok ? run.value.losses.slice(1) : [];
    // After a divergence the last loss is reported on.
    while (losses.length < steps) losses.push(losses.at(-1) ?? 0);
    const schedule = scheduleOf(lab, losses);
    const next = ratesBy(schedule, steps);
    if (round === steps || next.every((rate, at) => rate === settled[at])) return { schedule, rates: next };
    settled = next;
  }
}

/** The schedule, the training by its rates, and the same training by its first rate (of a cycle the highest) throughout. */
export function programOfSchedule(lab: ScheduleLab): BatchProgram {
  const { schedule, rates: settled } = settledSchedule(lab);
  return {
    kind: "batch",
    programs: [
      { kind: "schedule", schedule, steps: lab.steps },
      trained(lab, settled),
      trained(lab, Array(lab.steps).fill(lab.rate)),
    ],
  };
}

export interface ScheduleRun {
  rates: number[];
  training: DescentOutput;
  fixed: DescentOutput;
}

/** What the run of a lab left; null where it was another lab's. */
export function runOfSchedule(output: Output): ScheduleRun | null {
  if (output.kind !== "batch" || output.outputs.length !== 3) return null;
  const [schedule, training, fixed] = output.outputs.map((each) => (each.ok ? each.value : null));
  if (schedule?.kind !== "schedule" || training?.kind !== "descent" || fixed?.kind !== "descent") return null;
  return { rates: schedule.rates, training, fixed };
}
