/** Piecewise-constant scheduling: the rate of an epoch at or beside a boundary. */
import type { Output } from "../../compute/program";
import type { Schedule, ScheduleProgram } from "../../compute/schedule-program";
import { plural } from "../../english";
import type { Rng } from "../../rng";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import { numberSlip, numberTruth, shown, type Wrong } from "../descents";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level, Mistake } from "../family";
import { byStep, panelOf, seriesOf } from "../panel";
import { fieldsOf, isBetween, isWhole } from "../params";
import { besideSchedule, trainBy } from "../schedule-training";
import { takeOutput } from "../take-output";

interface LrPiecewiseLookup {
  rate: number;
  /** What the rate is multiplied by at each boundary. */
  factor: number;
  /** Epochs from which the next rate holds, ascending. */
  boundaries: number[];
  epoch: number;
}
const decimals = 6;

function propose(rng: Rng, level: Level, separating = ""): LrPiecewiseLookup {
  // Only behind a third boundary is the piece before it neither the first nor the second.
  const count = separating === "boundary-late" ? 3 : level === 3 ? 3 : 2;
  const boundaries = Array.from(
    { length: count },
    (_, at) => (at + 1) * 10 + rng.int(-2, 3) + at * rng.pick([0, 5, 10]),
  );
  const needsCuts = ["cuts-not-gathered", "factor-subtracted"].includes(separating);
  const at = separating === "boundary-late" ? 2 : rng.int(needsCuts ? 1 : 0, count - 1);
  const offs: Record<string, number> = { "boundary-late": 0, "boundary-early": -1, "one-piece-more": 0 };
  return {
    rate: rng.pick([0.1, 0.2, 0.5, 1]),
    factor: rng.pick([0.1, 0.2, 0.5]),
    boundaries,
    epoch: (boundaries[at] ?? 10) + (offs[separating] ?? rng.pick(level === 1 ? [0, 3] : [-1, 0, 1])),
  };
}

function legal(params: unknown): params is LrPiecewiseLookup {
  const { rate, factor, boundaries, epoch } = fieldsOf(params) ?? {};
  return (
    isBetween(rate, 1e-3, 1) &&
    isBetween(factor, 0.05, 0.9) &&
    Array.isArray(boundaries) &&
    isWhole(boundaries.length, 1, 5) &&
    boundaries.every((boundary, at) => isWhole(boundary, 1 + (boundaries[at - 1] ?? 0), 150)) &&
    isWhole(epoch, 0, 160)
  );
}

const scheduleOf = ({ rate: lr, factor: gamma, boundaries: milestones }: LrPiecewiseLookup): Schedule => ({
  name: "piecewise-constant",
  lr,
  milestones,
  gamma,
});
const epochsOf = ({ epoch, boundaries }: LrPiecewiseLookup): number => Math.max(epoch, ...boundaries) + 6;
const solve = (params: LrPiecewiseLookup): ScheduleProgram => ({
  kind: "schedule",
  schedule: scheduleOf(params),
  steps: epochsOf(params),
});
/** A step of the training stands for an epoch. */
const beside = (params: LrPiecewiseLookup) => trainBy(scheduleOf(params), params.rate, epochsOf(params));
const read = (output: Output, { epoch }: LrPiecewiseLookup): Truth =>
  numberTruth(takeOutput(output, "schedule").rates[epoch] ?? Number.NaN, decimals);

const passed = ({ boundaries, epoch }: LrPiecewiseLookup): number =>
  boundaries.filter((each) => epoch >= each).length;
const slip = (
  name: string,
  label: Text,
  wrong: (params: LrPiecewiseLookup) => Wrong,
  say: (params: LrPiecewiseLookup) => Text,
) => numberSlip<LrPiecewiseLookup>(decimals, name, label, wrong, say);
const cut = ({ rate, factor }: LrPiecewiseLookup, times: number): Wrong => ({
  value: rate * factor ** times,
  work: `${rate} × ${factor} ^ ${times} = ${shown(rate * factor ** times)}`,
});

const mistakes: Mistake<LrPiecewiseLookup>[] = [
  slip(
    "boundary-late",
    { ko: "경계의 에폭을 앞 구간으로 보았다", en: "The boundary's epoch was counted to the piece before" },
    (params) => (params.boundaries.includes(params.epoch) ? cut(params, passed(params) - 1) : null),
    ({ epoch }) => ({
      ko: `경계와 같은 에폭부터 새 값을 써요. ${epoch}번 에폭도 이미 새 구간이에요.`,
      en: `The new value holds from the boundary itself, so epoch ${epoch} is in the next piece already.`,
    }),
  ),
  slip(
    "boundary-early",
    {
      ko: "경계 바로 앞을 새 구간으로 보았다",
      en: "The epoch before a boundary was counted to the next piece",
    },
    (params) => (params.boundaries.includes(params.epoch + 1) ? cut(params, passed(params) + 1) : null),
    ({ epoch }) => ({
      ko: `에폭은 0부터 세요. ${epoch}번 에폭은 아직 경계 ${epoch + 1}에 이르지 않았어요.`,
      en: `Epochs count from 0. Epoch ${epoch} has not reached the boundary ${epoch + 1} yet.`,
    }),
  ),
  slip(
    "cuts-not-gathered",
    { ko: "한 번만 곱했다", en: "It was multiplied only once" },
    (params) => (passed(params) > 1 ? cut(params, 1) : null),
    (params) => ({
      ko: `지나온 경계가 ${passed(params)}개이니 ${passed(params)}번 곱해요.`,
      en: `${passed(params)} boundaries have been passed, so it is multiplied ${passed(params)} times.`,
    }),
  ),
  slip(
    "one-piece-more",
    { ko: "한 구간 더 내려갔다", en: "It went one piece too far" },
    (params) => (params.boundaries.includes(params.epoch + 1) ? null : cut(params, passed(params) + 1)),
    (params) => ({
      ko: `에폭 ${params.epoch}까지 지나온 경계는 ${passed(params)}개예요.`,
      en: `Boundaries passed up to epoch ${params.epoch}: ${passed(params)}.`,
    }),
  ),
  slip(
    "factor-subtracted",
    { ko: "곱하지 않고 뺐다", en: "It was subtracted instead of multiplied" },
    (params) => {
      const { rate, factor } = params;
      const value = rate - passed(params) * rate * factor;
      return passed(params) > 0 && value > 0
        ? { value, work: `${rate} − ${passed(params)} × ${rate} × ${factor} = ${shown(value)}` }
        : null;
    },
    ({ factor }) => ({
      ko: `경계마다 ${factor}배가 돼요. 빼는 것이 아니라 곱해요.`,
      en: `At every boundary it becomes ${factor} times as large; nothing is subtracted.`,
    }),
  ),
  slip(
    "first-rate-kept",
    { ko: "처음 학습률 그대로라고 보았다", en: "The first rate was kept" },
    (params) => (passed(params) > 0 ? cut(params, 0) : null),
    (params) => ({
      ko: `에폭 ${params.epoch}까지 지나온 경계가 ${passed(params)}개 있어요.`,
      en: `Boundaries passed up to epoch ${params.epoch}: ${passed(params)}.`,
    }),
  ),
];

