/** How the noise of a rate and a batch size is mistaken, and the trainings that show it. */
import type { JitterSetting } from "../../compute/jitter-program";
import { joined } from "../../korean";
import type { Text } from "../../text";
import { numberSlip, shown, type Wrong } from "../descents";
import type { Mistake } from "../family";

export interface BatchVsLrNoise {
  /** Rate and batch size now, and those of the other setting; of one of them only the batch size is told. */
  rate: number;
  batch: number;
  otherRate: number;
  otherBatch: number;
  /** Of the samples and of the batches. */
  seed: number;
  asks: "rate" | "which";
  turn: number;
}
export const decimals = 4;
export const optionIds = ["first", "second", "same"] as const;

/** Rates that a rule, right or wrong, makes of the change of the batch; the right one first. */
export const ruleRates = {
  scaled: ({ rate, batch, otherBatch }: BatchVsLrNoise) => (rate * otherBatch) / batch,
  "scaled-other-way": ({ rate, batch, otherBatch }: BatchVsLrNoise) => (rate * batch) / otherBatch,
  "rate-kept": ({ rate }: BatchVsLrNoise) => rate,
  "root-scaled": ({ rate, batch, otherBatch }: BatchVsLrNoise) => rate * Math.sqrt(otherBatch / batch),
  added: ({ rate, batch, otherBatch }: BatchVsLrNoise) => rate + 1 / batch - 1 / otherBatch,
};

/** What the rules make of the numbers, without what is no rate at all. */
export const triedRates = (params: BatchVsLrNoise): { rule: string; rate: number }[] =>
  Object.entries(ruleRates)
    .map(([rule, of]) => ({ rule, rate: of(params) }))
    .filter(({ rate }) => rate > 0 && rate < 1.8);

/** The trainings of a question: both settings, or the present one and the other batch at each rate that is tried. */
export function settingsOf(params: BatchVsLrNoise): JitterSetting[] {
  const { rate, batch, otherRate, otherBatch, asks } = params;
  const others = asks === "which" ? [otherRate] : triedRates(params).map((tried) => tried.rate);
  return [{ rate, batch }, ...others.map((each) => ({ rate: each, batch: otherBatch }))];
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

export const mistakes: Mistake<BatchVsLrNoise>[] = [
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
    (params) =>
      written(ruleRates["scaled-other-way"](params), `${params.rate} × ${params.batch}/${params.otherBatch}`),
    () => ({
      ko: "배치를 키우면 잡음이 줄어드니, 같게 하려면 학습률도 키워야 해요.",
      en: "A larger batch lowers the noise, so to keep it the rate has to grow too.",
    }),
  ),
  slip(
    "rate-kept",
    { ko: "학습률을 그대로 두었다", en: "The rate was left as it was" },
    ({ rate }) => ({ value: rate, work: `η = ${shown(rate)}` }),
    ({ batch, otherBatch }) => ({
      ko: `배치가 ${shown(otherBatch / batch)}배이니 η도 ${shown(otherBatch / batch)}배여야 η/B가 같아요.`,
      en: `The batch is ${shown(otherBatch / batch)} times as large, so η has to be as well for η/B to stay.`,
    }),
  ),
  slip(
    "root-scaled",
    { ko: "제곱근으로 바꾸었다", en: "It was scaled by the square root" },
    (params) =>
      written(ruleRates["root-scaled"](params), `${params.rate} × √(${params.otherBatch}/${params.batch})`),
    () => ({
      ko: "제곱근은 다른 규칙이에요. η/B를 지키려면 배치와 같은 비로 바꾸어요.",
      en: "The square root is another rule. To keep η/B, the rate goes by the ratio of the batches.",
    }),
  ),
  slip(
    "added",
    { ko: "비로 바꾸지 않고 더하고 뺐다", en: "It was added and subtracted, not scaled" },
    (params) =>
      ruleRates.added(params) <= 0
        ? null
        : written(ruleRates.added(params), `${params.rate} + 1/${params.batch} − 1/${params.otherBatch}`),
    ({ batch, otherBatch }) => ({
      ko: `η와 1/B는 더해지지 않고 곱해져요. 배치가 ${shown(otherBatch / batch)}배면 학습률도 ${shown(otherBatch / batch)}배예요.`,
      en: `η and 1/B multiply, they do not add up. With ${shown(otherBatch / batch)} times the batch goes ${shown(otherBatch / batch)} times the rate.`,
    }),
  ),
];
