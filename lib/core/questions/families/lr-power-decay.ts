/** Power scheduling: the rate after t updates, η₀ / (1 + t/s)ᶜ. */
import type { Output } from "../../compute/program";
import type { Schedule, ScheduleProgram } from "../../compute/schedule-program";
import { joined } from "../../korean";
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

interface LrPowerDecay {
  rate: number;
  s: number;
  c: number;
  t: number;
}
const decimals = 5;

const powersAt: Record<Level, number[]> = { 1: [1], 2: [0.5, 1, 2], 3: [0.5, 2, 1.5] };
function propose(rng: Rng, level: Level, separating = ""): LrPowerDecay {
  const s = rng.pick([5, 10, 20]);
  const needsPower = separating === "power-ignored" || separating === "power-multiplied";
  return {
    rate: rng.pick([0.1, 0.2, 0.5, 0.01]),
    s,
    c: needsPower ? rng.pick([0.5, 2]) : rng.pick(powersAt[level]),
    t:
      separating === "linear-instead"
        ? s * rng.pick([0.4, 0.6, 1.6])
        : level === 1
          ? s * rng.int(1, 4)
          : rng.int(1, 10) * (s / 5) * rng.int(1, 3),
  };
}

function legal(params: unknown): params is LrPowerDecay {
  const { rate, s, c, t } = fieldsOf(params) ?? {};
  return isBetween(rate, 1e-3, 1) && isWhole(s, 1, 100) && isBetween(c, 0.1, 3) && isWhole(t, 1, 200);
}

const scheduleOf = ({ rate: lr, s, c }: LrPowerDecay): Schedule => ({ name: "power", lr, s, c });
const solve = (params: LrPowerDecay): ScheduleProgram => ({
  kind: "schedule",
  schedule: scheduleOf(params),
  steps: params.t + 1,
});
const beside = (params: LrPowerDecay) => trainBy(scheduleOf(params), params.rate, longEnough(params.t + 1));
const read = (output: Output): Truth =>
  numberTruth(takeOutput(output, "schedule").rates.at(-1) ?? Number.NaN, decimals);

const slip = (
  name: string,
  label: Text,
  wrong: (params: LrPowerDecay) => Wrong,
  say: (params: LrPowerDecay) => Text,
) => numberSlip<LrPowerDecay>(decimals, name, label, wrong, say);
const written = (value: number, work: string): Wrong => ({ value, work: `${work} = ${shown(value)}` });

const mistakes: Mistake<LrPowerDecay>[] = [
  slip(
    "power-ignored",
    { ko: "거듭제곱 c를 빠뜨렸다", en: "The power c was left out" },
    ({ rate, s, c, t }) => (c === 1 ? null : written(rate / (1 + t / s), `${rate} / (1 + ${t}/${s})`)),
    ({ c }) => ({
      ko: `분모 전체를 c제곱해요(c = ${c}). c가 클수록 빨리 줄어요.`,
      en: `The whole divisor is raised to c = ${c}. The larger c, the faster the fall.`,
    }),
  ),
  slip(
    "power-multiplied",
    { ko: "c제곱을 하지 않고 c를 곱했다", en: "c was multiplied instead of raised to" },
    ({ rate, s, c, t }) =>
      c === 1 ? null : written(rate / (c * (1 + t / s)), `${rate} / (${c} × (1 + ${t}/${s}))`),
    ({ c }) => ({
      ko: `c = ${joined(c, "은는")} 곱하는 수가 아니라 지수예요.`,
      en: `c = ${c} is an exponent, not a factor.`,
    }),
  ),
  slip(
    "one-missed",
    { ko: "1을 더하지 않았다", en: "The 1 was not added" },
    ({ rate, s, c, t }) => written(rate / (t / s) ** c, `${rate} / (${t}/${s})${c === 1 ? "" : ` ^ ${c}`}`),
    ({ rate }) => ({
      ko: `1을 더해야 t = 0에서 처음 학습률 ${joined(rate, "이가")} 나와요.`,
      en: `With the 1 added, t = 0 gives the first rate ${rate}.`,
    }),
  ),
  slip(
    "exponential-instead",
    { ko: "지수 기반 식을 썼다", en: "The exponential formula was used" },
    ({ rate, s, t }) => written(rate * 0.1 ** (t / s), `${rate} × 0.1 ^ (${t}/${s})`),
    ({ s }) => ({
      ko: `s = ${s}번마다 10분의 1로 줄이는 것은 지수 기반 스케줄링이에요. 거듭제곱 기반은 갈수록 천천히 줄어요.`,
      en: `A tenth every s = ${s} updates is exponential scheduling. Power scheduling falls ever more slowly.`,
    }),
  ),
  slip(
    "linear-instead",
    { ko: "일정하게 뺐다", en: "It was lowered by equal amounts" },
    ({ rate, s, c, t }) => {
      const share = 1 - (1 - 1 / 2 ** c) * (t / s);
      return share > 0 && t !== s ? written(rate * share, `${rate} × ${shown(share)}`) : null;
    },
    () => ({
      ko: "처음에는 빨리, 나중에는 천천히 줄어요. 같은 만큼씩 빼지 않아요.",
      en: "It falls fast at first and slowly later, not by equal amounts.",
    }),
  ),
];

