/** How batches, iterations and epochs are miscounted. */
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import { equation, shown } from "../descents";
import type { Mistake } from "../family";

export interface IterationsAndUpdates {
  samples: number;
  batch: number;
  epochs: number;
  dropLast: boolean;
  asks: "iterations" | "updates" | "last";
}

export const integer = (value: number): Truth => ({ kind: "integer", value });

/** A wrong number of batches an epoch, carried on to what is asked. */
function slip(
  name: string,
  label: Text,
  count: (params: IterationsAndUpdates) => [value: number, work: string] | null,
  say: (params: IterationsAndUpdates) => Text,
): Mistake<IterationsAndUpdates> {
  const perEpoch = (params: IterationsAndUpdates) => (params.asks === "last" ? null : count(params));
  const times = ({ asks, epochs }: IterationsAndUpdates) => (asks === "updates" ? epochs : 1);
  return {
    slip: name,
    name: label,
    gives: (params) => {
      const counted = perEpoch(params);
      return counted && integer(counted[0] * times(params));
    },
    work: (params) => {
      const [value = 0, work = ""] = perEpoch(params) ?? [];
      const whole = times(params) > 1 ? `${work} × ${params.epochs}` : work;
      return equation(whole, shown(value * times(params)));
    },
    say,
  };
}
/** A wrong number for one form alone. */
const only = (
  asks: IterationsAndUpdates["asks"],
  name: string,
  label: Text,
  count: (params: IterationsAndUpdates) => [value: number, work: string] | null,
  say: (params: IterationsAndUpdates) => Text,
): Mistake<IterationsAndUpdates> => ({
  slip: name,
  name: label,
  gives: (params) => {
    const counted = params.asks === asks ? count(params) : null;
    return counted && integer(counted[0]);
  },
  work: (params) => {
    const [value = 0, work = ""] = count(params) ?? [];
    return equation(work, shown(value));
  },
  say,
});
const isUneven = ({ samples, batch }: IterationsAndUpdates): boolean => samples % batch !== 0;
/** Batches of one epoch, by the rule that the question states. */
const batchesOf = ({ samples, batch, dropLast }: IterationsAndUpdates): number =>
  dropLast ? Math.floor(samples / batch) : Math.ceil(samples / batch);

