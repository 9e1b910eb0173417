/** Performance scheduling: the rate after each report of the validation loss, bad reports counted. */
import type { BatchProgram, Output } from "../../compute/program";
import type { ScheduleProgram } from "../../compute/schedule-program";
import type { Rng } from "../../rng";
import type { Truth } from "../answer-form";
import { numberTruth, shown } from "../descents";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level } from "../family";
import { panelOf, seriesOf } from "../panel";
import { fieldsOf, isBetween, isWhole } from "../params";
import { besideSchedule, trainBy } from "../schedule-training";
import { takeOutput } from "../take-output";
import { decimals, follow, type LrPlateauTrace, mistakes, rightly } from "./lr-plateau-trace-rules";

/** A validation loss that falls, then stalls with ups and downs around its best. */
function proposeLosses(rng: Rng, count: number): number[] {
  const losses = [rng.pick([1, 1.2, 0.9])];
  let best = losses[0] ?? 1;
  while (losses.length < count) {
    const isBetter = rng.int(0, 9) < (losses.length < 3 ? 6 : 3);
    const next = isBetter ? best - rng.int(1, 15) / 100 : best + rng.int(0, 8) / 100;
    losses.push(Number(next.toFixed(2)));
    best = Math.min(best, next);
  }
  return losses;
}

function propose(rng: Rng, level: Level): LrPlateauTrace {
  return {
    losses: proposeLosses(rng, level === 1 ? 6 : rng.int(7, 9)),
    patience: level === 1 ? 1 : rng.int(1, 2),
    factor: rng.pick([0.1, 0.2, 0.5]),
    rate: rng.pick([0.1, 0.2, 0.4]),
    asks: level === 3 ? "all" : "last",
  };
}

function legal(params: unknown): params is LrPlateauTrace {
  const { losses, patience, factor, rate, asks } = fieldsOf(params) ?? {};
  return (
    Array.isArray(losses) &&
    isWhole(losses.length, 3, 12) &&
    losses.every((loss) => isBetween(loss, 0, 10)) &&
    isWhole(patience, 0, 5) &&
    isBetween(factor, 0.05, 0.9) &&
    isBetween(rate, 1e-3, 1) &&
    (asks === "all" || asks === "last")
  );
}

const solve = ({ losses, patience, factor, rate: lr }: LrPlateauTrace): ScheduleProgram => ({
  kind: "schedule",
  schedule: {
    name: "plateau",
    lr,
    mode: "min",
    factor,
    patience,
    threshold: 0,
    thresholdMode: "abs",
    cooldown: 0,
    minLr: 0,
    metric: losses,
  },
  steps: losses.length + 1,
});

/** Steps of the training beside it from one report to the next. */
const stepsBetween = 10;

/** A training by the rates that the reports lead to; the first one holds until the first report. */
function beside(params: LrPlateauTrace): BatchProgram {
  const { rate, factor, losses } = params;
  const milestones = cutsOf(params, follow(params, rightly).rates).map((report) => report * stepsBetween);
  const schedule = { name: "piecewise-constant", lr: rate, milestones, gamma: factor } as const;
  return trainBy(schedule, rate, (losses.length + 1) * stepsBetween);
}

/** The reports, counted from 1, after which the rate is lower than before. */
const cutsOf = ({ rate }: LrPlateauTrace, rates: number[]): number[] =>
  rates.flatMap((each, at) => (each < (rates[at - 1] ?? rate) ? [at + 1] : []));

/** The rate that holds after each report; the first one of a run comes before any. */
const ratesAfter = (output: Output): number[] => takeOutput(output, "schedule").rates.slice(1);

function read(output: Output, { asks }: LrPlateauTrace): Truth {
  const rates = ratesAfter(output);
  return asks === "all"
    ? { kind: "grid", rows: rates.map((rate) => [rate]), decimals }
    : numberTruth(rates.at(-1) ?? Number.NaN, decimals);
}

function ask({ losses, patience, factor, rate, asks }: LrPlateauTrace): Ask {
  const count = losses.length;
  return {
    prompt:
      asks === "all"
        ? {
            ko: "성능 기반 스케줄링에서 검증 손실을 잴 때마다 그 뒤의 학습률은 얼마인가요?",
            en: "With performance scheduling, what is the learning rate after each report of the validation loss?",
          }
        : {
            ko: `성능 기반 스케줄링에서 ${count}번째 검증 손실까지 잰 뒤의 학습률은 얼마인가요?`,
            en: `With performance scheduling, what is the learning rate after report ${count} of the validation loss?`,
          },
    given: [
      {
        ko: `처음 학습률 ${rate}, patience ${patience}, 줄일 때 ${factor}배`,
        en: `First rate ${rate}, patience ${patience}, multiplied by ${factor} at a cut`,
      },
      {
        ko: `지금까지의 가장 좋은 손실보다 작지 않으면 나쁜 보고예요. 나쁜 보고가 이어서 ${patience + 1}번째(patience + 1)가 되면 줄이고, 세던 것을 0으로 되돌려요.`,
        en: `A report is bad when it is not below the best loss so far. At bad report ${patience + 1} in a row (patience + 1) the rate is cut and the count goes back to 0.`,
      },
    ],
    figures: [
      {
        kind: "table",
        label: { ko: "검증 손실", en: "Validation loss" },
        columns: [
          { ko: "보고", en: "Report" },
          { ko: "손실", en: "Loss" },
        ],
        rows: losses.map((loss, at) => [at + 1, loss]),
      },
    ],
    answer:
      asks === "all"
        ? {
            kind: "grid",
            label: { ko: "보고마다의 학습률", en: "Rate after each report" },
            rows: count,
            columns: 1,
            decimals,
          }
        : { kind: "number", label: { ko: "학습률", en: "Learning rate" }, decimals },
  };
}