function ask({ rate, factor, boundaries, epoch }: LrPiecewiseLookup): Ask {
  return {
    prompt: {
      ko: `구간별 고정 스케줄링에서 에폭 ${epoch}의 학습률은 얼마인가요?`,
      en: `With piecewise-constant scheduling, what is the learning rate of epoch ${epoch}?`,
    },
    given: [
      {
        ko: `처음은 ${rate}, 경계 ${boundaries.join(", ")}마다 ${factor}배가 돼요.`,
        en: `It starts at ${rate} and is multiplied by ${factor} at each of the boundaries ${boundaries.join(", ")}.`,
      },
      {
        ko: "에폭은 0부터 세고, 에폭 ≥ 경계이면 새 값을 써요.",
        en: "Epochs count from 0, and the new value holds where epoch ≥ boundary.",
      },
    ],
    figures: [],
    answer: { kind: "number", label: { ko: "학습률", en: "Learning rate" }, decimals },
  };
}

function explain(params: LrPiecewiseLookup, output: Output, trained?: Output): Explanation {
  const { rate, factor, boundaries, epoch } = params;
  const { rates } = takeOutput(output, "schedule");
  const value = rates[epoch] ?? 0;
  const { panels, told } = besideSchedule(trained, rate);
  const times = passed(params);
  const work = `${rate} × ${factor} ^ ${times} = ${shown(value)}`;
  return {
    steps: [
      {
        ko: `에폭 ${epoch} 이하인 경계는 ${times}개예요.`,
        en: `${times} of the boundaries ${times === 1 ? "is" : "are"} at or below epoch ${epoch}.`,
      },
      { ko: work, en: work },
    ],
    scene: {
      kind: "lines",
      stops: [],
      panels: [
        panelOf({
          title: { ko: "에폭마다의 학습률, 로그 눈금", en: "Learning rate by epoch, log scale" },
          xLabel: { ko: "에폭", en: "Epoch" },
          yLabel: { ko: "η", en: "η" },
          yScale: "log",
          series: [seriesOf("rate", { ko: "η", en: "η" }, "asked", byStep(rates), "steps")],
          rules: boundaries.map((x) => ({ x, label: { ko: `${x}`, en: `${x}` } })),
          marks: [{ x: epoch, y: value, label: { ko: shown(value, 4), en: shown(value, 4) }, pen: "pine" }],
        }),
        ...panels,
      ],
      finding: {
        ko: `에폭 ${epoch}까지 경계 ${times}개를 지나 처음의 ${shown(factor ** times, 4)}배가 됐어요.${told.ko}`,
        en: `Up to epoch ${epoch} it passed ${plural(times, "boundary", "boundaries")} and is ${shown(factor ** times, 4)} times the first rate.${told.en}`,
      },
    },
  };
}

const judging = { id: "lr-piecewise-lookup", solve, read, mistakes, legal };

export const lrPiecewiseLookup: Family<LrPiecewiseLookup> = {
  ...judging,
  version: 1,
  title: { ko: "구간별 고정 스케줄링", en: "Piecewise-constant scheduling" },
  concepts: ["piecewise-constant-scheduling", "learning-rate-scheduling"],
  answer: "number",
  levels: [1, 2, 3],
  // Before the first boundary one wrong rule is left.
  draw: (rng, level, separating) =>
    drawTelling(judging, rng, (drawing) => propose(drawing, level, separating), { separating, least: 2 }),
  ask,
  beside,
  explain,
  knobs: [
    {
      id: "epoch",
      label: { ko: "에폭", en: "Epoch" },
      values: ({ boundaries }) => [0, ...boundaries.flatMap((each) => [each - 1, each, each + 1])],
      get: ({ epoch }) => epoch,
      set: (params, epoch) => ({ ...params, epoch }),
    },
    {
      id: "factor",
      label: { ko: "배수", en: "Factor" },
      values: () => [0.05, 0.1, 0.2, 0.5, 0.9],
      get: ({ factor }) => factor,
      set: (params, factor) => ({ ...params, factor }),
    },
  ],
};
