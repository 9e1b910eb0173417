/** The optimizer race: one surface, one start, seven optimizers, each with its own rate; the state stands in the address. */
import type { Surface } from "../compute/descent-program";
import type { Method } from "../compute/effective-rates-program";
import type { Output } from "../compute/program";
import { type RaceOutput, type RaceProgram, type RaceRule, raceRules } from "../compute/race-program";
import { valueAt } from "../compute/surfaces";
import type { PathsScene, SurfacePath } from "../questions/scenes/paths";
import { createRng } from "../rng";
import type { Text } from "../text";
import { readWhole } from "./numbers-in-address";

interface RaceGround {
  surface: Surface;
  view: PathsScene["view"];
  start: [x: number, y: number];
  lowest: [x: number, y: number] | null;
  /** Rates with which each optimizer gets on here, in the order of the rules. */
  rates: readonly number[];
}

/** The long valley is x²/20 + y². */
export const raceGrounds = {
  valley: {
    surface: { name: "quadratic", curvature: [0.1, 2] },
    view: { x: [-8, 4], y: [-3, 3] },
    start: [-7, 2.4],
    lowest: [0, 0],
    rates: [0.9, 0.08, 0.08, 1.2, 0.01, 0.15, 0.3],
  },
  saddle: {
    surface: { name: "saddle" },
    view: { x: [-1.5, 1.5], y: [-1, 1] },
    start: [1.2, 0.001],
    lowest: null,
    rates: [0.05, 0.01, 0.01, 0.1, 0.01, 0.01, 0.02],
  },
  wells: {
    surface: { name: "double-well", tilt: 0.3 },
    view: { x: [-1.8, 1.8], y: [-1.2, 1.2] },
    start: [1.6, 1],
    lowest: [-1.0354, 0],
    rates: [0.03, 0.03, 0.03, 0.3, 0.01, 0.02, 0.05],
  },
  rosenbrock: {
    surface: { name: "rosenbrock" },
    view: { x: [-1.6, 1.6], y: [-0.6, 1.8] },
    start: [-1.2, 1],
    lowest: [1, 1],
    rates: [0.001, 0.0005, 0.0005, 0.3, 0.0001, 0.005, 0.02],
  },
  beale: {
    surface: { name: "beale" },
    view: { x: [-1, 4], y: [-1.5, 1.5] },
    start: [0.5, 1],
    lowest: [3, 0.5],
    rates: [0.01, 0.005, 0.005, 0.3, 0.0001, 0.01, 0.05],
  },
  sparse: {
    surface: { name: "sparse", every: 10, target: [1, 1] },
    view: { x: [-1.5, 1.5], y: [-1.5, 1.5] },
    start: [-1.2, -1.2],
    lowest: [1, 1],
    rates: [0.1, 0.02, 0.02, 0.5, 0.01, 0.02, 0.05],
  },
} as const satisfies Record<string, RaceGround>;
export type RaceGroundName = keyof typeof raceGrounds;
export const raceGroundNames = Object.keys(raceGrounds) as RaceGroundName[];

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

/** A number of at most 1,000 in size, or null. */
const readReal = (text: string | undefined): number | null => {
  if (text === undefined || !/^-?\d{1,4}(\.\d{1,8})?(e-\d)?$/.test(text)) return null;
  const value = Number(text);
  return Math.abs(value) <= 1000 ? value : null;
};
const readAmong = (text: string | null, values: readonly number[], otherwise: number): number =>
  values.find((value) => String(value) === text) ?? otherwise;

export function readRaceLab(search: URLSearchParams): RaceLab {
  const ground = raceGroundNames.find((name) => name === search.get("on")) ?? "valley";
  const first = raceOn(ground);
  const [x, y] = (search.get("from") ?? "").split(",").map(readReal);
  const rates = (search.get("lr") ?? "").split(",").map(readReal);
  const hidden = (search.get("off") ?? "").split(",");
  return {
    ground,
    start: [x ?? first.start[0], y ?? first.start[1]],
    steps: readWhole(search.get("n"), bounds.steps, first.steps),
    rates: first.rates.map((rate, at) => {
      const own = rates[at] ?? null;
      return own !== null && own > 0 ? own : rate;
    }),
    beta: readAmong(search.get("b"), betas, first.beta),
    rho: readAmong(search.get("r"), betas, first.rho),
    noise: readAmong(search.get("z"), noises, 0),
    seed: readWhole(search.get("seed"), bounds.seed, 1),
    hidden: raceRules.filter((rule) => hidden.includes(rule)),
  };
}

const rounded = (value: number): number => Number(value.toPrecision(5));
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
    from: start.map(rounded).join(","),
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

export function programOfRace(lab: RaceLab, steps = lab.steps): RaceProgram {
  const { ground, start, rates, beta, rho, noise } = lab;
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
    noise: noise === 0 ? null : drawNoise(lab, steps),
    at: stepsTold(steps),
  };
}

/** Normal enough: twelve even draws summed. */
function drawNoise({ noise, seed }: RaceLab, steps: number): number[][] {
  const rng = createRng(seed);
  const draw = () => noise * (Array.from({ length: 12 }, rng.real).reduce((sum, each) => sum + each) - 6);
  return Array.from({ length: steps }, () => [draw(), draw()]);
}

