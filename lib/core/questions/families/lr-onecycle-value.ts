/** 1cycle scheduling as a tent: straight up to the middle, straight down to the end. */
import type { Output } from "../../compute/program";
import type { Schedule, ScheduleProgram } from "../../compute/schedule-program";
import { plural } from "../../english";
import { joined } from "../../korean";
import type { Rng } from "../../rng";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import { numberSlip, numberTruth, shown, type Wrong } from "../descents";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level, Mistake } from "../family";
import { byStep, panelOf, seriesOf, stepAxis } from "../panel";
import { fieldsOf, isBetween, isWhole } from "../params";
import { besideSchedule, trainBy } from "../schedule-training";
import { takeOutput } from "../take-output";

interface LrOnecycleValue {
  /** Steps 0 to T, even; the peak is at T/2. */
  total: number;
  least: number;
  most: number;
  t: number;
}
const decimals = 5;

function propose(rng: Rng, level: Level, separating = ""): LrOnecycleValue {
  const total = rng.pick([20, 40, 60, 80, 100]);
  const half = total / 2;
  const isDown =
    ["descent-forgotten", "half-forgotten"].includes(separating) ||
    (level > 1 && (level === 3 || rng.int(0, 1) === 0));
  const share = rng.pick([0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.8, 0.9]);
  return {
    total,
    least: rng.pick([0.01, 0.02, 0.05]),
    most: rng.pick(separating === "least-not-added" ? [0.1, 0.2] : [0.1, 0.2, 0.5, 1]),
    t: Math.round(half * (isDown ? 1 + share : share)),
  };
}

function legal(params: unknown): params is LrOnecycleValue {
  const { total, least, most, t } = fieldsOf(params) ?? {};
  return (
    isWhole(total, 4, 200) &&
    Number(total) % 2 === 0 &&
    isBetween(least, 1e-4, 0.1) &&
    isBetween(most, 0.05, 1) &&
    Number(most) > Number(least) &&
    isWhole(t, 0, Number(total))
  );
}

/** The library's cycle has its peak at share · N − 1 of N steps and its end at N − 1, so N is T + 1. */
const scheduleOf = ({ total, least, most }: LrOnecycleValue): Schedule => ({
  name: "onecycle",
  totalSteps: total + 1,
  maxLr: most,
  pctStart: (total / 2 + 1) / (total + 1),
  anneal: "linear",
  divFactor: most / least,
  finalDivFactor: 1,
  threePhase: false,
});
const solve = (params: LrOnecycleValue): ScheduleProgram => ({
  kind: "schedule",
  schedule: scheduleOf(params),
  steps: params.total + 1,
});
const beside = (params: LrOnecycleValue) => trainBy(scheduleOf(params), params.most, params.total + 1);
const read = (output: Output, { t }: LrOnecycleValue): Truth =>
  numberTruth(takeOutput(output, "schedule").rates[t] ?? Number.NaN, decimals);

/** How far up the tent is at t, 0 to 1. */
const heightAt = ({ total, t }: LrOnecycleValue): number => 1 - Math.abs(t - total / 2) / (total / 2);
const slip = (
  name: string,
  label: Text,
  wrong: (params: LrOnecycleValue) => Wrong,
  say: (params: LrOnecycleValue) => Text,
) => numberSlip<LrOnecycleValue>(decimals, name, label, wrong, say);
const written = (value: number, work: string): Wrong => ({ value, work: `${work} = ${shown(value)}` });

const mistakes: Mistake<LrOnecycleValue>[] = [
  slip(
    "peak-at-end",
    { ko: "마지막에 가장 크다고 보았다", en: "The peak was put at the end" },
    ({ total, least, most, t }) =>
      t === 0
        ? null
        : written(least + (most - least) * (t / total), `${least} + ${shown(most - least)} × ${t}/${total}`),
    ({ total }) => ({
      ko: `가장 큰 것은 한가운데 ${total / 2}번째예요. 뒤의 절반은 내려와요.`,
      en: `The peak is in the middle, at ${total / 2}. The second half goes down.`,
    }),
  ),
  slip(
    "descent-forgotten",
    { ko: "내려오는 것을 잊었다", en: "The way down was forgotten" },
    ({ total, most, t }) => (t > total / 2 ? written(most, "max") : null),
    ({ total }) => ({
      ko: `${total / 2}번째를 지나면 올라온 만큼씩 다시 내려와요.`,
      en: `After ${total / 2} it comes down as it went up.`,
    }),
  ),
  slip(
    "cosine-instead",
    { ko: "코사인 곡선으로 보았다", en: "A cosine was used" },
    (params) => {
      const { least, most } = params;
      const bent = (1 - Math.cos(Math.PI * heightAt(params))) / 2;
      return written(least + (most - least) * bent, `${least} + ${shown(most - least)} × ${shown(bent, 4)}`);
    },
    () => ({
      ko: "여기서는 곧은 선으로 오르내려요. 코사인으로 휘는 것은 다른 꼴이에요.",
      en: "Here it goes up and down in straight lines. The cosine is another form.",
    }),
  ),
  slip(
    "least-not-added",
    { ko: "시작 학습률에서 올라가는 것을 빠뜨렸다", en: "The start was left out" },
    (params) =>
      written(
        (params.most - params.least) * heightAt(params),
        `${shown(params.most - params.least)} × ${shown(heightAt(params), 4)}`,
      ),
    ({ least }) => ({
      ko: `0이 아니라 ${least}에서 올라가기 시작해요.`,
      en: `It starts from ${least}, not from 0.`,
    }),
  ),
  slip(
    "half-forgotten",
    { ko: "절반이 아니라 전체로 나누었다", en: "It was divided by the whole, not by the half" },
    ({ total, least, most, t }) =>
      // On the way up this is the same number as a peak at the end.
      t <= total / 2 || t === total
        ? null
        : written(
            least + (most - least) * ((total - t) / total),
            `${least} + ${shown(most - least)} × ${total - t}/${total}`,
          ),
    ({ total }) => ({
      ko: `내리막도 ${total / 2}번이에요. ${joined(total / 2, "으로로")} 나누어요.`,
      en: `The way down takes ${total / 2} steps too, so divide by ${total / 2}.`,
    }),
  ),
];

