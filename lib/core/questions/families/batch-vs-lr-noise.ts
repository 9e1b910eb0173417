/** Noise of stochastic descent: η/B stays where rate and batch size grow together, as trainings in batches show. */
import type { JitterProgram, JitterRun } from "../../compute/jitter-program";
import type { Output } from "../../compute/program";
import { runReference } from "../../compute/reference";
import { copula, joined } from "../../korean";
import { createRng, type Rng } from "../../rng";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import { numberTruth, shown } from "../descents";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level } from "../family";
import { byStep, panelOf, seriesOf, stepAxis } from "../panel";
import { fieldsOf, isBetween, isWhole } from "../params";
import { takeOutput } from "../take-output";
import {
  type BatchVsLrNoise,
  decimals,
  mistakes,
  optionIds,
  ruleRates,
  settingsOf,
  triedRates,
} from "./batch-vs-lr-noise-rules";

const [weights, samples, steps] = [24, 32, 60];
/** Variances within this factor count as the same. */
const alike = 1.5;

function propose(rng: Rng, level: Level, separating = ""): BatchVsLrNoise {
  const isWhich =
    ["small-batch-calm", "rate-alone", "batch-alone"].includes(separating) ||
    (level < 3 && separating === "" && rng.int(0, 1) === 0);
  const batch = rng.pick([2, 4, 8, 16]);
  const times = rng.pick(level === 1 ? [2, 4, 0.5] : [2, 4, 0.5, 0.25]);
  const rate = rng.pick([0.1, 0.2, 0.4]);
  return {
    rate,
    batch,
    otherRate: isWhich ? Number((rate * rng.pick([1, 2, 0.5, times])).toPrecision(6)) : rate,
    otherBatch: batch * times,
    seed: rng.int(0, 2 ** 31 - 1),
    asks: isWhich ? "which" : "rate",
    turn: rng.int(0, 2),
  };
}

function legal(params: unknown): params is BatchVsLrNoise {
  const { rate, batch, otherRate, otherBatch, seed, asks, turn } = fieldsOf(params) ?? {};
  // Steps much longer than these no longer jitter in proportion to η/B.
  const isShort = (value: unknown) => isBetween(value, 0.02, 0.4);
  return (
    isShort(rate) &&
    isWhole(batch, 1, 128) &&
    isShort(otherRate) &&
    isWhole(otherBatch, 1, 128) &&
    Number(otherBatch) !== Number(batch) &&
    (asks === "which" || isShort((Number(rate) * Number(otherBatch)) / Number(batch))) &&
    isWhole(seed, 0, 2 ** 31 - 1) &&
    (asks === "rate" || asks === "which") &&
    isWhole(turn, 0, 2)
  );
}

const programs = new WeakMap<BatchVsLrNoise, JitterProgram>();
/** One object for the same params, so that the reference trains once. */
function solve(params: BatchVsLrNoise): JitterProgram {
  const known = programs.get(params);
  if (known) return known;
  const rng = createRng(params.seed);
  const program: JitterProgram = {
    kind: "jitter",
    samples: Array.from({ length: samples }, () =>
      Array.from({ length: weights }, () => Math.round(2000 * rng.real() - 1000) / 1000),
    ),
    settings: settingsOf(params),
    steps,
    seed: params.seed,
  };
  programs.set(params, program);
  return program;
}

const runsOf = (output: Output): [now: JitterRun, ...others: JitterRun[]] => {
  const [now, ...others] = takeOutput(output, "jitter").runs;
  if (!now) throw new Error("batch-vs-lr-noise: no training was run");
  return [now, ...others];
};
/** Of the rates that were tried, from the one whose training jitters most nearly as before. */
function nearest(output: Output): { at: number; off: number }[] {
  const [now, ...others] = runsOf(output);
  return others
    .map(({ variance }, at) => ({ at, off: Math.abs(Math.log(variance / now.variance)) }))
    .sort((one, other) => one.off - other.off);
}

