/** A schedule chosen among six with its numbers, as labs offer it and addresses hold it. */
import type { Schedule } from "../compute/schedule-program";
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

/** Every number of a schedule with the values it can take, ascending. Lengths are in steps, or in epochs. */
export const scheduleSettings = {
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
} as const satisfies Record<string, readonly number[]>;
export type ScheduleSetting = keyof typeof scheduleSettings;
const settingNames = Object.keys(scheduleSettings) as ScheduleSetting[];

/** What each schedule reads beside the rate and the number of steps. */
export const settingsOf: Readonly<Record<ScheduleName, readonly ScheduleSetting[]>> = {
  power: ["every", "c"],
  exponential: ["every"],
  step: ["every", "factor"],
  "piecewise-constant": ["first", "second", "factor"],
  plateau: ["factor", "patience"],
  onecycle: ["peak", "div", "end"],
};

export interface ScheduleNumbers extends Record<ScheduleSetting, number> {
  anneal: (typeof anneals)[number];
}
export const firstNumbers: ScheduleNumbers = {
  anneal: "linear",
  every: 50,
  c: 1,
  factor: 0.5,
  first: 100,
  second: 150,
  patience: 3,
  peak: 30,
  div: 10,
  end: 10,
};

export function readScheduleNumbers(search: URLSearchParams): ScheduleNumbers {
  const numbers = Object.fromEntries(
    settingNames.map((name) => [
      name,
      readListed<number>(search.get(name), scheduleSettings[name], firstNumbers[name]),
    ]),
  ) as Record<ScheduleSetting, number>;
  return { ...numbers, anneal: readListed(search.get("anneal"), anneals, firstNumbers.anneal) };
}

/** Only what the schedule reads is written. */
export const writeScheduleNumbers = (name: ScheduleName, numbers: ScheduleNumbers): [string, string][] => [
  ...settingsOf[name].map((setting): [string, string] => [setting, String(numbers[setting])]),
  ...(name === "onecycle" ? [["anneal", numbers.anneal] as [string, string]] : []),
];

/** The schedule from this rate (of a cycle the highest) over so many steps; `metric` is what a plateau is told. */
export function scheduleOf(
  name: ScheduleName,
  { every, factor, ...numbers }: ScheduleNumbers,
  lr: number,
  steps: number,
  metric: number[],
): Schedule {
  switch (name) {
    case "power":
      return { name, lr, s: every, c: numbers.c };
    case "exponential":
      return { name, lr, base: 0.1, every };
    case "step":
      return { name, lr, stepSize: every, gamma: factor };
    case "piecewise-constant":
      return { name, lr, milestones: [numbers.first, numbers.second], gamma: factor };
    case "plateau":
      return {
        name,
        lr,
        mode: "min",
        factor,
        patience: numbers.patience,
        threshold: 0,
        thresholdMode: "abs",
        cooldown: 0,
        minLr: 0,
        metric,
      };
    case "onecycle":
      return {
        name,
        totalSteps: steps,
        maxLr: lr,
        pctStart: numbers.peak / 100,
        anneal: numbers.anneal,
        divFactor: numbers.div,
        finalDivFactor: numbers.end,
        threePhase: false,
      };
  }
}