export const methodOf = (rule: RaceRule): Method => (rule === "nag-lookahead" ? "nag" : rule);
export const nameOf: Record<RaceRule, Text> = {
  sgd: { ko: "SGD", en: "SGD" },
  momentum: { ko: "Momentum", en: "Momentum" },
  "nag-lookahead": { ko: "NAG", en: "NAG" },
  adagrad: { ko: "Adagrad", en: "Adagrad" },
  adadelta: { ko: "Adadelta", en: "Adadelta" },
  rmsprop: { ko: "RMSprop", en: "RMSprop" },
  adam: { ko: "Adam", en: "Adam" },
};

/** The run of a race, lane by lane; null for a run of another program. */
export function lanesOf(output: Output): RaceOutput["lanes"] | null {
  return output.kind === "race" ? output.lanes : null;
}

/** Ways of the shown optimizers at the told steps. */
export const pathsOf = ({ hidden }: RaceLab, lanes: RaceOutput["lanes"]): SurfacePath[] =>
  raceRules.flatMap((rule, at) => {
    const lane = lanes[at];
    if (!lane || hidden.includes(rule)) return [];
    return [
      {
        id: rule,
        label: nameOf[rule],
        method: methodOf(rule),
        isBold: false,
        points: lane.theta,
        losses: lane.losses,
      },
    ];
  });

/** Who is lowest at the end, and who has left the picture for good. */
export function findingOfRace({ ground, hidden }: RaceLab, lanes: RaceOutput["lanes"]): Text {
  const { lowest, surface } = raceGrounds[ground];
  const shown = raceRules.flatMap((rule, at) => {
    const lane = lanes[at];
    return lane && !hidden.includes(rule) ? [{ rule, lane }] : [];
  });
  const lost = shown.filter(({ lane }) => lane.firstStepBeyond !== null);
  const kept = shown.filter(({ lane }) => lane.firstStepBeyond === null);
  const best = kept.reduce<(typeof kept)[number] | null>(
    (winner, each) =>
      (each.lane.losses.at(-1) ?? 0) < (winner?.lane.losses.at(-1) ?? Number.POSITIVE_INFINITY)
        ? each
        : winner,
    null,
  );
  const names = (list: typeof shown) => list.map(({ rule }) => nameOf[rule].en).join(", ");
  const gone: Text =
    lost.length === 0
      ? { ko: "", en: "" }
      : lowest === null
        ? { ko: ` 끝없이 내려감: ${names(lost)}.`, en: ` Down without end: ${names(lost)}.` }
        : { ko: ` 발산: ${names(lost)}.`, en: ` Diverged: ${names(lost)}.` };
  if (!best) return { ko: `남은 것이 없어요.${gone.ko}`, en: `None is left.${gone.en}` };
  const loss = String(Number((best.lane.losses.at(-1) ?? 0).toPrecision(3)));
  const floor = lowest ? String(Number(valueAt(surface, lowest).toPrecision(3))) : null;
  return {
    ko: `손실이 가장 작은 것은 ${nameOf[best.rule].ko}(${loss})${floor === null ? "" : `, 이 표면의 최솟값은 ${floor}`}.${gone.ko}`,
    en: `${nameOf[best.rule].en} has the smallest loss (${loss})${floor === null ? "" : `; the lowest of this surface is ${floor}`}.${gone.en}`,
  };
}

/** Numbers of a file: a line each told step, with place, loss and effective rate of every optimizer. */
export function numbersOfRace(
  lab: RaceLab,
  lanes: RaceOutput["lanes"],
): { names: string[]; rows: (number | null)[][] } {
  const steps = stepsTold(lab.steps);
  return {
    names: [
      "step",
      ...raceRules.flatMap((rule) => ["x", "y", "loss", "rate"].map((part) => `${methodOf(rule)} ${part}`)),
    ],
    rows: steps.map((step, at) => [
      step,
      ...lanes.flatMap(({ theta, losses, rates }) => [
        theta[at]?.[0] ?? null,
        theta[at]?.[1] ?? null,
        losses[at] ?? null,
        (step === 0 ? null : rates[at - 1]) ?? null,
      ]),
    ]),
  };
}

/** Effective rates of the shown optimizers at the told steps from 1 on, and what is left of them in the last nine tenths. */
export function ratesOfRace({ steps, hidden }: RaceLab, lanes: RaceOutput["lanes"]) {
  const told = stepsTold(steps).filter((step) => step > 0);
  const from = told.indexOf(Math.max(1, Math.round(steps / 10)));
  return raceRules.flatMap((rule, at) => {
    const lane = lanes[at];
    if (!lane || hidden.includes(rule)) return [];
    const [first, last] = [lane.rates[from], lane.rates[told.length - 1]];
    return [
      {
        rule,
        points: told.map((step, index): [number, number | null] => [step, lane.rates[index] ?? null]),
        kept: first === undefined || last === undefined ? null : last / first,
      },
    ];
  });
}