function read(output: Output, params: BatchVsLrNoise): Truth {
  if (params.asks === "rate") {
    const tried = triedRates(params)[nearest(output)[0]?.at ?? -1];
    return numberTruth(tried?.rate ?? Number.NaN, decimals);
  }
  const [now, other] = runsOf(output);
  const ratio = now.variance / (other?.variance ?? Number.NaN);
  return { kind: "choice", id: ratio > alike ? "first" : ratio < 1 / alike ? "second" : "same" };
}

/**
 * Batches smaller than the data, clear of the limit for both engines, and no draw of batches by which chance hides the
 * rule.
 */
function isDecided(params: BatchVsLrNoise): boolean {
  if (params.otherBatch >= samples) return false;
  const run = runReference(solve(params));
  if (!run.ok) return false;
  if (params.asks === "rate") {
    const [first, second] = nearest(run.value);
    return (
      triedRates(params)[first?.at ?? -1]?.rule === "scaled" && (second?.off ?? 0) > (first?.off ?? 0) + 0.1
    );
  }
  const { rate, batch, otherRate, otherBatch } = params;
  const [now, other] = runsOf(run.value);
  const [measured, stated] = [
    now.variance / (other?.variance ?? Number.NaN),
    (rate * otherBatch) / (batch * otherRate),
  ].map(Math.log) as [number, number];
  const isFar = Math.abs(Math.abs(measured) - Math.log(alike)) > 0.08;
  return isFar && Math.abs(measured) > Math.log(alike) === Math.abs(stated) > 0.01 && measured * stated >= 0;
}

function ask({ rate, batch, otherRate, otherBatch, asks, turn }: BatchVsLrNoise): Ask {
  const texts: Record<(typeof optionIds)[number], Text> = {
    first: { ko: `η ${rate}, 배치 ${batch}`, en: `η ${rate}, batch ${batch}` },
    second: { ko: `η ${otherRate}, 배치 ${otherBatch}`, en: `η ${otherRate}, batch ${otherBatch}` },
    same: { ko: "둘이 같다", en: "They are the same" },
  };
  const options = optionIds.map((id) => ({ id, text: texts[id] }));
  return {
    prompt:
      asks === "which"
        ? {
            ko: "작은 배치로 학습할 때 최솟값 둘레에서 가중치가 더 흔들리는 쪽은 어느 것인가요?",
            en: "Trained in batches, which makes the weights jitter more around the minimum?",
          }
        : {
            ko: `배치를 ${batch}에서 ${joined(otherBatch, "으로로")} 바꾸면서 가중치가 흔들리는 폭을 그대로 두려면 학습률은 얼마여야 하나요?`,
            en: `The batch size goes from ${batch} to ${otherBatch}. Which learning rate keeps the jitter of the weights?`,
          },
    given: [
      {
        ko: `가중치 ${weights}개가 표본 ${samples}개의 평균을 ${steps}걸음 배워요. 걸음마다 표본 B개를 복원 추출해 배치를 만들어요. 흔들림의 크기는 η/B로 재요.${asks === "rate" ? ` 지금 η = ${rate}.` : ` 분산이 ${alike}배 안에서 다르면 같다고 봐요.`}`,
        en: `${weights} weights learn the means of ${samples} samples in ${steps} steps. For each step a batch of B is drawn from them with replacement. Jitter is measured by η/B.${asks === "rate" ? ` Now η = ${rate}.` : ` Variances within a factor of ${alike} count as the same.`}`,
      },
    ],
    figures: [],
    answer:
      asks === "which"
        ? { kind: "choice", options: [...options.slice(turn), ...options.slice(0, turn)] }
        : { kind: "number", label: { ko: "학습률", en: "Learning rate" }, decimals },
  };
}

