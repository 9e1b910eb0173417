/** Noise of stochastic descent: η/B stays where rate and batch size grow together. */
import type { BatchProgram, Output } from "../../compute/program";
import { joined } from "../../korean";
import type { Rng } from "../../rng";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import { follow, numberSlip, numberTruth, shown, type Wrong } from "../descents";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level, Mistake } from "../family";
import { panelOf, seriesOf } from "../panel";
import { fieldsOf, isBetween, isWhole } from "../params";
import { takeBatch } from "../take-output";

interface BatchVsLrNoise {
  /** Rate and batch size now, and those of the other setting; of one of them only the batch size is told. */
  rate: number;
  batch: number;
  otherRate: number;
  otherBatch: number;
  asks: "rate" | "which";
  turn: number;
}
const decimals = 4;
const optionIds = ["first", "second", "same"] as const;

function propose(rng: Rng, level: Level, separating = ""): BatchVsLrNoise {
  const isWhich =
    ["small-batch-calm", "rate-alone", "batch-alone"].includes(separating) ||
    (level < 3 && separating === "" && rng.int(0, 1) === 0);
  const batch = rng.pick([8, 16, 32, 64]);
  const times = rng.pick(level === 1 ? [2, 4, 0.5] : [2, 4, 0.5, 0.25, 8]);
  const rate = rng.pick([0.01, 0.02, 0.05, 0.1]);
  return {
    rate,
    batch,
    otherRate: isWhich ? Number((rate * rng.pick([1, 2, 0.5, times])).toPrecision(6)) : rate,
    otherBatch: batch * times,
    asks: isWhich ? "which" : "rate",
    turn: rng.int(0, 2),
  };
}

function legal(params: unknown): params is BatchVsLrNoise {
  const { rate, batch, otherRate, otherBatch, asks, turn } = fieldsOf(params) ?? {};
  return (
    isBetween(rate, 1e-3, 1) &&
    isWhole(batch, 1, 256) &&
    isBetween(otherRate, 1e-4, 10) &&
    isWhole(otherBatch, 1, 512) &&
    Number(otherBatch) !== Number(batch) &&
    (asks === "rate" || asks === "which") &&
    isWhole(turn, 0, 2)
  );
}

/**
 * How far one sample of gradient 1 moves the weight in a batch of B: its share of the mean is 1/B. As many such shares
 * as the other batch has samples make the rate that leaves each of them the same move.
 */
function solve({ rate, batch, otherRate, otherBatch, asks }: BatchVsLrNoise): BatchProgram {
  const share = (lr: number, size: number, count: number) =>
    follow("sgd", { lr }, Array<number>(count).fill(1 / size));
  return {
    kind: "batch",
    programs:
      asks === "rate"
        ? [share(rate, batch, otherBatch)]
        : [share(rate, batch, 1), share(otherRate, otherBatch, 1)],
  };
}

function read(output: Output, { asks }: BatchVsLrNoise): Truth {
  const moves = takeBatch(output, "descent").map((run) => Math.abs(run?.theta.at(-1)?.[0] ?? Number.NaN));
  if (asks === "rate") return numberTruth(moves[0] ?? Number.NaN, decimals);
  const [one = 0, other = 0] = moves;
  return { kind: "choice", id: Math.abs(one / other - 1) < 1e-3 ? "same" : one > other ? "first" : "second" };
}

const slip = (
  name: string,
  label: Text,
  wrong: (params: BatchVsLrNoise) => Wrong,
  say: (params: BatchVsLrNoise) => Text,
) =>
  numberSlip<BatchVsLrNoise>(
    decimals,
    name,
    label,
    (params) => (params.asks === "rate" ? wrong(params) : null),
    say,
  );
const written = (value: number, work: string): Wrong => ({ value, work: `${work} = ${shown(value)}` });
const choose = (
  name: string,
  label: Text,
  id: (params: BatchVsLrNoise) => (typeof optionIds)[number],
  say: (params: BatchVsLrNoise) => Text,
): Mistake<BatchVsLrNoise> => ({
  slip: name,
  name: label,
  gives: (params) => (params.asks === "which" ? { kind: "choice", id: id(params) } : null),
  say,
});

