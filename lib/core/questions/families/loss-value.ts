/** The value of a loss by hand: squared and absolute errors, cross-entropy from probabilities and from logits. */
import type { LossProgram } from "../../compute/loss-program";
import type { Output } from "../../compute/program";
import { copula } from "../../korean";
import type { Rng } from "../../rng";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import { inTerm, numberTruth, shown } from "../descents";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level } from "../family";
import { curveOf, panelOf, seriesOf } from "../panel";
import { fieldsOf, isBetween, isWhole } from "../params";
import { takeOutput } from "../take-output";
import { decimals, type LossValue, lossIds, mistakes, softmax } from "./loss-value-rules";
import { errorsScene } from "./loss-value-scene";

const lossesAt: Record<Level, LossValue["loss"][]> = {
  1: ["mse", "mae"],
  2: ["mse", "mae", "probabilities"],
  3: ["probabilities", "logits"],
};
const lossFor: Record<string, LossValue["loss"][]> = {
  "sum-for-mean": ["mse", "mae"],
  "root-taken": ["mse"],
  "squares-for-sizes": ["mae"],
  "sizes-for-squares": ["mse"],
  "signs-cancel": ["mae"],
  "base-two": ["probabilities", "logits"],
  "base-ten": ["probabilities", "logits"],
  "wrong-class": ["probabilities", "logits"],
  "logits-as-probabilities": ["logits"],
  "share-for-loss": ["probabilities", "logits"],
};

function propose(rng: Rng, level: Level, separating = ""): LossValue {
  const loss = rng.pick(lossFor[separating] ?? lossesAt[level]);
  if (loss === "mse" || loss === "mae") {
    const count = rng.int(3, 4);
    const target = Array.from({ length: count }, () => rng.int(-2, 4));
    return {
      loss,
      target,
      prediction: target.map((each) => each + rng.pick([-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2])),
      right: 0,
    };
  }
  const classes = 3;
  const right = rng.int(0, classes - 1);
  if (loss === "logits") {
    return {
      loss,
      target: [],
      prediction: Array.from({ length: classes }, () => rng.pick([-1, 0, 0.5, 1, 2, 3])),
      right,
    };
  }
  const [first, second] = [rng.int(1, 7), rng.int(1, 2)];
  const shares = rng.shuffle([first, second, 10 - first - second]);
  return { loss, target: [], prediction: shares.map((share) => share / 10), right };
}

function legal(params: unknown): params is LossValue {
  const { loss, target, prediction, right } = fieldsOf(params) ?? {};
  const isNumbers = (value: unknown): value is number[] =>
    Array.isArray(value) && value.every((each) => isBetween(each, -20, 20));
  if (!lossIds.includes(loss as LossValue["loss"]) || !isNumbers(target) || !isNumbers(prediction))
    return false;
  if (loss === "mse" || loss === "mae")
    return isWhole(prediction.length, 1, 8) && target.length === prediction.length && right === 0;
  if (target.length > 0 || !isWhole(prediction.length, 2, 6) || !isWhole(right, 0, prediction.length - 1))
    return false;
  const sum = prediction.reduce((total, each) => total + each, 0);
  return (
    loss === "logits" ||
    (prediction.every((share) => share >= 0.01 && share <= 0.99) && Math.abs(sum - 1) < 1e-6)
  );
}

function solve({ loss, target, prediction, right }: LossValue): LossProgram {
  if (loss === "mse" || loss === "mae") return { kind: "loss", loss, prediction, target, delta: 1 };
  const program = loss === "logits" ? "softmax-cross-entropy" : "cross-entropy-from-probabilities";
  return { kind: "loss", loss: program, prediction: [prediction], target: [right] };
}

const read = (output: Output): Truth => numberTruth(takeOutput(output, "loss").mean, decimals);

const listed = (values: readonly number[]): string => values.map((value) => shown(value)).join(", ");
const letters = ["A", "B", "C", "D", "E", "F"];