function explain(params: BatchVsLrNoise, output: Output): Explanation {
  const { rate, batch, otherBatch, asks } = params;
  const truth = read(output, params);
  const otherRate = truth.kind === "number" ? truth.value : params.otherRate;
  const runs = runsOf(output);
  const [now, other = now] =
    truth.kind === "number" ? [runs[0], runs[1 + (nearest(output)[0]?.at ?? 0)]] : runs;
  const work =
    asks === "rate"
      ? `${rate} × ${otherBatch}/${batch} = ${shown(ruleRates.scaled(params))}`
      : `${rate}/${batch} = ${shown(rate / batch)}, ${otherRate}/${otherBatch} = ${shown(otherRate / otherBatch)}`;
  const named = (lr: number, size: number): Text => ({
    ko: `η ${shown(lr, 4)}, B ${size}`,
    en: `η ${shown(lr, 4)}, B ${size}`,
  });
  const [first, second] = [named(rate, batch), named(otherRate, otherBatch)];
  const scales = settingsOf(params).map((setting) => setting.rate / setting.batch);
  const ends = [Math.min(...scales), Math.max(...scales)];
  const [spread, otherSpread] = [now, other].map(({ variance }) => shown(Math.sqrt(variance), 3));
  return {
    steps: [{ ko: work, en: work }],
    scene: {
      kind: "lines",
      stops: Array.from({ length: steps / 10 + 1 }, (_, at) => 10 * at),
      panels: [
        panelOf({
          title: { ko: "가중치 하나가 흔들린 길", en: "How one weight jittered" },
          xLabel: stepAxis,
          yLabel: { ko: "최솟값에서 떨어진 거리", en: "Distance from the minimum" },
          series: [
            seriesOf("first", first, "compared", byStep(now.path)),
            seriesOf("second", second, "asked", byStep(other.path)),
            seriesOf("minimum", { ko: "최솟값", en: "Minimum" }, "faint", [
              [0, 0],
              [steps, 0],
            ]),
          ],
        }),
        panelOf({
          title: { ko: "η/B와 잰 분산, 로그 눈금", en: "η/B and the measured variance, log scales" },
          xLabel: { ko: "η/B", en: "η/B" },
          yLabel: { ko: "분산", en: "Variance" },
          xScale: "log",
          yScale: "log",
          series: [
            seriesOf(
              "measured",
              { ko: "잰 값", en: "Measured" },
              "asked",
              scales.map((scale, at) => [scale, runs[at]?.variance ?? null]),
              "dots",
            ),
            seriesOf(
              "proportion",
              { ko: "η/B에 비례할 때", en: "In proportion to η/B" },
              "faint",
              ends.map((scale) => [scale, (now.variance * scale * batch) / rate]),
            ),
          ],
          marks: [
            { x: rate / batch, y: now.variance, label: first, pen: "mark" },
            { x: otherRate / otherBatch, y: other.variance, label: second, pen: "pine" },
          ],
        }),
      ],
      finding: {
        ko: `흔들린 폭(표준편차)은 ${first.ko}에서 ${spread}, ${second.ko}에서 ${otherSpread}${copula(otherSpread ?? "")}.`,
        en: `The standard deviation was ${spread} with ${first.en} and ${otherSpread} with ${second.en}.`,
      },
    },
  };
}

const judging = { id: "batch-vs-lr-noise", solve, read, mistakes, legal };

export const batchVsLrNoise: Family<BatchVsLrNoise> = {
  ...judging,
  version: 3,
  title: { ko: "배치 크기와 학습률의 잡음", en: "Noise of batch size and rate" },
  concepts: ["large-then-smaller", "batch-size", "learning-rate-scheduling"],
  answer: "number",
  levels: [1, 2, 3],
  // Of three options one wrong value can be all.
  draw: (rng, level, separating) =>
    drawTelling(
      { ...judging, legal: (params): params is BatchVsLrNoise => legal(params) && isDecided(params) },
      rng,
      (drawing) => propose(drawing, level, separating),
      { separating, least: 1 },
    ),
  ask,
  explain,
  knobs: [
    {
      id: "batch",
      label: { ko: "다른 배치 크기", en: "The other batch size" },
      values: () => [1, 2, 4, 8, 16],
      get: ({ otherBatch }) => otherBatch,
      set: (params, otherBatch) => ({ ...params, otherBatch }),
    },
  ],
};
