/** The optimizer race: one surface, one start, seven optimizers, each with its own rate; the state stands in the address. */
import { type RaceProgram, type RaceRule, raceRules } from "../compute/race-program";
import { readListed, readWhole } from "./numbers-in-address";
import { type RaceGroundName, raceGroundNames, raceGrounds } from "./race-grounds";

export interface RaceLab {
  ground: RaceGroundName;
  start: [x: number, y: number];
  /** How long the race on the map is. */
  steps: number;
  /** Learning rates in the order of the rules; Adadelta has none, its number is ε. */
  rates: number[];
  /** β of Momentum and NAG and β₁ of Adam; ρ of Adadelta and RMSprop. */
  beta: number;
  rho: number;
  /** Standard deviation of the noise on every gradient of the map's race, and the seed of all noise. */
  noise: number;
  seed: number;
  /** The long race from the same start, on whose noisy gradients the effective steps are shown. */
  longSteps: number;
  longNoise: number;
  /** Optimizers that are not drawn. */
  hidden: RaceRule[];
}
export const bounds = { steps: [1, 10_000], longSteps: [10, 10_000], seed: [0, 9999] } as const;
export const noises = [0, 0.1, 0.4, 1, 2] as const;
export const betas = [0, 0.5, 0.8, 0.9, 0.95, 0.99] as const;

export const raceOn = (ground: RaceGroundName): RaceLab => ({
  ground,
  start: [...raceGrounds[ground].start],
  steps: raceGrounds[ground].steps,
  rates: [...raceGrounds[ground].rates],
  beta: 0.9,
  rho: 0.9,
  noise: 0,
  seed: 1,
  // So many noisy steps that a sum of squares goes on growing where an average has settled.
  longSteps: 3000,
  longNoise: 0.4,
  hidden: [],
});

/** A number of at most 1,000 in size, in every way that JavaScript writes one of twelve decimals; or null. */
const readReal = (text: string | undefined): number | null => {
  if (text === undefined || !/^-?(\d{1,4}(\.\d{0,12})?|\.\d{1,12})(e-\d{1,2})?$/.test(text)) return null;
  const value = Number(text);
  return Math.abs(value) <= 1000 ? value : null;
};
/** A learning rate as typed or as it stands in an address: above 0; or null. */
export function readRate(text: string | undefined): number | null {
  const value = readReal(text?.normalize("NFKC").trim());
  return value !== null && value > 0 ? value : null;
}

/** The nearest place of the view, at four decimals, so that the address holds it exactly. */
export function placeStart(ground: RaceGroundName, [x, y]: readonly [number, number]): [number, number] {
  const { view } = raceGrounds[ground];
  const within = (value: number, [from, to]: readonly [number, number]) =>
    // Adding 0 turns −0 into 0.
    Number(Math.min(to, Math.max(from, value)).toFixed(4)) + 0;
  return [within(x, view.x), within(y, view.y)];
}

export function readRaceLab(search: URLSearchParams): RaceLab {
  const ground = raceGroundNames.find((name) => name === search.get("on")) ?? "valley";
  const first = raceOn(ground);
  const [x, y] = (search.get("from") ?? "").split(",").map(readReal);
  const rates = (search.get("lr") ?? "").split(",").map(readRate);
  const hidden = (search.get("off") ?? "").split(",");
  return {
    ground,
    start: placeStart(ground, [x ?? first.start[0], y ?? first.start[1]]),
    steps: readWhole(search.get("n"), bounds.steps, first.steps),
    rates: first.rates.map((rate, at) => rates[at] ?? rate),
    beta: readListed<number>(search.get("b"), betas, first.beta),
    rho: readListed<number>(search.get("r"), betas, first.rho),
    noise: readListed<number>(search.get("z"), noises, 0),
    seed: readWhole(search.get("seed"), bounds.seed, 1),
    longSteps: readWhole(search.get("m"), bounds.longSteps, first.longSteps),
    longNoise: readListed<number>(search.get("y"), noises, first.longNoise),
    hidden: raceRules.filter((rule) => hidden.includes(rule)),
  };
}

export function writeRaceLab({
  ground,
  start,
  steps,
  rates,
  beta,
  rho,
  noise,
  seed,
  longSteps,
  longNoise,
  hidden,
}: RaceLab): string {
  const fields = {
    on: ground,
    from: start.join(","),
    n: steps,
    lr: rates.join(","),
    b: beta,
    r: rho,
    z: noise,
    seed,
    m: longSteps,
    y: longNoise,
    off: hidden.join(","),
  };
  return Object.entries(fields)
    .filter(([, value]) => value !== "")
    .map(([key, value]) => `${key}=${value}`)
    .join("&");
}

/** About this many steps of a race are told: enough for a smooth way, few enough for a picture that plays. */
const told = 200;
/** Steps told of the race on the map: equal times apart, so that a player shows who is faster. */
export function stepsTold(steps: number): number[] {
  const stops = Math.min(told, steps);
  return Array.from({ length: stops + 1 }, (_, at) => Math.round((at * steps) / stops));
}

/** The step of a long race that its last one is compared with. */
export const comparedFrom = (steps: number): number => Math.max(1, Math.round(steps / 10));
/** Steps told of the long race: evenly on a logarithmic axis. */
export function ratesTold(steps: number): number[] {
  const evenly = Array.from({ length: 90 }, (_, at) => Math.round(steps ** (at / 89)));
  return [...new Set([...evenly, comparedFrom(steps)])].sort((a, b) => a - b);
}

/** The race that the map shows. */
export const programOfRace = (lab: RaceLab): RaceProgram =>
  raceOf(lab, lab.steps, lab.noise, stepsTold(lab.steps));
/** The long race that the effective steps are read from. */
export const programOfRates = (lab: RaceLab): RaceProgram =>
  raceOf(lab, lab.longSteps, lab.longNoise, ratesTold(lab.longSteps));

function raceOf(
  { ground, start, rates, beta, rho, seed }: RaceLab,
  steps: number,
  noise: number,
  at: number[],
): RaceProgram {
  return {
    kind: "race",
    surface: raceGrounds[ground].surface,
    lanes: raceRules.map((rule, lane) => ({
      rule,
      hyper: {
        lr: rule === "adadelta" ? 1 : (rates[lane] ?? 0),
        momentum: rule === "rmsprop" ? 0 : beta,
        alpha: rho,
        rho,
        beta1: beta,
        beta2: 0.999,
        eps: rule === "adadelta" ? (rates[lane] ?? 1e-6) : 1e-8,
      },
    })),
    start,
    steps,
    noise: noise === 0 ? null : { size: noise, seed },
    at,
  };
}