function ask({ rate, s, c, t }: LrPowerDecay): Ask {
  return {
    prompt: {
      ko: `거듭제곱 기반 스케줄링에서 ${t}번 업데이트한 뒤의 학습률은 얼마인가요?`,
      en: `With power scheduling, what is the learning rate after ${t} updates?`,
    },
    given: [
      {
        ko: `η(t) = η₀ / (1 + t/s)ᶜ, η₀ = ${rate}, s = ${s}, c = ${c}`,
        en: `η(t) = η₀ / (1 + t/s)ᶜ, η₀ = ${rate}, s = ${s}, c = ${c}`,
      },
    ],
    figures: [],
    answer: { kind: "number", label: { ko: `η(${t})`, en: `η(${t})` }, decimals },
  };
}

function explain({ rate, s, c, t }: LrPowerDecay, output: Output, trained?: Output): Explanation {
  const { rates } = takeOutput(output, "schedule");
  const value = rates.at(-1) ?? 0;
  const inner = 1 + t / s;
  const work = `1 + ${t}/${s} = ${shown(inner)}`;
  // How fast it falls just there: dη/dt = −c η / (s + t).
  const slope = (-c * value) / (s + t);

  const { panels, told, rates: longer } = besideSchedule(trained, rate);
  const drawn = longer ?? rates;
  const half = Math.max(1, drawn.length / 8);
  const last = `${rate} / ${shown(inner)}${c === 1 ? "" : ` ^ ${c}`} = ${shown(value)}`;
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
          title: { ko: "업데이트마다의 학습률", en: "Learning rate by update" },
          xLabel: stepAxis,
          yLabel: { ko: "η", en: "η" },
          series: [
            seriesOf("power", { ko: "거듭제곱 기반", en: "Power" }, "asked", byStep(drawn)),
            seriesOf(
              "exponential",
              { ko: "지수 기반", en: "Exponential" },
              "compared",
              byStep(drawn.map((_, at) => rate * 0.1 ** (at / s))),
            ),
          ],
          marks: [{ x: t, y: value, label: { ko: shown(value, 4), en: shown(value, 4) }, pen: "pine" }],
          segments: [
            { from: [t - half, value - slope * half], to: [t + half, value + slope * half], pen: "red" },
          ],
        }),
        ...panels,
      ],
      finding: {
        ko: `${t}번 뒤에 처음의 ${shown((value / rate) * 100, 3)} %가 남고, 접선을 보면 한 번에 ${shown(-slope, 3)}씩 줄고 있어요. 같은 s의 지수 기반이라면 ${shown(0.1 ** (t / s) * 100, 3)} %예요.${told.ko}`,
        en: `After ${t} updates ${shown((value / rate) * 100, 3)} % of the first rate is left and a step takes ${shown(-slope, 3)} off; exponential with the same s would leave ${shown(0.1 ** (t / s) * 100, 3)} %.${told.en}`,
      },
    },
  };
}

const judging = { id: "lr-power-decay", solve, read, mistakes, legal };

export const lrPowerDecay: Family<LrPowerDecay> = {
  ...judging,
  version: 1,
  title: { ko: "거듭제곱 기반 스케줄링", en: "Power scheduling" },
  concepts: ["power-scheduling", "learning-rate-scheduling"],
  answer: "number",
  levels: [1, 2, 3],
  // At t = s with c = 1 only two wrong rules differ from one another.
  draw: (rng, level, separating) =>
    drawTelling(judging, rng, (drawing) => propose(drawing, level, separating), { separating, least: 2 }),
  ask,
  beside,
  explain,
  knobs: [
    {
      id: "c",
      label: { ko: "c", en: "c" },
      values: () => [0.1, 0.5, 1, 1.5, 2, 3],
      get: ({ c }) => c,
      set: (params, c) => ({ ...params, c }),
    },
    {
      id: "s",
      label: { ko: "s", en: "s" },
      values: () => [1, 2, 5, 10, 20, 50, 100],
      get: ({ s }) => s,
      set: (params, s) => ({ ...params, s }),
    },
  ],
};