function ask({ total, least, most, t }: LrOnecycleValue): Ask {
  return {
    prompt: {
      ko: `1사이클 스케줄링에서 ${t}번째 스텝의 학습률은 얼마인가요?`,
      en: `With 1cycle scheduling, what is the learning rate at step ${t}?`,
    },
    given: [
      {
        ko: `0번째 ${least}에서 ${total / 2}번째 ${most}까지 곧게 오르고, ${total}번째에 다시 ${least}까지 곧게 내려와요.`,
        en: `It rises straight from ${least} at step 0 to ${most} at step ${total / 2} and falls straight back to ${least} at step ${total}.`,
      },
    ],
    figures: [],
    answer: { kind: "number", label: { ko: `η(${t})`, en: `η(${t})` }, decimals },
  };
}

function explain(params: LrOnecycleValue, output: Output, trained?: Output): Explanation {
  const { total, least, most, t } = params;
  const { rates } = takeOutput(output, "schedule");
  const value = rates[t] ?? 0;
  const { panels, told } = besideSchedule(trained, most);
  const isUp = t <= total / 2;
  const away = isUp ? t : total - t;
  const work = `${least} + ${shown(most - least)} × ${away}/${total / 2} = ${shown(value)}`;
  return {
    steps: [
      isUp
        ? { ko: `오르막의 ${away}/${total / 2}만큼 왔어요.`, en: `It is ${away}/${total / 2} of the way up.` }
        : {
            ko: `내리막이에요. 끝까지 ${away}번 남아서 높이는 ${away}/${total / 2}예요.`,
            en: `It is on the way down: ${plural(away, "step")} from the end, so its height is ${away}/${total / 2}.`,
          },
      { ko: work, en: work },
    ],
    scene: {
      kind: "lines",
      stops: [],
      panels: [
        panelOf({
          title: { ko: "스텝마다의 학습률", en: "Learning rate by step" },
          xLabel: stepAxis,
          yLabel: { ko: "η", en: "η" },
          series: [seriesOf("rate", { ko: "1사이클", en: "1cycle" }, "asked", byStep(rates))],
          rules: [{ x: total / 2, label: { ko: "가장 큼", en: "Peak" } }],
          marks: [{ x: t, y: value, label: { ko: shown(value, 4), en: shown(value, 4) }, pen: "pine" }],
        }),
        ...panels,
      ],
      finding: {
        ko: `${total / 2}번째까지 ${shown(most / least, 4)}배로 키웠다가 되돌려요. ${t}번째는 ${shown(value, 4)}.${told.ko}`,
        en: `It grows ${shown(most / least, 4)} times up to step ${total / 2} and comes back. Step ${t} has ${shown(value, 4)}.${told.en}`,
      },
    },
  };
}

const judging = { id: "lr-onecycle-value", solve, read, mistakes, legal };

export const lrOnecycleValue: Family<LrOnecycleValue> = {
  ...judging,
  version: 1,
  title: { ko: "1사이클 스케줄링", en: "1cycle scheduling" },
  concepts: ["one-cycle-scheduling", "learning-rate-scheduling"],
  answer: "number",
  levels: [1, 2, 3],
  draw: (rng, level, separating) =>
    drawTelling(judging, rng, (drawing) => propose(drawing, level, separating), { separating, least: 2 }),
  ask,
  beside,
  explain,
  knobs: [
    {
      id: "t",
      label: { ko: "스텝", en: "Step" },
      values: ({ total }) => Array.from({ length: 11 }, (_, at) => Math.round((at / 10) * total)),
      get: ({ t }) => t,
      set: (params, t) => ({ ...params, t }),
    },
    {
      id: "most",
      label: { ko: "가장 큰 학습률", en: "Peak rate" },
      values: () => [0.05, 0.1, 0.2, 0.5, 1],
      get: ({ most }) => most,
      set: (params, most) => ({ ...params, most }),
    },
  ],
};