function ask({ loss, target, prediction, right }: LossValue): Ask {
  const prompts: Record<LossValue["loss"], Text> = {
    mse: { ko: "평균 제곱 오차(MSE)는 얼마인가요?", en: "What is the mean squared error (MSE)?" },
    mae: { ko: "평균 절대 오차(MAE)는 얼마인가요?", en: "What is the mean absolute error (MAE)?" },
    probabilities: {
      ko: `정답이 ${letters[right]}일 때 교차 엔트로피는 얼마인가요?`,
      en: `The right class is ${letters[right]}. What is the cross-entropy?`,
    },
    logits: {
      ko: `로짓이 이렇고 정답이 ${letters[right]}일 때 교차 엔트로피는 얼마인가요?`,
      en: `These are logits and the right class is ${letters[right]}. What is the cross-entropy?`,
    },
  };
  const isError = loss === "mse" || loss === "mae";
  const given: Record<LossValue["loss"], Text> = {
    mse: { ko: "오차의 제곱을 평균 내요.", en: "It is the mean of the squared errors." },
    mae: { ko: "오차의 절댓값을 평균 내요.", en: "It is the mean of the sizes of the errors." },
    probabilities: {
      ko: "−ln p(정답), 자연로그예요.",
      en: "−ln p(right class), with the natural logarithm.",
    },
    logits: {
      ko: "로짓에 소프트맥스를 씌운 뒤 −ln p(정답), 자연로그예요.",
      en: "Softmax turns logits into probabilities; then −ln p(right class), with the natural logarithm.",
    },
  };
  return {
    prompt: prompts[loss],
    given: [given[loss]],
    figures: [
      isError
        ? {
            kind: "table",
            label: { ko: "정답과 예측", en: "Targets and predictions" },
            columns: [
              { ko: "표본", en: "Sample" },
              ...target.map((_, at) => ({ ko: String(at + 1), en: String(at + 1) })),
            ],
            rows: [
              [{ ko: "정답 y", en: "Target y" }, ...target],
              [{ ko: "예측 ŷ", en: "Prediction ŷ" }, ...prediction],
            ],
          }
        : {
            kind: "table",
            label:
              loss === "logits"
                ? { ko: "로짓", en: "Logits" }
                : { ko: "예측한 확률", en: "Predicted probabilities" },
            columns: prediction.map((_, at) => ({ ko: letters[at] ?? "", en: letters[at] ?? "" })),
            rows: [[...prediction]],
          },
    ],
    answer: { kind: "number", label: { ko: "손실", en: "Loss" }, decimals },
  };
}

function explain(params: LossValue, output: Output): Explanation {
  const { loss, target, prediction, right } = params;
  const { mean } = takeOutput(output, "loss");
  const value = shown(mean);
  if (loss === "mse" || loss === "mae") {
    const errors = prediction.map((each, at) => each - (target[at] ?? 0));
    const terms = errors.map((error) => (loss === "mse" ? `${inTerm(error)}²` : `|${shown(error)}|`));
    const work = `(${terms.join(" + ")}) / ${errors.length} = ${value}`;
    return {
      steps: [
        { ko: `오차 ŷ − y: ${listed(errors)}`, en: `Errors ŷ − y: ${listed(errors)}` },
        { ko: work, en: work },
      ],
      scene: errorsScene(params, errors, value),
    };
  }
  const shares = loss === "logits" ? softmax(prediction) : prediction;
  const p = Math.exp(-mean);
  const powers = prediction.map((each) => shown(Math.exp(each), 4)).join(" + ");
  return {
    steps: [
      ...(loss === "logits"
        ? [
            {
              ko: `소프트맥스: ${shown(Math.exp(prediction[right] ?? 0), 4)} / (${powers}) = ${shown(p, 4)}`,
              en: `Softmax: ${shown(Math.exp(prediction[right] ?? 0), 4)} / (${powers}) = ${shown(p, 4)}`,
            },
          ]
        : []),
      { ko: `−ln ${shown(p, 4)} = ${value}`, en: `−ln ${shown(p, 4)} = ${value}` },
    ],
    scene: {
      kind: "lines",
      stops: [],
      panels: [
        panelOf({
          title: { ko: "정답의 확률과 손실", en: "Probability of the right class, and the loss" },
          xLabel: { ko: "p(정답)", en: "p(right)" },
          yLabel: { ko: "−ln p", en: "−ln p" },
          series: [
            seriesOf(
              "loss",
              { ko: "−ln p", en: "−ln p" },
              "asked",
              curveOf(0.02, 1, (share) => -Math.log(share)),
            ),
          ],
          // Classes with the same probability share a place.
          marks: [...new Set(shares)].map((share) => {
            const names = letters.filter((_, at) => shares[at] === share).join(", ");
            return {
              x: share,
              y: -Math.log(share),
              label: { ko: names, en: names },
              pen: share === shares[right] ? ("pine" as const) : ("mark" as const),
            };
          }),
        }),
      ],
      finding: {
        ko: `정답에 ${shown(p * 100, 3)} %를 주어서 손실이 ${shown(mean, 4)}${copula(shown(mean, 4))}. 다른 클래스의 확률은 직접 들어가지 않아요.`,
        en: `The right class got ${shown(p * 100, 3)} %, so the loss is ${shown(mean, 4)}. The other classes do not enter it directly.`,
      },
    },
  };
}

const judging = { id: "loss-value", solve, read, mistakes, legal };

export const lossValue: Family<LossValue> = {
  ...judging,
  version: 1,
  title: { ko: "손실 함수의 값", en: "Value of a loss" },
  concepts: ["loss-function"],
  answer: "number",
  levels: [1, 2, 3],
  // Errors of one sign and of size 1 leave few ways to go wrong.
  draw: (rng, level, separating) =>
    drawTelling(judging, rng, (drawing) => propose(drawing, level, separating), { separating, least: 2 }),
  ask,
  explain,
  knobs: [
    {
      id: "first",
      label: { ko: "첫 예측(또는 로짓)", en: "First prediction (or logit)" },
      values: () => [-2, -1, -0.5, 0, 0.5, 1, 1.5, 2, 3, 4],
      get: ({ prediction }) => prediction[0] ?? 0,
      set: (params, first) => ({ ...params, prediction: [first, ...params.prediction.slice(1)] }),
    },
  ],
};
