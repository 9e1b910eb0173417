/** Exponential scheduling: the rate after t updates, η₀ · 0.1^(t/s). */
import type { Output } from "../../compute/program";
import type { Schedule, ScheduleProgram } from "../../compute/schedule-program";
import type { Rng } from "../../rng";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import { numberSlip, numberTruth, shown, type Wrong } from "../descents";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level, Mistake } from "../family";
import { byStep, panelOf, seriesOf, stepAxis } from "../panel";
import { fieldsOf, isBetween, isWhole } from "../params";
import { besideSchedule, longEnough, trainBy } from "../schedule-training";
import { takeOutput } from "../take-output";

interface LrExponentialDecay {
  rate: number;
  s: number;
  t: number;
}
const decimals = 6;

function propose(rng: Rng, level: Level, separating = ""): LrExponentialDecay {
  const s = rng.pick([10, 20, 40]);
  const parts =
    separating === "linear-instead"
      ? rng.pick([0.25, 0.5, 0.75])
      : level === 1
        ? rng.pick([1, 2, 3])
        : rng.pick(level === 2 ? [0.25, 0.5, 0.75] : [1.25, 1.5, 1.75, 2.5]);
  const isStair = separating === "stairs-instead";
  return {
    rate: rng.pick([0.1, 0.2, 0.5, 1]),
    s,
    t: Math.round(s * (isStair ? rng.pick([1.5, 2.5, 1.25]) : parts)),
  };
}

function legal(params: unknown): params is LrExponentialDecay {
  const { rate, s, t } = fieldsOf(params) ?? {};
  return isBetween(rate, 1e-3, 1) && isWhole(s, 1, 100) && isWhole(t, 1, 200) && Number(t) <= 4 * Number(s);
}

const scheduleOf = ({ rate: lr, s }: LrExponentialDecay): Schedule => ({
  name: "exponential",
  lr,
  base: 0.1,
  every: s,
});
const solve = (params: LrExponentialDecay): ScheduleProgram => ({
  kind: "schedule",
  schedule: scheduleOf(params),
  steps: params.t + 1,
});
const beside = (params: LrExponentialDecay) =>
  trainBy(scheduleOf(params), params.rate, longEnough(params.t + 1));
const read = (output: Output): Truth =>
  numberTruth(takeOutput(output, "schedule").rates.at(-1) ?? Number.NaN, decimals);

const slip = (
  name: string,
  label: Text,
  wrong: (params: LrExponentialDecay) => Wrong,
  say: (params: LrExponentialDecay) => Text,
) => numberSlip<LrExponentialDecay>(decimals, name, label, wrong, say);
const written = (value: number, work: string): Wrong => ({ value, work: `${work} = ${shown(value)}` });

const mistakes: Mistake<LrExponentialDecay>[] = [
  slip(
    "tenth-each-update",
    { ko: "업데이트마다 10분의 1로 줄였다", en: "It was cut to a tenth at every update" },
    ({ rate, s, t }) => (s === 1 ? null : written(rate * 0.1 ** t, `${rate} × 0.1 ^ ${t}`)),
    ({ s }) => ({
      ko: `10분의 1이 되는 데 s = ${s}번이 걸려요. 지수는 t/s예요.`,
      en: `It takes s = ${s} updates to fall to a tenth. The exponent is t/s.`,
    }),
  ),
  slip(
    "base-e",
    { ko: "0.1 대신 1/e를 썼다", en: "1/e was used for 0.1" },
    ({ rate, s, t }) => written(rate * Math.exp(-t / s), `${rate} × e ^ (−${t}/${s})`),
    () => ({
      ko: "밑이 0.1이에요. s번마다 10분의 1이 돼요.",
      en: "The base is 0.1: a tenth every s updates.",
    }),
  ),
  slip(
    "linear-instead",
    { ko: "일정하게 뺐다", en: "It was lowered by equal amounts" },
    ({ rate, s, t }) =>
      t < s ? written(rate * (1 - (0.9 * t) / s), `${rate} × (1 − 0.9 × ${t}/${s})`) : null,
    () => ({
      ko: "같은 만큼이 아니라 같은 비로 줄어요. 로그 눈금에서 곧은 선이 돼요.",
      en: "It falls by a ratio, not by an amount: a straight line on a log axis.",
    }),
  ),
  slip(
    "divided-once",
    { ko: "10 · t/s로 한 번 나누었다", en: "It was divided by 10 · t/s" },
    ({ rate, s, t }) => (t === s ? null : written(rate / ((10 * t) / s), `${rate} / (10 × ${t}/${s})`)),
    () => ({
      ko: "10을 곱해 나누는 것이 아니라 t/s제곱으로 나누어요.",
      en: "It is divided by 10 to the power t/s, not by 10 times t/s.",
    }),
  ),
  slip(
    "stairs-instead",
    { ko: "s번마다 한꺼번에 줄였다", en: "It was lowered in steps of s" },
    ({ rate, s, t }) =>
      t % s === 0 ? null : written(rate * 0.1 ** Math.floor(t / s), `${rate} × 0.1 ^ ${Math.floor(t / s)}`),
    ({ s }) => ({
      ko: `s = ${s}번을 다 채우기 전에도 업데이트마다 조금씩 줄어요. t/s를 내림하지 않아요.`,
      en: `It falls a little at every update, not only every s = ${s}. t/s is not rounded down.`,
    }),
  ),
  slip(
    "exponent-turned",
    { ko: "s/t를 썼다", en: "s/t was used" },
    ({ rate, s, t }) => (t === s ? null : written(rate * 0.1 ** (s / t), `${rate} × 0.1 ^ (${s}/${t})`)),
    () => ({
      ko: "t가 커질수록 줄어야 하니 지수는 t/s예요.",
      en: "It has to fall as t grows, so the exponent is t/s.",
    }),
  ),
];