function explain(params: LrPlateauTrace, output: Output, trained?: Output): Explanation {
  const { losses, patience } = params;
  const rates = ratesAfter(output);
  const { counts, bests } = follow(params, rightly);
  const cuts = cutsOf(params, rates);
  const { panels, told } = besideSchedule(trained, params.rate);
  const counted = counts.join(", ");
  return {
    steps: [
      {
        ko: `보고마다 센 나쁜 보고: ${counted}`,
        en: `Bad reports counted after each: ${counted}`,
      },
      {
        ko:
          cuts.length === 0
            ? `${patience + 1}에 이른 적이 없어서 줄이지 않았어요.`
            : `${patience + 1}에 이른 ${cuts.join(", ")}번째 보고에서 줄였어요.`,
        en:
          cuts.length === 0
            ? `It never reached ${patience + 1}, so there was no cut.`
            : `It reached ${patience + 1} at report ${cuts.join(", ")}, and the rate was cut there.`,
      },
    ],
    scene: {
      kind: "lines",
      stops: losses.map((_, at) => at + 1),
      panels: [
        panelOf({
          title: { ko: "검증 손실", en: "Validation loss" },
          xLabel: { ko: "보고", en: "Report" },
          yLabel: { ko: "손실", en: "Loss" },
          series: [
            seriesOf(
              "loss",
              { ko: "손실", en: "Loss" },
              "asked",
              losses.map((loss, at) => [at + 1, loss]),
            ),
            seriesOf(
              "best",
              { ko: "가장 좋은 값", en: "Best so far" },
              "compared",
              bests.map((best, at) => [at + 1, best]),
              "steps",
            ),
          ],
          marks: losses.flatMap((loss, at) =>
            counts[at] === 0 && !cuts.includes(at + 1)
              ? []
              : [
                  {
                    x: at + 1,
                    y: loss,
                    label: cuts.includes(at + 1)
                      ? { ko: "줄임", en: "Cut" }
                      : { ko: String(counts[at]), en: String(counts[at]) },
                    pen: cuts.includes(at + 1) ? ("red" as const) : ("mark" as const),
                  },
                ],
          ),
        }),
        panelOf({
          title: { ko: "학습률", en: "Learning rate" },
          xLabel: { ko: "보고", en: "Report" },
          yLabel: { ko: "η", en: "η" },
          series: [
            seriesOf(
              "rate",
              { ko: "η", en: "η" },
              "asked",
              [[0, params.rate], ...rates.map((rate, at): [number, number] => [at + 1, rate])],
              "steps",
            ),
          ],
        }),
        ...panels.map((panel) => ({
          ...panel,
          xLabel: {
            ko: `걸음 (보고 사이에 ${stepsBetween}걸음)`,
            en: `Step (${stepsBetween} between two reports)`,
          },
          isStill: true,
        })),
      ],
      finding: {
        ko: `보고 ${losses.length}번에 ${cuts.length}번 줄어 ${shown(params.rate)}에서 ${shown(rates.at(-1) ?? 0)}까지 왔어요.${told.ko}`,
        en: `In ${losses.length} reports the rate was cut ${cuts.length === 1 ? "once" : `${cuts.length} times`}, from ${shown(params.rate)} to ${shown(rates.at(-1) ?? 0)}.${told.en}`,
      },
    },
  };
}

const judging = { id: "lr-plateau-trace", solve, read, mistakes, legal };

export const lrPlateauTrace: Family<LrPlateauTrace> = {
  ...judging,
  version: 1,
  title: { ko: "성능 기반 스케줄링", en: "Performance scheduling" },
  concepts: ["performance-scheduling", "learning-rate-scheduling"],
  answer: "number",
  levels: [1, 2, 3],
  draw: (rng, level, separating) =>
    drawTelling(judging, rng, (drawing) => propose(drawing, separating ? 3 : level), { separating }),
  ask,
  beside,
  explain,
  knobs: [
    {
      id: "patience",
      label: { ko: "patience", en: "patience" },
      values: () => [0, 1, 2, 3, 4, 5],
      get: ({ patience }) => patience,
      set: (params, patience) => ({ ...params, patience }),
    },
    {
      id: "factor",
      label: { ko: "줄이는 배수", en: "Factor of a cut" },
      values: () => [0.05, 0.1, 0.2, 0.5, 0.9],
      get: ({ factor }) => factor,
      set: (params, factor) => ({ ...params, factor }),
    },
  ],
};
