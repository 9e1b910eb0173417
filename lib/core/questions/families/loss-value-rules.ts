/** How a loss is mistaken: summed, rooted, in another base, for another class, or from logits as they are. */
import { joined } from "../../korean";
import type { Text } from "../../text";
import { inTerm, numberSlip, shown, type Wrong } from "../descents";
import type { Mistake } from "../family";

export const lossIds = ["mse", "mae", "probabilities", "logits"] as const;
export interface LossValue {
  loss: (typeof lossIds)[number];
  /** One for each prediction; none where there are classes. */
  target: number[];
  /** Predictions, probabilities or logits. */
  prediction: number[];
  /** Index of the right class. */
  right: number;
}
export const decimals = 4;

export function softmax(logits: readonly number[]): number[] {
  const powers = logits.map(Math.exp);
  const sum = powers.reduce((total, each) => total + each, 0);
  return powers.map((power) => power / sum);
}
const sharesOf = ({ loss, prediction }: LossValue): number[] =>
  loss === "logits" ? softmax(prediction) : prediction;
const errorsOf = ({ target, prediction }: LossValue): number[] =>
  prediction.map((each, at) => each - (target[at] ?? 0));
const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);
const isError = ({ loss }: LossValue): boolean => loss === "mse" || loss === "mae";

const slip = (
  name: string,
  label: Text,
  wrong: (params: LossValue) => Wrong,
  say: (params: LossValue) => Text,
) => numberSlip<LossValue>(decimals, name, label, wrong, say);
const plainly = (value: number, work: string): Wrong => ({ value, work: `${work} = ${shown(value)}` });

export const mistakes: Mistake<LossValue>[] = [
  slip(
    "sum-for-mean",
    { ko: "평균 내지 않고 더하기만 했다", en: "The terms were added, not averaged" },
    (params) => {
      if (!isError(params)) return null;
      const terms = errorsOf(params).map((error) => (params.loss === "mse" ? error ** 2 : Math.abs(error)));
      return plainly(sum(terms), terms.map((term) => shown(term)).join(" + "));
    },
    ({ target }) => ({
      ko: `표본이 ${target.length}개이니 합을 ${joined(target.length, "으로로")} 나누어요.`,
      en: `There are ${target.length} samples, so the sum is divided by ${target.length}.`,
    }),
  ),
  slip(
    "root-taken",
    { ko: "제곱근까지 씌웠다", en: "The root was taken as well" },
    (params) => {
      if (params.loss !== "mse") return null;
      const mean = sum(errorsOf(params).map((error) => error ** 2)) / params.target.length;
      return plainly(Math.sqrt(mean), `√${shown(mean)}`);
    },
    () => ({
      ko: "제곱근을 씌운 것은 RMSE예요. MSE는 제곱의 평균 그대로예요.",
      en: "With the root it is the RMSE. The MSE is the mean of the squares itself.",
    }),
  ),
  slip(
    "sizes-for-squares",
    { ko: "제곱 대신 크기를 썼다", en: "Sizes were used for squares" },
    (params) =>
      params.loss === "mse"
        ? plainly(
            sum(errorsOf(params).map(Math.abs)) / params.target.length,
            `Σ|e| / ${params.target.length}`,
          )
        : null,
    () => ({
      ko: "그것은 MAE예요. MSE는 오차를 제곱해서 큰 오차를 더 무겁게 쳐요.",
      en: "That is the MAE. The MSE squares the errors, so large ones weigh more.",
    }),
  ),
  slip(
    "squares-for-sizes",
    { ko: "크기 대신 제곱을 썼다", en: "Squares were used for sizes" },
    (params) =>
      params.loss === "mae"
        ? plainly(
            sum(errorsOf(params).map((error) => error ** 2)) / params.target.length,
            `Σe² / ${params.target.length}`,
          )
        : null,
    () => ({
      ko: "그것은 MSE예요. MAE는 오차의 절댓값을 평균 내요.",
      en: "That is the MSE. The MAE averages the sizes.",
    }),
  ),
  slip(
    "signs-cancel",
    { ko: "부호를 그대로 두고 더했다", en: "The signs were left in" },
    (params) =>
      params.loss === "mae"
        ? plainly(
            Math.abs(sum(errorsOf(params))) / params.target.length,
            `|${errorsOf(params)
              .map((error, at) => (at === 0 ? shown(error) : inTerm(error)))
              .join(" + ")}| / ${params.target.length}`,
          )
        : null,
    () => ({
      ko: "부호를 두고 더하면 남는 오차와 모자라는 오차가 서로 지워져요. 먼저 절댓값을 씌워요.",
      en: "With their signs, errors above and below cancel. Take the size of each first.",
    }),
  ),
  ...(
    [
      ["base-two", 2, "log₂"],
      ["base-ten", 10, "log₁₀"],
    ] as const
  ).map(([name, base, log]) =>
    slip(
      name,
      { ko: `${joined(log, "을를")} 썼다`, en: `${log} was used` },
      (params) => {
        const share = sharesOf(params)[params.right] ?? 0;
        return isError(params)
          ? null
          : plainly(-Math.log(share) / Math.log(base), `−${log} ${shown(share, 4)}`);
      },
      () => ({
        ko: "딥러닝의 교차 엔트로피는 자연로그 ln을 써요. 프레임워크도 그래요.",
        en: "Cross-entropy in deep learning uses the natural logarithm, and so do the frameworks.",
      }),
    ),
  ),
  slip(
    "wrong-class",
    { ko: "다른 클래스의 확률을 썼다", en: "Another class's probability was used" },
    (params) => {
      if (isError(params)) return null;
      const shares = sharesOf(params);
      const likely = shares.indexOf(Math.max(...shares.filter((_, at) => at !== params.right)));
      return plainly(-Math.log(shares[likely] ?? 0), `−ln ${shown(shares[likely] ?? 0, 4)}`);
    },
    ({ right }) => ({
      ko: `가장 그럴듯하다고 예측한 것이 아니라 정답 ${"ABCDEF"[right]}의 확률을 써요.`,
      en: `It takes the probability of the right class ${"ABCDEF"[right]}, not of the one that looks likely.`,
    }),
  ),
  slip(
    "logits-as-probabilities",
    { ko: "로짓을 확률로 썼다", en: "The logit was used as a probability" },
    ({ loss, prediction, right }) => {
      const logit = prediction[right] ?? 0;
      return loss === "logits" && logit > 0 ? plainly(-Math.log(logit), `−ln ${shown(logit)}`) : null;
    },
    () => ({
      ko: "로짓은 확률이 아니에요. 먼저 소프트맥스로 합이 1인 확률로 바꾸어요.",
      en: "A logit is no probability. Softmax first turns them into shares that add up to 1.",
    }),
  ),
  slip(
    "share-for-loss",
    { ko: "1 − p를 손실로 썼다", en: "1 − p was used as the loss" },
    (params) => {
      const share = sharesOf(params)[params.right] ?? 0;
      return isError(params) ? null : plainly(1 - share, `1 − ${shown(share, 4)}`);
    },
    () => ({
      ko: "틀린 만큼이 아니라 −ln p예요. 확률이 0에 가까우면 훨씬 크게 벌해요.",
      en: "It is −ln p, not what is missing to 1. Near 0 it punishes much harder.",
    }),
  ),
];
