/** The overfitting playground: polynomials or a small network through the same noisy points; state in the address. */
import { type RaceRule, raceRules } from "../compute/race-program";
import type { FitProgram, TrainProgram } from "../compute/training-program";
import { drawPoints, gridOf } from "../questions/drawn-points";
import { createRng } from "../rng";
import { hyperOf } from "./grounds";
import { readListed, readWhole } from "./numbers-in-address";
import {
  firstNumbers,
  rates,
  readScheduleNumbers,
  type ScheduleName,
  type ScheduleNumbers,
  scheduleNames,
  scheduleOf,
  writeScheduleNumbers,
} from "./schedule-choice";

export const modes = ["polynomial", "network"] as const;
export const losses = ["squared", "absolute"] as const;
export const fitSchedules = ["constant", ...scheduleNames] as const;

export interface FitLab extends ScheduleNumbers {
  mode: (typeof modes)[number];
  /** Of the points, of the network's first weights and of its batches. */
  seed: number;
  points: number;
  noise: number;
  degree: number;
  units: number;
  rule: RaceRule;
  rate: number;
  /** How many times the rate the output layer learns at. */
  share: number;
  schedule: "constant" | ScheduleName;
  /** Points of a batch; all of them where it is as large or larger. */
  batch: number;
  loss: (typeof losses)[number];
  epochs: number;
}
export const firstFit: FitLab = {
  ...firstNumbers,
  mode: "polynomial",
  seed: 7,
  points: 12,
  noise: 0.3,
  degree: 4,
  units: 8,
  rule: "adam",
  rate: 0.05,
  share: 1,
  schedule: "constant",
  batch: 30,
  loss: "squared",
  epochs: 200,
};
export const noises = [0, 0.1, 0.2, 0.3, 0.5, 0.8];
export const shares = [0, 0.1, 0.3, 1, 3, 10];
export const bounds = {
  seed: [0, 9999],
  points: [6, 30],
  degree: [0, 10],
  units: [1, 16],
  batch: [1, 30],
  epochs: [10, 1000],
} as const;

/** A rate with which each optimizer learns here, in the order of the rules. */
const suited = [0.2, 0.03, 0.03, 0.1, 0.3, 0.02, 0.05];
export const rateFor = (rule: RaceRule): number => suited[raceRules.indexOf(rule)] ?? firstFit.rate;

const frequency = 3;
const validationPoints = 20;
const pieces = 80;
export const fitGrid = (): number[] => gridOf(pieces);

export function readFitLab(search: URLSearchParams): FitLab {
  const whole = (name: keyof typeof bounds, key: string) =>
    readWhole(search.get(key), bounds[name], firstFit[name]);
  return {
    ...readScheduleNumbers(search),
    mode: readListed(search.get("by"), modes, firstFit.mode),
    seed: whole("seed", "seed"),
    points: whole("points", "n"),
    noise: readListed(search.get("z"), noises, firstFit.noise),
    degree: whole("degree", "d"),
    units: whole("units", "u"),
    rule: readListed(search.get("rule"), raceRules, firstFit.rule),
    rate: readListed(search.get("lr"), rates, firstFit.rate),
    share: readListed(search.get("out"), shares, firstFit.share),
    schedule: readListed(search.get("schedule"), fitSchedules, firstFit.schedule),
    batch: whole("batch", "b"),
    loss: readListed(search.get("loss"), losses, firstFit.loss),
    epochs: whole("epochs", "e"),
  };
}

export function writeFitLab(lab: FitLab): string {
  const fields = {
    by: lab.mode,
    seed: lab.seed,
    n: lab.points,
    z: lab.noise,
    d: lab.degree,
    u: lab.units,
    rule: lab.rule,
    lr: lab.rate,
    out: lab.share,
    b: lab.batch,
    loss: lab.loss,
    e: lab.epochs,
    schedule: lab.schedule,
  };
  return new URLSearchParams([
    ...Object.entries(fields).map(([key, value]) => [key, String(value)]),
    ...(lab.schedule === "constant" ? [] : writeScheduleNumbers(lab.schedule, lab)),
  ]).toString();
}

export function pointsOf({ seed, points, noise }: FitLab) {
  const rng = createRng(seed);
  return {
    train: drawPoints(rng, points, frequency, noise),
    validation: drawPoints(rng, validationPoints, frequency, noise),
  };
}

/** Every degree that the points allow: one more point than the degree is needed. */
export const programOfFit = (lab: FitLab): FitProgram => {
  const { train, validation } = pointsOf(lab);
  const degree = Math.min(bounds.degree[1], new Set(train.x).size - 1);
  return { kind: "fit", train, validation, degree, grid: fitGrid() };
};

/** Batches of one epoch: how often the weights move while every point is seen once. */
export const iterationsOf = ({ points, batch }: FitLab): number =>
  Math.ceil(points / Math.min(batch, points));

export function programOfTraining(lab: FitLab): TrainProgram {
  const { rule, rate, schedule, batch, seed, epochs } = lab;
  const rng = createRng(seed + 1);
  const around = (width: number) => Array.from({ length: lab.units }, () => width * (2 * rng.real() - 1));
  return {
    kind: "train",
    ...pointsOf(lab),
    first: { input: around(5), bias: around(2.5), output: around(0.5), outputBias: 0 },
    rate,
    epochs,
    grid: fitGrid(),
    optimizer: { rule, hyper: hyperOf(rule) },
    ...(schedule !== "constant" && { schedule: scheduleOf(schedule, lab, rate, epochs, []) }),
    ...(iterationsOf(lab) > 1 && { batches: { size: batch, seed } }),
    loss: lab.loss,
    outputShare: lab.share,
  };
}