function ask({ rate, s, t }: LrExponentialDecay): Ask {
  return {
    prompt: {
      ko: `지수 기반 스케줄링에서 ${t}번 업데이트한 뒤의 학습률은 얼마인가요?`,
      en: `With exponential scheduling, what is the learning rate after ${t} updates?`,
    },
    given: [
      {
        ko: `η(t) = η₀ · 0.1^(t/s), η₀ = ${rate}, s = ${s}. √0.1 ≈ 0.3162`,
        en: `η(t) = η₀ · 0.1^(t/s), η₀ = ${rate}, s = ${s}. √0.1 ≈ 0.3162`,
      },
    ],
    figures: [],
    answer: { kind: "number", label: { ko: `η(${t})`, en: `η(${t})` }, decimals },
  };
}

function explain({ rate, s, t }: LrExponentialDecay, output: Output, trained?: Output): Explanation {
  const { rates } = takeOutput(output, "schedule");
  const value = rates.at(-1) ?? 0;
  const { panels, told, rates: longer } = besideSchedule(trained, rate);
  const drawn = longer ?? rates;
  const work = `0.1 ^ (${t}/${s}) = 0.1 ^ ${shown(t / s)} = ${shown(0.1 ** (t / s))}`;
  const last = `${rate} × ${shown(0.1 ** (t / s))} = ${shown(value)}`;
  return {
    steps: [
      { ko: work, en: work },
      { ko: last, en: last },
    ],
    scene: {
      kind: "lines",
      stops: [],
      panels: [
        panelOf({
          title: { ko: "업데이트마다의 학습률, 로그 눈금", en: "Learning rate by update, log scale" },
          xLabel: stepAxis,
          yLabel: { ko: "η", en: "η" },
          yScale: "log",
          series: [
            seriesOf("exponential", { ko: "지수 기반", en: "Exponential" }, "asked", byStep(drawn)),
            seriesOf(
              "power",
              { ko: "거듭제곱 기반", en: "Power" },
              "compared",
              byStep(drawn.map((_, at) => rate / (1 + at / s))),
            ),
          ],
          marks: [{ x: t, y: value, label: { ko: shown(value, 4), en: shown(value, 4) }, pen: "pine" }],
          rules: t > s ? [{ x: s, label: { ko: `s: 10분의 1`, en: "s: a tenth" } }] : [],
        }),
        ...panels,
      ],
      finding: {
        ko: `로그 눈금에서 곧은 선이에요. ${s}번마다 10분의 1이 되어 ${t}번 뒤에는 처음의 ${shown((value / rate) * 100, 3)} %가 남아요.${told.ko}`,
        en: `It is a straight line on a log axis: a tenth every ${s} updates, ${shown((value / rate) * 100, 3)} % of the first rate after ${t}.${told.en}`,
      },
    },
  };
}

const judging = { id: "lr-exponential-decay", solve, read, mistakes, legal };

export const lrExponentialDecay: Family<LrExponentialDecay> = {
  ...judging,
  version: 1,
  title: { ko: "지수 기반 스케줄링", en: "Exponential scheduling" },
  concepts: ["exponential-scheduling", "learning-rate-scheduling"],
  answer: "number",
  levels: [1, 2, 3],
  // At t = s several wrong rules happen to be right.
  draw: (rng, level, separating) =>
    drawTelling(judging, rng, (drawing) => propose(drawing, level, separating), { separating, least: 2 }),
  ask,
  beside,
  explain,
  knobs: [
    {
      id: "s",
      label: { ko: "s", en: "s" },
      values: ({ t }) => [1, 2, 5, 10, 20, 40, 60, 100].filter((s) => 4 * s >= t),
      get: ({ s }) => s,
      set: (params, s) => ({ ...params, s }),
    },
  ],
};
