/** The orders of rates to choose from, and how a step with a rate for each layer goes wrong. */
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import { shown } from "../descents";
import type { Mistake } from "../family";

export interface LayerwiseLrStep {
  /** From the layer at the input to the one at the output. */
  gradients: number[];
  weights: number[];
  /** Rates of the asked update, input side first. */
  rates: number[];
  /** Even updates for a saturating net trained from scratch; a kept beginning for fine-tuning. */
  purpose: "even" | "keep";
  asks: "update" | "order";
  turn: number;
}
export const decimals = 4;

/** Candidates for the order of rates, input side first. */
export const orders = {
  "input-large": [0.4, 0.1, 0.025],
  equal: [0.1, 0.1, 0.1],
  "output-large": [0.025, 0.1, 0.4],
} as const;
export type OrderId = keyof typeof orders;
export const orderIds = Object.keys(orders) as OrderId[];

const updated = ({ weights, gradients }: LayerwiseLrStep, rates: readonly number[], sign = -1): Truth => ({
  kind: "grid",
  rows: [weights.map((weight, at) => weight + sign * (rates[at] ?? 0) * (gradients[at] ?? 0))],
  decimals,
});
const grid = (
  slip: string,
  name: Text,
  wrong: (params: LayerwiseLrStep) => Truth,
  say: (params: LayerwiseLrStep) => Text,
): Mistake<LayerwiseLrStep> => ({
  slip,
  name,
  gives: (params) => (params.asks === "update" ? wrong(params) : null),
  work: (params) => {
    const given = wrong(params);
    return given.kind === "grid"
      ? given.rows
          .flat()
          .map((value) => shown(value))
          .join(", ")
      : "";
  },
  say,
});

const list = (values: readonly number[]): string => values.map((value) => shown(value)).join(", ");

export const mistakes: Mistake<LayerwiseLrStep>[] = [
  grid(
    "one-rate-for-all",
    { ko: "모든 층에 첫 학습률을 썼다", en: "The first rate was used for all layers" },
    (params) =>
      updated(
        params,
        params.rates.map(() => params.rates[0] ?? 0),
      ),
    ({ rates }) => ({
      ko: `층마다 자기 학습률(${rates.join(", ")})을 써요.`,
      en: `Every layer uses its own rate (${rates.join(", ")}).`,
    }),
  ),
  grid(
    "rates-reversed",
    { ko: "학습률의 순서를 뒤집었다", en: "The order of the rates was reversed" },
    (params) => updated(params, [...params.rates].reverse()),
    () => ({
      ko: "표의 학습률은 입력 쪽 층부터 차례로 적혀 있어요.",
      en: "The rates in the table start with the layer at the input.",
    }),
  ),
  grid(
    "uphill",
    { ko: "기울기를 더했다", en: "The gradient was added" },
    (params) => updated(params, params.rates, 1),
    () => ({ ko: "기울기를 빼야 손실이 줄어요.", en: "The gradient is subtracted, so that the loss falls." }),
  ),
  {
    slip: "order-reversed",
    name: { ko: "큰 쪽을 거꾸로 골랐다", en: "The larger rates were put at the other end" },
    gives: (_, truth) => {
      const other = { "input-large": "output-large", "output-large": "input-large", equal: null }[
        truth.kind === "choice" ? truth.id : ""
      ];
      return other ? { kind: "choice", id: other } : null;
    },
    say: ({ purpose }) =>
      purpose === "even"
        ? {
            ko: "입력 쪽으로 갈수록 기울기가 작아져서, 그대로 두면 앞쪽 층이 거의 움직이지 않아요. 그쪽의 학습률을 키워야 속도가 비슷해져요.",
            en: "The gradients shrink towards the input, so those layers would hardly move. Larger rates there even the speeds out.",
          }
        : {
            ko: "미리 배운 앞쪽 층을 지키려면 입력 쪽 학습률을 작게 해야 해요.",
            en: "To keep what the first layers learned before, the rates at the input have to be small.",
          },
  },
  {
    slip: "equal-chosen",
    name: { ko: "모두 같은 학습률을 골랐다", en: "One rate for all was chosen" },
    gives: ({ asks }) => (asks === "order" ? { kind: "choice", id: "equal" } : null),
    say: ({ gradients, purpose }) =>
      purpose === "even"
        ? {
            ko: `학습률이 같으면 업데이트는 기울기(${list(gradients)})대로 차이가 나요.`,
            en: `With one rate the updates differ as the gradients do (${list(gradients)}).`,
          }
        : {
            ko: "학습률이 같으면 앞쪽 층도 뒤쪽 층만큼 바뀌어요.",
            en: "With one rate the first layers change as much as the last.",
          },
  },
];
