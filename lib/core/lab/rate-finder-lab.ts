/** The learning-rate finder: one descent whose rate grows from too small to too large, and what its losses tell. */
import type { BatchProgram, Output } from "../compute/program";
import { type RaceRule, raceRules } from "../compute/race-program";
import type { ScheduleProgram } from "../compute/schedule-program";
import { runSchedule } from "../compute/schedules";
import { type GroundName, groundNames, grounds, noiseSizes, seedBounds, trainingOf } from "./grounds";
import { readListed, readWhole } from "./numbers-in-address";

export const finderSettings = {
  from: [1e-6, 1e-5, 1e-4, 1e-3, 1e-2],
  to: [0.1, 1, 10, 100],
  steps: [20, 50, 100, 150, 200, 300],
  noise: noiseSizes,
} as const satisfies Record<string, readonly number[]>;
export type FinderSetting = keyof typeof finderSettings;
export const finderSettingNames = Object.keys(finderSettings) as FinderSetting[];

export interface RateFinderLab extends Record<FinderSetting, number> {
  ground: GroundName;
  rule: RaceRule;
  /** Of the noise. */
  seed: number;
}

export const firstFinder: RateFinderLab = {
  ground: "bowl",
  rule: "sgd",
  from: 1e-4,
  to: 1,
  steps: 100,
  noise: 0.5,
  seed: 1,
};

export function readRateFinderLab(search: URLSearchParams): RateFinderLab {
  const numbers = Object.fromEntries(
    finderSettingNames.map((name) => [
      name,
      readListed<number>(search.get(name), finderSettings[name], firstFinder[name]),
    ]),
  ) as Record<FinderSetting, number>;
  return {
    ...numbers,
    ground: readListed(search.get("ground"), groundNames, firstFinder.ground),
    rule: readListed(search.get("rule"), raceRules, firstFinder.rule),
    seed: readWhole(search.get("seed"), seedBounds, firstFinder.seed),
  };
}

export const writeRateFinderLab = (lab: RateFinderLab): string =>
  new URLSearchParams([
    ["ground", lab.ground],
    ["rule", lab.rule],
    ...finderSettingNames.map((name) => [name, String(lab[name])]),
    ["seed", String(lab.seed)],
  ]).toString();

/** The rates, each so many times the one before, and the descent that uses them one after another. */
export function programOfFinder({ from, to, steps, ...lab }: RateFinderLab): BatchProgram {
  const growth: ScheduleProgram = {
    kind: "schedule",
    schedule: { name: "exponential", lr: from, base: to / from, every: steps - 1 },
    steps,
  };
  const run = runSchedule(growth);
  return {
    kind: "batch",
    programs: [growth, trainingOf({ ...lab, rates: run.ok ? run.value.rates : [] })],
  };
}

export interface FinderRun {
  rates: number[];
  /** The loss before the first update, and after each that stayed within bounds. */
  losses: number[];
}
export function runOfFinder(output: Output): FinderRun | null {
  if (output.kind !== "batch" || output.outputs.length !== 2) return null;
  const [growth, training] = output.outputs.map((each) => (each.ok ? each.value : null));
  if (growth?.kind !== "schedule" || training?.kind !== "descent") return null;
  return { rates: growth.rates, losses: training.losses };
}

interface Found {
  /** Update, counted from 0, by which the loss fell by the largest share before its lowest; null where it never fell. */
  steepest: number | null;
  /** First update behind the lowest loss with which the loss was above where it began, or flew out of bounds. */
  diverged: number | null;
}

/** Reads the losses. On logarithmic axes, with rates that grow by equal ratios, the fall by the largest share is steepest. */
export function findRates({ rates, losses }: FinderRun): Found {
  const [start = Number.NaN] = losses;
  const least = losses.indexOf(Math.min(...losses));
  const left = losses.slice(1, least + 1).map((loss, at) => loss / (losses[at] ?? 1));
  const above = losses.findIndex((loss, at) => at > least && !(loss <= start));
  const isCut = losses.length <= rates.length;
  return {
    steepest: left.length > 0 ? left.indexOf(Math.min(...left)) : null,
    diverged: above > 0 ? above - 1 : isCut ? losses.length - 1 : null,
  };
}

/** 2 over the largest curvature: beyond it plain descent of the bowl grows with every step. */
export const bowlLimit = 2 / Math.max(...grounds.bowl.surface.curvature);
