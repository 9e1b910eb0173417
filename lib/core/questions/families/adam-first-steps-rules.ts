/** How Adam's first steps are mistaken: without correction, with the wrong count, without the root. */
import { joined } from "../../korean";
import type { Text } from "../../text";
import { gathered, numberSlip, raised, shown, squares, type Wrong } from "../descents";
import type { Mistake } from "../family";

export interface AdamFirstSteps {
  rate: number;
  beta1: number;
  beta2: number;
  start: number;
  gradients: number[];
  asks: "mean" | "square" | "size" | "weight";
}
export const decimals = ({ asks }: Pick<AdamFirstSteps, "asks">): number => (asks === "size" ? 5 : 4);

interface Rule {
  /** m̂ and v̂ after these gradients. */
  mean(gradients: number[]): number;
  square(gradients: number[]): number;
  step(mean: number, square: number, gradient: number): number;
}
const corrected = (sum: number, beta: number, count: number): number => sum / (1 - beta ** count);
const rightly = ({ rate, beta1, beta2 }: AdamFirstSteps): Rule => ({
  mean: (gradients) => corrected(gathered(gradients, beta1, 1 - beta1), beta1, gradients.length),
  square: (gradients) => corrected(gathered(squares(gradients), beta2, 1 - beta2), beta2, gradients.length),
  step: (mean, square) => (rate * mean) / Math.sqrt(square),
});

/** The asked number where one part of the rule is replaced. */
function worked(params: AdamFirstSteps, changed: Partial<Rule>): Wrong {
  const { gradients, start, asks } = params;
  const rule = { ...rightly(params), ...changed };
  const [mean, square] = [rule.mean(gradients), rule.square(gradients)];
  if (asks === "mean") return { value: mean, work: `m̂ = ${shown(mean)}` };
  if (asks === "square") return { value: square, work: `v̂ = ${shown(square)}` };
  const moved = (at: number) => {
    const seen = gradients.slice(0, at + 1);
    return rule.step(rule.mean(seen), rule.square(seen), gradients[at] ?? 0);
  };
  const last = Math.abs(moved(gradients.length - 1));
  if (asks === "size")
    return { value: last, work: `m̂ = ${shown(mean)}, v̂ = ${shown(square)}, ${shown(last)}` };
  const weight = gradients.reduce((w, _, at) => w - moved(at), start);
  return { value: weight, work: `m̂ = ${shown(mean)}, v̂ = ${shown(square)}, … w = ${shown(weight)}` };
}

const slip = (
  name: string,
  label: Text,
  wrong: (params: AdamFirstSteps) => Wrong,
  say: (params: AdamFirstSteps) => Text,
) => numberSlip(decimals, name, label, wrong, say);
const isStep = ({ asks }: AdamFirstSteps): boolean => asks === "size" || asks === "weight";

export const mistakes: Mistake<AdamFirstSteps>[] = [
  slip(
    "no-correction",
    { ko: "편향을 보정하지 않았다", en: "The bias was not corrected" },
    (params) =>
      worked(params, {
        mean: (gradients) => gathered(gradients, params.beta1, 1 - params.beta1),
        square: (gradients) => gathered(squares(gradients), params.beta2, 1 - params.beta2),
      }),
    ({ gradients: { length } }) => ({
      ko: `평균이 0에서 시작해서 처음에는 너무 작아요. 1 − ${joined(`β${raised(length)}`, "으로로")} 나누어 바로잡아요.`,
      en: `The averages start at 0 and are too small at first. Dividing by 1 − β${raised(length)} corrects them.`,
    }),
  ),
  slip(
    "counted-from-zero",
    { ko: "걸음을 0부터 세었다", en: "Steps were counted from 0" },
    (params) => {
      if (params.gradients.length < 2 || params.asks === "weight") return null;
      const { beta1, beta2 } = params;
      return worked(params, {
        mean: (gradients) => corrected(gathered(gradients, beta1, 1 - beta1), beta1, gradients.length - 1),
        square: (gradients) =>
          corrected(gathered(squares(gradients), beta2, 1 - beta2), beta2, gradients.length - 1),
      });
    },
    ({ gradients: { length } }) => ({
      ko: `첫걸음이 t = 1이에요. ${length}번째 기울기 뒤에는 β를 ${length}제곱해요.`,
      en: `The first step is t = 1. After gradient ${length} the power of β is ${length}.`,
    }),
  ),
  slip(
    "betas-swapped",
    { ko: "β₁과 β₂를 바꾸어 썼다", en: "β₁ and β₂ were swapped" },
    (params) => {
      const { beta1, beta2 } = params;
      return worked(params, {
        mean: (gradients) => corrected(gathered(gradients, beta2, 1 - beta2), beta2, gradients.length),
        square: (gradients) =>
          corrected(gathered(squares(gradients), beta1, 1 - beta1), beta1, gradients.length),
      });
    },
    ({ beta1, beta2 }) => ({
      ko: `기울기의 평균 m에 β₁ = ${joined(beta1, "을를")}, 제곱의 평균 v에 β₂ = ${joined(beta2, "을를")} 써요.`,
      en: `The average m of gradients uses β₁ = ${beta1}, the average v of squares β₂ = ${beta2}.`,
    }),
  ),
  slip(
    "plain-mean",
    { ko: "모두 같은 무게로 평균 냈다", en: "A plain mean was taken" },
    (params) =>
      worked(params, {
        mean: (gradients) => gathered(gradients, 1, 1) / gradients.length,
        square: (gradients) => gathered(squares(gradients), 1, 1) / gradients.length,
      }),
    ({ beta1 }) => ({
      ko: `지수 이동 평균은 새것일수록 무거워요. 한 걸음 지날 때마다 무게가 β배(m은 ${beta1}배)로 줄어요.`,
      en: `In a moving average newer values weigh more: every step multiplies a weight by β (${beta1} for m).`,
    }),
  ),
  slip(
    "root-missed",
    { ko: "제곱근을 씌우지 않았다", en: "The square root was left out" },
    (params) =>
      isStep(params) ? worked(params, { step: (mean, square) => (params.rate * mean) / square }) : null,
    () => ({
      ko: "v̂은 제곱의 크기라서, 나눌 때는 √v̂을 써요.",
      en: "v̂ has the size of a square, so the division uses √v̂.",
    }),
  ),
  slip(
    "plain-step",
    { ko: "기울기에 학습률만 곱했다", en: "Only the rate was put on the gradient" },
    (params) =>
      isStep(params) ? worked(params, { step: (_, __, gradient) => params.rate * gradient }) : null,
    ({ rate }) => ({
      ko: `Adam은 m̂을 √v̂으로 나누므로, 기울기의 크기와 거의 상관없이 η = ${rate}쯤 움직여요.`,
      en: `Adam divides m̂ by √v̂, so it moves by about η = ${rate} whatever the size of the gradient.`,
    }),
  ),
];
