/** The optimizer race: one surface, one start, seven optimizers, each with its own rate; the state stands in the address. */
import { type RaceProgram, type RaceRule, raceRules } from "../compute/race-program";
import { readListed, readWhole } from "./numbers-in-address";
import { type RaceGroundName, raceGroundNames, raceGrounds } from "./race-grounds";

export interface RaceLab {
  ground: RaceGroundName;
  start: [x: number, y: number];
  steps: number;
  /** Learning rates in the order of the rules; Adadelta has none, its number is ε. */
  rates: number[];
  /** β of Momentum and NAG and β₁ of Adam; ρ of Adadelta and RMSprop. */
  beta: number;
  rho: number;
  /** Standard deviation of the noise on every gradient, and the seed it is drawn from. */
  noise: number;
  seed: number;
  /** Optimizers that are not drawn. */
  hidden: RaceRule[];
}
export const bounds = { steps: [1, 10_000], seed: [0, 9999] } as const;
export const noises = [0, 0.1, 0.4, 1, 2] as const;
export const betas = [0, 0.5, 0.8, 0.9, 0.95, 0.99] as const;

export const raceOn = (ground: RaceGroundName): RaceLab => ({
  ground,
  start: [...raceGrounds[ground].start],
  steps: 100,
  rates: [...raceGrounds[ground].rates],
  beta: 0.9,
  rho: 0.9,
  noise: 0,
  seed: 1,
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
    off: hidden.join(","),
  };
  return Object.entries(fields)
    .filter(([, value]) => value !== "")
    .map(([key, value]) => `${key}=${value}`)
    .join("&");
}

/** About this many steps are told, evenly for the map, and as many on a logarithmic axis for the rates. */
const told = 200;
export function stepsTold(steps: number): number[] {
  const evenly = Array.from({ length: Math.min(told, steps) + 1 }, (_, at) =>
    Math.round((at * steps) / Math.min(told, steps)),
  );
  const decades = Array.from({ length: 60 }, (_, at) => Math.round(steps ** (at / 59)));
  return [...new Set([...evenly, ...decades, Math.max(1, Math.round(steps / 10)), steps])].sort(
    (a, b) => a - b,
  );
}

export function programOfRace(lab: RaceLab): RaceProgram {
  const { ground, start, steps, rates, beta, rho, noise, seed } = lab;
  return {
    kind: "race",
    surface: raceGrounds[ground].surface,
    lanes: raceRules.map((rule, at) => ({
      rule,
      hyper: {
        lr: rule === "adadelta" ? 1 : (rates[at] ?? 0),
        momentum: rule === "rmsprop" ? 0 : beta,
        alpha: rho,
        rho,
        beta1: beta,
        beta2: 0.999,
        eps: rule === "adadelta" ? (rates[at] ?? 1e-6) : 1e-8,
      },
    })),
    start,
    steps,
    noise: noise === 0 ? null : { size: noise, seed },
    at: stepsTold(steps),
  };
}
