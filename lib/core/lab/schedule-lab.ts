/** The lab of schedules: any of six with its numbers, the training it causes, and its state in the address. */
import { runDescent } from "../compute/descent";
import type { DescentOutput } from "../compute/descent-program";
import type { BatchProgram, Output } from "../compute/program";
import type { Schedule } from "../compute/schedule-program";
import { runSchedule } from "../compute/schedules";
import { type GroundName, groundNames, grounds, noiseSeeds, noiseSizes, trainingOf } from "./grounds";
import { readListed } from "./numbers-in-address";

export const scheduleNames = [
  "power",
  "exponential",
  "step",
  "piecewise-constant",
  "plateau",
  "onecycle",
] as const satisfies readonly Schedule["name"][];
export type ScheduleName = (typeof scheduleNames)[number];
export const anneals = ["linear", "cos"] as const;

const mantissas = [1, 1.5, 2, 3, 5, 7];
/** Rates from 0.0001 to 2 at nearly even ratios. */
export const rates = [-4, -3, -2, -1]
  .flatMap((power) => mantissas.map((mantissa) => Number(`${mantissa}e${power}`)))
  .concat(1, 1.5, 2);
const tens = Array.from({ length: 29 }, (_, at) => 10 * (at + 1));

/** Every setting with the values it can take, ascending. */
export const settings = {
  /** The first rate; of a cycle the highest. */
  rate: rates,
  steps: [20, 50, 100, 150, 200, 300],
  /** s of the formulas, or the length of a stair. */
  every: [1, 2, 5, 10, 20, 30, 40, 50, 75, 100, 150, 200],
  c: [0.25, 0.5, 0.75, 1, 1.5, 2, 3],
  factor: [0.1, 0.2, 0.3, 0.5, 0.7, 0.8, 0.9],
  first: tens,
  second: tens,
  patience: [0, 1, 2, 3, 5, 10, 20],
  /** Where the top of a cycle is, in percent of its steps. */
  peak: [10, 20, 30, 40, 50, 60, 70, 80, 90],
  /** The highest rate over the first, and the first over the last. */
  div: [2, 5, 10, 25, 50, 100],
  end: [1, 10, 100, 1000],
  noise: noiseSizes,
  seed: noiseSeeds,
} as const satisfies Record<string, readonly number[]>;
export type Setting = keyof typeof settings;
const settingNames = Object.keys(settings) as Setting[];

/** What each schedule reads beside the rate and the number of steps. */
export const settingsOf: Readonly<Record<ScheduleName, readonly Setting[]>> = {
  power: ["every", "c"],
  exponential: ["every"],
  step: ["every", "factor"],
  "piecewise-constant": ["first", "second", "factor"],
  plateau: ["factor", "patience"],
  onecycle: ["peak", "div", "end"],
};

export interface ScheduleLab extends Record<Setting, number> {
  schedule: ScheduleName;
  anneal: (typeof anneals)[number];
  ground: GroundName;
}

export const firstSchedule: ScheduleLab = {
  schedule: "power",
  anneal: "linear",
  ground: "bowl",
  rate: grounds.bowl.rate,
  steps: 200,
  every: 50,
  c: 1,
  factor: 0.5,
  first: 100,
  second: 150,
  patience: 3,
  peak: 30,
  div: 10,
  end: 10,
  noise: 1,
  seed: 1,
};

export function readScheduleLab(search: URLSearchParams): ScheduleLab {
  const numbers = Object.fromEntries(
    settingNames.map((name) => [
      name,
      readListed<number>(search.get(name), settings[name], firstSchedule[name]),
    ]),
  ) as Record<Setting, number>;
  return {
    ...numbers,
    schedule: readListed(search.get("schedule"), scheduleNames, firstSchedule.schedule),
    anneal: readListed(search.get("anneal"), anneals, firstSchedule.anneal),
    ground: readListed(search.get("ground"), groundNames, firstSchedule.ground),
  };
}

/** Only what the schedule reads is written. */
export function writeScheduleLab(lab: ScheduleLab): string {
  const { schedule, ground, anneal } = lab;
  const names: Setting[] = ["rate", "steps", ...settingsOf[schedule], "noise", "seed"];
  return new URLSearchParams([
    ["schedule", schedule],
    ["ground", ground],
    ...names.map((name) => [name, String(lab[name])]),
    ...(schedule === "onecycle" ? [["anneal", anneal]] : []),
  ]).toString();
}

/** The schedule with its numbers; `losses` are what a plateau is told, one after each step. */
function scheduleOf(lab: ScheduleLab, losses: number[]): Schedule {
  const { rate: lr, every, factor } = lab;
  switch (lab.schedule) {
    case "power":
      return { name: "power", lr, s: every, c: lab.c };
    case "exponential":
      return { name: "exponential", lr, base: 0.1, every };
    case "step":
      return { name: "step", lr, stepSize: every, gamma: factor };
    case "piecewise-constant":
      return { name: "piecewise-constant", lr, milestones: [lab.first, lab.second], gamma: factor };
    case "plateau":
      return {
        name: "plateau",
        lr,
        mode: "min",
        factor,
        patience: lab.patience,
        threshold: 0,
        thresholdMode: "abs",
        cooldown: 0,
        minLr: 0,
        metric: losses,
      };
    case "onecycle":
      return {
        name: "onecycle",
        totalSteps: lab.steps,
        maxLr: lr,
        pctStart: lab.peak / 100,
        anneal: lab.anneal,
        divFactor: lab.div,
        finalDivFactor: lab.end,
        threePhase: false,
      };
  }
}

const ratesBy = (schedule: Schedule, steps: number): number[] => {
  const run = runSchedule({ kind: "schedule", schedule, steps });
  return run.ok ? run.value.rates : [];
};
const trained = (lab: ScheduleLab, each: number[]) =>
  trainingOf({ ground: lab.ground, rule: "sgd", rates: each, noise: lab.noise, seed: lab.seed });

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
