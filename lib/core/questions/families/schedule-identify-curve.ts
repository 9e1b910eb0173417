/** A plotted learning rate: which kind of schedule made it? Decided by running every kind. */

import type { BatchProgram, Output } from "../../compute/program";
import { runReference } from "../../compute/reference";
import type { Schedule, ScheduleProgram } from "../../compute/schedule-program";
import { copula } from "../../korean";
import type { Rng } from "../../rng";
import type { Truth } from "../answer-form";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level } from "../family";
import { byStep, panelOf, seriesOf } from "../panel";
import { fieldsOf, isBetween, isWhole } from "../params";
import type { Panel } from "../scenes/lines";
import { takeBatch } from "../take-output";
import {
  clues,
  type Kind,
  kinds,
  mistakes,
  nameOf,
  pairs,
  type ScheduleIdentifyCurve,
} from "./schedule-identify-curve-rules";

const epochs = 40;

function propose(rng: Rng, level: Level, separating = ""): ScheduleIdentifyCurve {
  const s = rng.pick([8, 10, 12]);
  const first = rng.int(4, 6);
  return {
    kind: pairs[separating]?.[0]?.[0] ?? rng.pick(kinds),
    options: rng.shuffle(kinds),
    rate: rng.pick([0.1, 0.2, 0.5]),
    s,
    cuts: [first, first + rng.int(9, 11) + (s === 10 ? 1 : 0), 33].filter((cut) => cut % s !== 0),
    scale: level === 1 ? "linear" : level === 2 ? rng.pick(["linear", "log"] as const) : "log",
  };
}

function legal(params: unknown): params is ScheduleIdentifyCurve {
  const { kind, options, rate, s, cuts, scale } = fieldsOf(params) ?? {};
  return (
    kinds.includes(kind as Kind) &&
    Array.isArray(options) &&
    new Set(options).size === kinds.length &&
    options.length === kinds.length &&
    options.every((each) => kinds.includes(each)) &&
    isBetween(rate, 0.01, 1) &&
    isWhole(s, 4, 20) &&
    Array.isArray(cuts) &&
    isWhole(cuts.length, 1, 4) &&
    cuts.every((cut, at) => isWhole(cut, 1 + (cuts[at - 1] ?? 1), epochs - 2) && cut % Number(s) !== 0) &&
    (scale === "linear" || scale === "log")
  );
}

/** A validation loss that improves until one epoch before each cut, with patience 0. */
const stallingAt = (cuts: readonly number[]): number[] => {
  let loss = 1;
  return Array.from({ length: epochs }, (_, at) => {
    if (!cuts.includes(at + 1)) loss -= 0.01;
    return loss;
  });
};

const schedules: Record<Kind, (params: ScheduleIdentifyCurve) => Schedule> = {
  power: ({ rate: lr, s }) => ({ name: "power", lr, s, c: 1 }),
  exponential: ({ rate: lr, s }) => ({ name: "exponential", lr, base: 0.1, every: 2 * s }),
  piecewise: ({ rate: lr, s }) => ({
    name: "piecewise-constant",
    lr,
    milestones: [s, 2 * s, 3 * s],
    gamma: 0.4,
  }),
  performance: ({ rate: lr, cuts }) => ({
    name: "plateau",
    lr,
    mode: "min",
    factor: 0.4,
    patience: 0,
    threshold: 0,
    thresholdMode: "abs",
    cooldown: 0,
    minLr: 0,
    metric: stallingAt(cuts),
  }),
  onecycle: ({ rate }) => ({
    name: "onecycle",
    totalSteps: epochs,
    maxLr: rate,
    pctStart: 0.4,
    anneal: "linear",
    divFactor: 10,
    finalDivFactor: 2,
    threePhase: false,
  }),
};
const programOf = (kind: Kind, params: ScheduleIdentifyCurve): ScheduleProgram => ({
  kind: "schedule",
  schedule: schedules[kind](params),
  steps: epochs,
});

/** The plotted rates first, then those of every option. */
const solve = (params: ScheduleIdentifyCurve): BatchProgram => ({
  kind: "batch",
  programs: [params.kind, ...params.options].map((kind) => programOf(kind, params)),
});
const curvesOf = (output: Output): number[][] => takeBatch(output, "schedule").map((run) => run?.rates ?? []);

function read(output: Output, { options }: ScheduleIdentifyCurve): Truth {
  const [plotted = [], ...curves] = curvesOf(output);
  const apart = curves.map((curve) =>
    Math.max(...curve.map((rate, at) => Math.abs(rate - (plotted[at] ?? Number.NaN)))),
  );
  return { kind: "choice", id: options[apart.indexOf(Math.min(...apart))] ?? "" };
}