export const mistakes: Mistake<IterationsAndUpdates>[] = [
  slip(
    "last-left-out",
    { ko: "마지막에 남은 배치를 빼놓았다", en: "The last, smaller batch was left out" },
    (params) => {
      const { samples, batch, dropLast } = params;
      return isUneven(params) && !dropLast ? [Math.floor(samples / batch), `⌊${samples} / ${batch}⌋`] : null;
    },
    ({ samples, batch }) => ({
      ko: `남은 ${samples % batch}개도 한 배치가 돼요. 올림해요.`,
      en: `The ${samples % batch} left over make a batch too, so round up.`,
    }),
  ),
  slip(
    "last-kept",
    { ko: "버리는 배치까지 세었다", en: "The dropped batch was counted" },
    (params) => {
      const { samples, batch, dropLast } = params;
      return isUneven(params) && dropLast ? [Math.ceil(samples / batch), `⌈${samples} / ${batch}⌉`] : null;
    },
    ({ samples, batch }) => ({
      ko: `꽉 차지 않은 마지막 ${samples % batch}개는 버린다고 했어요. 내림해요.`,
      en: `The last ${samples % batch}, which do not fill a batch, are dropped. Round down.`,
    }),
  ),
  slip(
    "fraction-kept",
    { ko: "나눈 값을 그대로 썼다", en: "The quotient was used as it is" },
    (params) =>
      isUneven(params) ? [params.samples / params.batch, `${params.samples} / ${params.batch}`] : null,
    () => ({ ko: "배치의 수는 정수예요.", en: "The number of batches is a whole number." }),
  ),
  slip(
    "turned-over",
    { ko: "거꾸로 나누었다", en: "It was divided the other way" },
    ({ samples, batch }) => (samples === batch ? null : [batch / samples, `${batch} / ${samples}`]),
    ({ samples, batch }) => ({
      ko: `전체 ${samples}개를 ${batch}개씩 나누어요.`,
      en: `All ${samples} samples are divided into batches of ${batch}.`,
    }),
  ),
  slip(
    "batch-size-given",
    { ko: "배치 크기를 적었다", en: "The batch size was given" },
    (params) => (batchesOf(params) === params.batch ? null : [params.batch, "B"]),
    () => ({
      ko: "배치 크기는 한 번에 쓰는 표본의 수예요. iteration은 배치의 수예요.",
      en: "The batch size is how many samples are used at once. Iterations count the batches.",
    }),
  ),
  only(
    "iterations",
    "epochs-counted-in",
    { ko: "에폭까지 곱했다", en: "The epochs were multiplied in" },
    (params) =>
      params.epochs > 1
        ? [batchesOf(params) * params.epochs, `${batchesOf(params)} × ${params.epochs}`]
        : null,
    ({ epochs }) => ({
      ko: `묻는 것은 한 에폭 안의 iteration이에요. ${epochs}에폭 전체의 업데이트 수와 달라요.`,
      en: `Asked are the iterations of one epoch, not the updates of all ${epochs}.`,
    }),
  ),
  only(
    "updates",
    "epochs-forgotten",
    { ko: "에폭을 곱하지 않았다", en: "The epochs were forgotten" },
    (params) => (params.epochs > 1 ? [batchesOf(params), String(batchesOf(params))] : null),
    ({ epochs }) => ({
      ko: `한 에폭의 수예요. ${epochs}에폭을 도니 ${epochs}배 해요.`,
      en: `That is one epoch. There are ${epochs}, so multiply by ${epochs}.`,
    }),
  ),
  only(
    "updates",
    "one-per-epoch",
    { ko: "에폭마다 한 번 업데이트한다고 보았다", en: "One update an epoch was assumed" },
    ({ epochs }) => [epochs, String(epochs)],
    () => ({
      ko: "업데이트는 에폭이 아니라 배치마다 한 번 해요.",
      en: "There is one update for every batch, not for every epoch.",
    }),
  ),
  only(
    "updates",
    "one-per-sample",
    { ko: "표본마다 업데이트한다고 보았다", en: "One update a sample was assumed" },
    ({ samples, epochs }) => [samples * epochs, `${samples} × ${epochs}`],
    ({ batch }) => ({
      ko: `표본 ${batch}개의 기울기를 평균 내어 한 번 업데이트해요.`,
      en: `The gradients of ${batch} samples are averaged for one update.`,
    }),
  ),
  only(
    "last",
    "full-last-batch",
    { ko: "마지막 배치도 꽉 찼다고 보았다", en: "The last batch was taken to be full" },
    (params) => (isUneven(params) ? [params.batch, "B"] : null),
    ({ samples, batch }) => ({
      ko: `${samples}개를 ${batch}개씩 나누면 ${samples % batch}개가 남아요.`,
      en: `${samples} in batches of ${batch} leave ${samples % batch}.`,
    }),
  ),
  only(
    "last",
    "last-batch-empty",
    { ko: "나누어떨어지면 0개라고 보았다", en: "An even division was taken to leave an empty batch" },
    (params) => (isUneven(params) ? null : [0, `${params.samples} mod ${params.batch}`]),
    ({ batch }) => ({
      ko: `나누어떨어지면 마지막 배치도 ${batch}개로 꽉 차요.`,
      en: `Where it divides evenly the last batch is full: ${batch}.`,
    }),
  ),
  only(
    "last",
    "missing-to-full",
    { ko: "모자라는 수를 적었다", en: "What is missing to a full batch was given" },
    (params) =>
      isUneven(params) && 2 * (params.samples % params.batch) !== params.batch
        ? [
            params.batch - (params.samples % params.batch),
            `${params.batch} − ${params.samples % params.batch}`,
          ]
        : null,
    () => ({
      ko: "모자라는 수가 아니라 남은 표본의 수예요.",
      en: "It is how many samples are left, not how many are missing.",
    }),
  ),
];
