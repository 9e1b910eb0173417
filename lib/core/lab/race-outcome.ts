/** What the run of a race shows: ways, sentences with their own numbers, a file, and the effective rates. */
import type { Method } from "../compute/effective-rates-program";
import type { Output } from "../compute/program";
import { type RaceOutput, type RaceRule, raceRules } from "../compute/race-program";
import { valueAt } from "../compute/surfaces";
import { copula, joined } from "../korean";
import { panelOf, seriesOf, stepAxis } from "../questions/panel";
import type { Panel } from "../questions/scenes/lines";
import type { SurfacePath } from "../questions/scenes/paths";
import type { Text } from "../text";
import { raceGrounds } from "./race-grounds";
import { comparedFrom, type RaceLab, ratesTold, stepsTold } from "./race-lab";

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
export const pathsOf = ({ hidden, beta, steps }: RaceLab, lanes: RaceOutput["lanes"]): SurfacePath[] =>
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
        ...(rule === "nag-lookahead" && { ahead: aheadOf(lane.theta, beta, stepsTold(steps)) }),
      },
    ];
  });

/** θ − ηβv after each told step. The step before it was −ηv, which is known where that one was told too. */
const aheadOf = (theta: RaceOutput["lanes"][number]["theta"], beta: number, told: readonly number[]) =>
  theta.map(([x, y], at): [number, number] | null => {
    const before = theta[at - 1];
    if (!before || (told[at] ?? 0) - (told[at - 1] ?? 0) !== 1) return null;
    return [x + beta * (x - before[0]), y + beta * (y - before[1])];
  });

/** Nothing is said of runs that nobody looks at. */
const noneShown: Text = { ko: "고른 최적화 방법이 없어요.", en: "No optimizer is chosen." };

/** Who is lowest at the end, and who has left the picture for good. */
export function findingOfRace({ ground, hidden }: RaceLab, lanes: RaceOutput["lanes"]): Text {
  const { lowest, surface } = raceGrounds[ground];
  const shown = raceRules.flatMap((rule, at) => {
    const lane = lanes[at];
    return lane && !hidden.includes(rule) ? [{ rule, lane }] : [];
  });
  if (shown.length === 0) return noneShown;
  const lost = shown.filter(({ lane }) => lane.firstStepBeyond !== null);
  const kept = shown.filter(({ lane }) => lane.firstStepBeyond === null);
  const best = kept.reduce<(typeof kept)[number] | null>(
    (winner, each) =>
      (each.lane.losses.at(-1) ?? 0) < (winner?.lane.losses.at(-1) ?? Number.POSITIVE_INFINITY)
        ? each
        : winner,
    null,
  );
  const names = namesOf(lost.map(({ rule }) => rule));
  const gone: Text =
    lost.length === 0
      ? { ko: "", en: "" }
      : lowest === null
        ? { ko: ` ${joined(names, "은는")} 끝없이 내려갔어요.`, en: ` Down without end: ${names}.` }
        : { ko: ` ${joined(names, "은는")} 발산했어요.`, en: ` Diverged: ${names}.` };
  if (!best) return { ko: `남은 것이 없어요.${gone.ko}`, en: `None is left.${gone.en}` };
  const name = nameOf[best.rule];
  const loss = short(best.lane.losses.at(-1) ?? 0);
  const floor = lowest ? short(valueAt(surface, lowest)) : null;
  return {
    ko: `손실이 가장 작은 것은 ${name.ko}${copula(name.ko)}(${loss}).${floor === null ? "" : ` 이 표면의 최솟값은 ${floor}${copula(floor)}.`}${gone.ko}`,
    en: `${name.en} has the smallest loss (${loss})${floor === null ? "" : `; the lowest of this surface is ${floor}`}.${gone.en}`,
  };
}

/** Names are the same in both languages. */
const namesOf = (rules: readonly RaceRule[]): string => rules.map((rule) => nameOf[rule].en).join(", ");
const short = (value: number): string => String(Number(value.toPrecision(3)));

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

/** Numbers of a file: a line each told step of the long race, with the effective rate of every shown optimizer. */
export const numbersOfRates = (
  rates: readonly RaceRate[],
): { names: string[]; rows: (number | null)[][] } => ({
  names: ["step", ...rates.map(({ rule }) => `${methodOf(rule)} rate`)],
  rows: (rates[0]?.points ?? []).map(([step], at) => [
    step,
    ...rates.map(({ points }) => points[at]?.[1] ?? null),
  ]),
});