/** The rates that are plotted; the reference runs them, for the learner has not computed anything yet. */
function plottedOf(params: ScheduleIdentifyCurve): number[] {
  const run = runReference(programOf(params.kind, params));
  if (!run.ok || run.value.kind !== "schedule")
    throw new Error("schedule-identify-curve: the curve cannot be run");
  return run.value.rates;
}

function ask(params: ScheduleIdentifyCurve): Ask {
  const { options, s, scale } = params;
  return {
    prompt: { ko: "이 학습률은 어떤 스케줄링인가요?", en: "Which schedule made this learning rate?" },
    given: [
      {
        ko: `구간별 고정 스케줄링이라면 경계는 ${[s, 2 * s, 3 * s].join(", ")} 에폭이에요.${scale === "log" ? " 세로축은 로그 눈금이에요." : ""}`,
        en: `The boundaries of piecewise-constant scheduling would be the epochs ${[s, 2 * s, 3 * s].join(", ")}.${scale === "log" ? " The rate is on a log scale." : ""}`,
      },
    ],
    figures: [
      {
        kind: "curves",
        label: { ko: "에폭마다의 학습률", en: "Learning rate by epoch" },
        xLabel: { ko: "에폭", en: "Epoch" },
        yLabel: { ko: "η", en: "η" },
        yScale: scale,
        series: [
          {
            label: { ko: "η", en: "η" },
            // Six digits are more than the eye reads, and let a drop be a drop.
            points: plottedOf(params).map((rate, at) => [at, Number(rate.toPrecision(6))]),
          },
        ],
      },
    ],
    answer: { kind: "choice", options: options.map((id) => ({ id, text: nameOf[id] })) },
  };
}

function explain(params: ScheduleIdentifyCurve, output: Output): Explanation {
  const { kind, options, scale } = params;
  const [plotted = [], ...curves] = curvesOf(output);
  const thumbnail = (id: Kind, at: number) => {
    const curve = curves[at] ?? [];
    const drawn = id === "piecewise" || id === "performance" ? ("steps" as const) : ("line" as const);
    return panelOf({
      title: nameOf[id],
      xLabel: { ko: "에폭", en: "Epoch" },
      yLabel: scale === "log" ? { ko: "η, 로그 눈금", en: "η, log scale" } : { ko: "η", en: "η" },
      yScale: scale,
      series: [
        seriesOf("plotted", { ko: "물은 곡선", en: "Asked curve" }, "faint", byStep(plotted)),
        seriesOf("own", nameOf[id], id === kind ? "asked" : "compared", byStep(curve), drawn),
      ],
      segments: farthestApart(plotted, curve),
    });
  };
  const name = nameOf[kind];
  return {
    steps: [clues[kind](params)],
    scene: {
      kind: "lines",
      stops: [],
      isSmall: true,
      panels: options.map(thumbnail),
      finding: {
        ko: `그려진 곡선은 ${name.ko} 스케줄링이 만든 값과 에폭마다 같아요. 답은 ${name.ko}${copula(name.ko)}.`,
        en: `The plotted rates are those of ${name.en.toLowerCase()} scheduling at every epoch.`,
      },
    },
  };
}

/** Where a curve is farthest from the plotted one, as a piece between the two; nothing where they are the same. */
function farthestApart(plotted: readonly number[], curve: readonly number[]): Panel["segments"] {
  const gaps = curve.map((rate, at) => Math.abs(Math.log(rate / (plotted[at] ?? Number.NaN))));
  const at = gaps.indexOf(Math.max(...gaps));
  return (gaps[at] ?? 0) < 1e-4
    ? []
    : [{ from: [at, plotted[at] ?? 0], to: [at, curve[at] ?? 0], pen: "red" }];
}

const judging = { id: "schedule-identify-curve", solve, read, mistakes, legal };

export const scheduleIdentifyCurve: Family<ScheduleIdentifyCurve> = {
  ...judging,
  version: 1,
  title: { ko: "곡선으로 스케줄링 알아보기", en: "Tell a schedule by its curve" },
  concepts: [
    "learning-rate-scheduling",
    "power-scheduling",
    "exponential-scheduling",
    "piecewise-constant-scheduling",
    "performance-scheduling",
    "one-cycle-scheduling",
  ],
  answer: "choice",
  levels: [1, 2, 3],
  // Each kind is usually mistaken for one or two others.
  draw: (rng, level, separating) =>
    drawTelling(judging, rng, (drawing) => propose(drawing, level, separating), { separating, least: 1 }),
  ask,
  explain,
  knobs: [
    {
      id: "s",
      label: { ko: "s", en: "s" },
      values: () => [4, 5, 8, 10, 12, 20],
      get: ({ s }) => s,
      set: (params, s) => ({ ...params, s }),
    },
  ],
};