const mistakes: Mistake<BatchVsLrNoise>[] = [
  choose(
    "small-batch-calm",
    { ko: "배치가 작으면 잡음도 작다고 보았다", en: "A smaller batch was taken to be calmer" },
    ({ batch, otherBatch }) => (batch > otherBatch ? "first" : "second"),
    () => ({
      ko: "적은 표본으로 낸 평균일수록 더 흔들려요. 배치가 작을수록 잡음이 커요.",
      en: "A mean of few samples jitters more: the smaller the batch, the larger the noise.",
    }),
  ),
  choose(
    "rate-alone",
    { ko: "학습률만 견주었다", en: "Only the rates were compared" },
    ({ rate, otherRate }) => (rate === otherRate ? "same" : rate > otherRate ? "first" : "second"),
    ({ rate, batch, otherRate, otherBatch }) => ({
      ko: `η를 B로 나눈 값을 견주어요: ${rate}/${batch}, ${otherRate}/${otherBatch}.`,
      en: `Compare η divided by B: ${rate}/${batch} and ${otherRate}/${otherBatch}.`,
    }),
  ),
  choose(
    "batch-alone",
    { ko: "배치 크기만 견주었다", en: "Only the batch sizes were compared" },
    ({ batch, otherBatch }) => (batch < otherBatch ? "first" : "second"),
    ({ rate, batch, otherRate, otherBatch }) => ({
      ko: `학습률도 함께 봐야 해요. η/B는 ${shown(rate / batch)}, ${joined(shown(otherRate / otherBatch), "이가")} 돼요.`,
      en: `The rates count too. η/B is ${shown(rate / batch)} and ${shown(otherRate / otherBatch)}.`,
    }),
  ),
  slip(
    "scaled-other-way",
    { ko: "거꾸로 나누었다", en: "It was scaled the other way" },
    ({ rate, batch, otherBatch }) => written((rate * batch) / otherBatch, `${rate} × ${batch}/${otherBatch}`),
    () => ({
      ko: "배치를 키우면 잡음이 줄어드니, 같게 하려면 학습률도 키워야 해요.",
      en: "A larger batch lowers the noise, so to keep it the rate has to grow too.",
    }),
  ),
  slip(
    "rate-kept",
    { ko: "학습률을 그대로 두었다", en: "The rate was left as it was" },
    ({ rate }) => written(rate, "η"),
    ({ batch, otherBatch }) => ({
      ko: `배치가 ${shown(otherBatch / batch)}배이니 η도 ${shown(otherBatch / batch)}배여야 η/B가 같아요.`,
      en: `The batch is ${shown(otherBatch / batch)} times as large, so η has to be as well for η/B to stay.`,
    }),
  ),
  slip(
    "root-scaled",
    { ko: "제곱근으로 바꾸었다", en: "It was scaled by the square root" },
    ({ rate, batch, otherBatch }) =>
      written(rate * Math.sqrt(otherBatch / batch), `${rate} × √(${otherBatch}/${batch})`),
    () => ({
      ko: "제곱근은 다른 규칙이에요. η/B를 지키려면 배치와 같은 비로 바꾸어요.",
      en: "The square root is another rule. To keep η/B, the rate goes by the ratio of the batches.",
    }),
  ),
];

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
            ko: "업데이트의 잡음이 더 큰 쪽은 어느 것인가요?",
            en: "Which has the larger noise in its updates?",
          }
        : {
            ko: `배치를 ${batch}에서 ${joined(otherBatch, "으로로")} 바꾸면서 잡음의 크기를 그대로 두려면 학습률은 얼마여야 하나요?`,
            en: `The batch size goes from ${batch} to ${otherBatch}. Which learning rate keeps the scale of the noise?`,
          },
    given: [
      {
        ko: `잡음의 크기는 η/B로 재요. 표본 하나의 기울기가 가중치를 그만큼 움직여요.${asks === "rate" ? ` 지금 η = ${rate}.` : ""}`,
        en: `The noise is measured by η/B: so far does the gradient of one sample move the weight.${asks === "rate" ? ` Now η = ${rate}.` : ""}`,
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
  const work =
    asks === "rate"
      ? `${rate} × ${otherBatch}/${batch} = ${shown(otherRate)}`
      : `${rate}/${batch} = ${shown(rate / batch)}, ${otherRate}/${otherBatch} = ${shown(otherRate / otherBatch)}`;
  const sizes = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512];
  const line = (lr: number): [number, number][] => sizes.map((size) => [size, lr / size]);
  const markOf = (lr: number, size: number) => ({
    x: size,
    y: lr / size,
    label: { ko: `η ${shown(lr, 4)}, B ${size}`, en: `η ${shown(lr, 4)}, B ${size}` },
    pen: "pine" as const,
  });
  return {
    steps: [{ ko: work, en: work }],
    scene: {
      kind: "lines",
      stops: [],
      panels: [
        panelOf({
          title: { ko: "배치 크기와 잡음, 로그 눈금", en: "Batch size and noise, log scales" },
          xLabel: { ko: "배치 크기 B", en: "Batch size B" },
          yLabel: { ko: "η/B", en: "η/B" },
          xScale: "log",
          yScale: "log",
          series: [
            seriesOf(
              "first",
              { ko: `η ${shown(rate, 4)}`, en: `η ${shown(rate, 4)}` },
              "compared",
              line(rate),
            ),
            ...(otherRate === rate
              ? []
              : [
                  seriesOf(
                    "second",
                    { ko: `η ${shown(otherRate, 4)}`, en: `η ${shown(otherRate, 4)}` },
                    "asked",
                    line(otherRate),
                  ),
                ]),
          ],
          marks: [markOf(rate, batch), markOf(otherRate, otherBatch)],
        }),
      ],
      finding: {
        ko: `η/B는 ${shown(rate / batch, 4)}에서 ${joined(shown(otherRate / otherBatch, 4), "으로로")} ${Math.abs((otherRate * batch) / (otherBatch * rate) - 1) < 1e-3 ? "그대로예요" : "바뀌어요"}.`,
        en: `η/B goes from ${shown(rate / batch, 4)} to ${shown(otherRate / otherBatch, 4)}.`,
      },
    },
  };
}

const judging = { id: "batch-vs-lr-noise", solve, read, mistakes, legal };

export const batchVsLrNoise: Family<BatchVsLrNoise> = {
  ...judging,
  version: 1,
  title: { ko: "배치 크기와 학습률의 잡음", en: "Noise of batch size and rate" },
  concepts: ["large-then-smaller", "batch-size", "learning-rate-scheduling"],
  answer: "number",
  levels: [1, 2, 3],
  // Of three options one wrong value can be all.
  draw: (rng, level, separating) =>
    drawTelling(judging, rng, (drawing) => propose(drawing, level, separating), { separating, least: 1 }),
  ask,
  explain,
  knobs: [
    {
      id: "batch",
      label: { ko: "다른 배치 크기", en: "The other batch size" },
      values: () => [1, 2, 4, 8, 16, 32, 64, 128, 256, 512],
      get: ({ otherBatch }) => otherBatch,
      set: (params, otherBatch) => ({ ...params, otherBatch }),
    },
  ],
};