/** Below this share of a tenth of the run, a step has decayed; the same limit decides the question about Adagrad. */
const keptFrom = 0.8;

export interface RaceRate {
  rule: RaceRule;
  /** Factor on the gradient of x at the told steps from 1 on; null where the run has left. */
  points: [step: number, rate: number | null][];
  /** What is left of it at the end, of its size at a tenth of the run; null where the run has left. */
  kept: number | null;
  isKept: boolean;
}

/** Effective rates of the shown optimizers, and what is left of them in the last nine tenths. */
export function ratesOfRace({ longSteps, hidden }: RaceLab, lanes: RaceOutput["lanes"]): RaceRate[] {
  const told = ratesTold(longSteps);
  const from = told.indexOf(comparedFrom(longSteps));
  return raceRules.flatMap((rule, at) => {
    const lane = lanes[at];
    if (!lane || hidden.includes(rule)) return [];
    const [first, last] = [lane.rates[from], lane.rates[told.length - 1]];
    const kept = first === undefined || last === undefined ? null : last / first;
    const points = told.map((step, index): RaceRate["points"][number] => [step, lane.rates[index] ?? null]);
    return [{ rule, points, kept, isKept: kept !== null && kept >= keptFrom }];
  });
}

/** The effective rates on two logarithmic axes, with a line of slope −½ beside Adagrad's. */
export function panelOfRates({ longSteps: steps }: RaceLab, rates: readonly RaceRate[]): Panel {
  const from = comparedFrom(steps);
  const adagrad = rates.find(({ rule }) => rule === "adagrad");
  const rate = adagrad?.points.find(([step]) => step === from)?.[1] ?? null;
  const above = (rate ?? 0) * 1.35;
  const guide: [number, number][] = [
    [from, above],
    [steps, above * Math.sqrt(from / steps)],
  ];
  return panelOf({
    title: {
      ko: "실효 보폭: 기울기에 실제로 곱해진 값",
      en: "Effective step: what really multiplied the gradient",
    },
    xLabel: stepAxis,
    yLabel: { ko: "로그–로그", en: "Log–log" },
    xScale: "log",
    yScale: "log",
    series: [
      ...rates.map(({ rule, points }) => seriesOf(rule, nameOf[rule], methodOf(rule), points)),
      ...(rate === null ? [] : [seriesOf("slope", { ko: "기울기 −½", en: "Slope −½" }, "faint", guide)]),
    ],
  });
}

/** How Adagrad's step has changed, with the slope and the sum behind it, and who keeps theirs. */
export function findingOfRates({ longSteps: steps }: RaceLab, rates: readonly RaceRate[]): Text {
  if (rates.length === 0) return noneShown;
  const from = comparedFrom(steps);
  const keeping = namesOf(rates.filter(({ isKept }) => isKept).map(({ rule }) => rule));
  const keepers: Text =
    keeping === ""
      ? { ko: "보폭을 지킨 것은 없어요.", en: "None keeps its step." }
      : { ko: `보폭을 지킨 것: ${keeping}.`, en: `These keep their step: ${keeping}.` };
  const kept = rates.find(({ rule }) => rule === "adagrad")?.kept ?? null;
  if (kept === null) return keepers;
  const share = kept.toFixed(2);
  // The step is η over the root of the sum, so the sum has grown by one over the square.
  const growth = String(Number((1 / kept ** 2).toPrecision(3)));
  if (kept >= keptFrom) {
    return {
      ko: `Adagrad의 보폭은 ×${share}만큼 남았어요. 제곱 기울기의 합이 ${growth}배가 되었을 뿐이에요. 기울기에 잡음을 더하고 걸음 수를 늘리면 합이 계속 커져요. ${keepers.ko}`,
      en: `Adagrad keeps ×${share} of its step: its sum of squared gradients grew only ${growth}-fold. Add gradient noise and steps, and the sum goes on growing. ${keepers.en}`,
    };
  }
  const slope = (Math.log(kept) / Math.log(steps / from)).toFixed(2).replace("-", "−");
  return {
    ko: `Adagrad의 보폭은 ${from}걸음째의 ×${share}로 줄었고, 로그 축에서 기울기는 ${slope}${copula(slope)}. 제곱 기울기의 합이 ${growth}배가 되었고, 합은 줄어들 수 없어요. ${keepers.ko}`,
    en: `Adagrad keeps ×${share} of its step at step ${from}, a slope of ${slope} on these axes: its sum of squared gradients grew ${growth}-fold and can never shrink. ${keepers.en}`,
  };
}
