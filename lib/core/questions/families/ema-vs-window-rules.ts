/** How a moving average is taken for something else: a plain mean, a hard window, equal weights. */
import { plural } from "../../english";
import { joined } from "../../korean";
import type { Text } from "../../text";
import { gathered, numberSlip, raised, shown, type Wrong } from "../descents";
import type { Mistake } from "../family";

export interface EmaVsWindow {
  rho: number;
  series: number[];
  /** Steps ago of the value whose weight is asked. */
  age: number;
  asks: "average" | "corrected" | "weight" | "length";
}
export const decimals = ({ asks }: Pick<EmaVsWindow, "asks">): number =>
  ({ average: 4, corrected: 4, weight: 5, length: 1 })[asks];

const window = 3;
type Values = Partial<Record<EmaVsWindow["asks"], (params: EmaVsWindow) => Wrong>>;
const slip = (name: string, label: Text, values: Values, say: (params: EmaVsWindow) => Text) =>
  numberSlip<EmaVsWindow>(decimals, name, label, (params) => values[params.asks]?.(params) ?? null, say);

const meanOf = (series: readonly number[]) => gathered(series, 1, 1) / series.length;
const mean = (series: readonly number[]): Wrong => ({
  value: meanOf(series),
  work: `(${series.join(" + ")}) / ${series.length} = ${shown(meanOf(series))}`,
});

export const mistakes: Mistake<EmaVsWindow>[] = [
  slip(
    "plain-mean",
    { ko: "모두 같은 무게로 평균 냈다", en: "A plain mean was taken" },
    { average: ({ series }) => mean(series), corrected: ({ series }) => mean(series) },
    ({ rho }) => ({
      ko: `지수 이동 평균은 새것일수록 무거워요. 한 걸음 지날 때마다 무게가 ${rho}배로 줄어요.`,
      en: `Newer values weigh more: every step multiplies a weight by ${rho}.`,
    }),
  ),
  slip(
    "hard-window",
    { ko: `최근 ${window}개만 평균 냈다`, en: `Only the last ${window} were averaged` },
    {
      average: ({ series }) => (series.length > window ? mean(series.slice(-window)) : null),
      corrected: ({ series }) => (series.length > window ? mean(series.slice(-window)) : null),
    },
    () => ({
      ko: "정해진 개수의 창을 두는 대신, 오래된 값도 작아진 무게로 남겨요. 그래서 지난 값을 저장하지 않아도 돼요.",
      en: "Instead of a window, old values stay with smaller weights, so none of them has to be stored.",
    }),
  ),
  slip(
    "shares-swapped",
    { ko: "ρ와 1 − ρ를 바꾸어 곱했다", en: "ρ and 1 − ρ were swapped" },
    {
      average: ({ series, rho }) => {
        const value = gathered(series, 1 - rho, rho);
        return { value, work: `… ${shown(1 - rho, 3)} × m + ${rho} × ${series.at(-1)} = ${shown(value)}` };
      },
      weight: ({ rho, age }) => {
        const value = rho * (1 - rho) ** age;
        return { value, work: `${rho} × ${shown((1 - rho) ** age)} = ${shown(value)}` };
      },
    },
    ({ rho }) => ({
      ko: `앞의 평균에 ρ = ${joined(rho, "을를")}, 새 값에 ${joined(shown(1 - rho, 3), "을를")} 곱해요.`,
      en: `ρ = ${rho} goes on the earlier average and ${shown(1 - rho, 3)} on the new value.`,
    }),
  ),
  slip(
    "bias-kept",
    { ko: "보정하지 않았다", en: "The bias was left in" },
    {
      corrected: ({ series, rho }) => {
        const value = gathered(series, rho, 1 - rho);
        return { value, work: `m = ${shown(value)}` };
      },
    },
    ({ series, rho }) => ({
      ko: `0에서 시작해서 무게의 합이 아직 1 − ${rho}${raised(series.length)}뿐이에요. 그것으로 나누어요.`,
      en: `Starting from 0, the weights add up to only 1 − ${rho}${raised(series.length)} so far. Divide by that.`,
    }),
  ),
  slip(
    "weights-equal",
    { ko: "모든 값의 무게를 1 − ρ로 보았다", en: "Every value was given the weight 1 − ρ" },
    { weight: ({ rho }) => ({ value: 1 - rho, work: `1 − ${rho} = ${shown(1 - rho, 3)}` }) },
    ({ rho, age }) => ({
      ko: `1 − ρ는 방금 들어온 값의 무게예요. ${age}걸음 지나는 동안 ${joined(rho, "이가")} ${age}번 곱해져요.`,
      en: `1 − ρ is the weight of the newest value. In ${plural(age, "step")} it is multiplied by ${rho} ${plural(age, "time")}.`,
    }),
  ),
  slip(
    "share-missed",
    { ko: "1 − ρ를 곱하지 않았다", en: "The factor 1 − ρ was left out" },
    { weight: ({ rho, age }) => ({ value: rho ** age, work: `${rho} ^ ${age} = ${shown(rho ** age)}` }) },
    ({ rho }) => ({
      ko: `값은 들어올 때 이미 1 − ρ = ${shown(1 - rho, 3)}배예요. 그래야 무게의 합이 1이 돼요.`,
      en: `A value comes in times 1 − ρ = ${shown(1 - rho, 3)}, so that all weights add up to 1.`,
    }),
  ),
  slip(
    "age-from-one",
    { ko: "한 걸음 적게 세었다", en: "One step too few was counted" },
    {
      weight: ({ rho, age }) =>
        age === 0
          ? null
          : {
              value: (1 - rho) * rho ** (age - 1),
              work: `${shown(1 - rho, 3)} × ${rho} ^ ${age - 1} = ${shown((1 - rho) * rho ** (age - 1))}`,
            },
    },
    ({ age }) => ({
      ko: `방금 들어온 값이 0걸음 전이에요. ${age}걸음 전의 값에는 ρ가 ${age}번 곱해져요.`,
      en: `The newest value came 0 steps ago. One from ${plural(age, "step")} ago has been multiplied by ρ ${plural(age, "time")}.`,
    }),
  ),
  slip(
    "one-over-rho",
    { ko: "1/ρ로 계산했다", en: "1/ρ was taken" },
    { length: ({ rho }) => ({ value: 1 / rho, work: `1 / ${rho} = ${shown(1 / rho, 4)}` }) },
    ({ rho }) => ({
      ko: `ρ가 1에 가까울수록 오래 기억해야 해요. 1/ρ = ${joined(shown(1 / rho, 4), "은는")} 거의 1이라 맞지 않아요. 1/(1 − ρ)예요.`,
      en: `The nearer ρ is to 1 the longer the memory. 1/ρ = ${shown(1 / rho, 4)} stays near 1; it is 1/(1 − ρ).`,
    }),
  ),
  slip(
    "share-as-length",
    { ko: "100(1 − ρ)로 계산했다", en: "100(1 − ρ) was taken" },
    {
      length: ({ rho }) => ({
        value: 100 * (1 - rho),
        work: `100 × (1 − ${rho}) = ${shown(100 * (1 - rho), 4)}`,
      }),
    },
    () => ({
      ko: "1 − ρ가 작을수록 오래 기억해요. 그러니 1 − ρ로 나누어야 해요.",
      en: "The smaller 1 − ρ, the longer the memory, so it is divided by.",
    }),
  ),
];
