/** What is counted wrongly as an optimizer's memory. */
import { joined } from "../../korean";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import { equation } from "../descents";
import type { Mistake } from "../family";

export const methods = ["sgd", "momentum", "nag", "adagrad", "rmsprop", "adadelta", "adam"] as const;
export type Method = (typeof methods)[number];
export interface OptimizerStateCount {
  /** Inputs, then the units of every dense layer. */
  widths: number[];
  method: Method;
  asks: "numbers" | "bytes";
}
export const bytes = 4;

export const nameOf: Record<Method, string> = {
  sgd: "SGD",
  momentum: "Momentum",
  nag: "NAG",
  adagrad: "Adagrad",
  rmsprop: "RMSprop",
  adadelta: "Adadelta",
  adam: "Adam",
};
/** What stands for a parameter in each memory of a method. */
export const symbolsOf: Record<Method, string[]> = {
  sgd: [],
  momentum: ["v"],
  nag: ["v"],
  adagrad: ["G"],
  rmsprop: ["s"],
  adadelta: ["E[g²]", "E[Δ²]"],
  adam: ["m", "v"],
};
/** What is kept for every parameter; null where nothing is. */
const keeps: Record<Method, Text | null> = {
  sgd: null,
  momentum: { ko: "속도 v", en: "the velocity v" },
  nag: { ko: "속도 v", en: "the velocity v" },
  adagrad: { ko: "제곱합 G", en: "the sum of squares G" },
  rmsprop: { ko: "제곱의 평균 s", en: "the average of squares s" },
  adadelta: { ko: "E[g²]과 E[Δ²]", en: "E[g²] and E[Δ²]" },
  adam: { ko: "m과 v", en: "m and v" },
};

/** "Adam keeps m and v for every parameter", without the full stop. */
export function kept(method: Method): Text {
  const [name, what] = [nameOf[method], keeps[method]];
  return what === null
    ? { ko: `${joined(name, "은는")} 아무것도 기억하지 않아요`, en: `${name} keeps nothing` }
    : {
        ko: `${joined(name, "은는")} 파라미터마다 ${joined(what.ko, "을를")} 기억해요`,
        en: `${name} keeps ${what.en} for every parameter`,
      };
}

export const integer = (value: number): Truth => ({ kind: "integer", value });
export const unitOf = ({ asks }: OptimizerStateCount): number => (asks === "bytes" ? bytes : 1);

/** Weights and biases of the dense layers, as they are written out in a working. */
const parametersOf = ({ widths }: OptimizerStateCount, bias = 1): number =>
  widths.slice(1).reduce((sum, units, at) => sum + ((widths[at] ?? 0) + bias) * units, 0);
export const slotsOf = Object.fromEntries(
  methods.map((method) => [method, symbolsOf[method].length]),
) as Record<Method, number>;

/** What TensorFlow.js' own optimizers keep: its RMSprop has a velocity even where the momentum is 0. */
export const librarySlots: Record<Method, number> = { ...slotsOf, rmsprop: 2 };

function slip(
  name: string,
  label: Text,
  count: (params: OptimizerStateCount) => [value: number, work: string] | null,
  say: (params: OptimizerStateCount) => Text,
): Mistake<OptimizerStateCount> {
  const withUnit = (params: OptimizerStateCount) => (params.asks === "bytes" ? ` × ${bytes}` : "");
  return {
    slip: name,
    name: label,
    gives: (params) => {
      const counted = count(params);
      return counted && integer(counted[0] * unitOf(params));
    },
    work: (params) => {
      const [value = 0, work = ""] = count(params) ?? [];
      return equation(`${work}${withUnit(params)}`, String(value * unitOf(params)));
    },
    say,
  };
}

export const mistakes: Mistake<OptimizerStateCount>[] = [
  slip(
    "weights-counted",
    { ko: "가중치까지 세었다", en: "The weights were counted in" },
    // Of SGD the same count comes from giving it a memory, which is the slip that is named then.
    (params) =>
      slotsOf[params.method] === 0
        ? null
        : [
            (slotsOf[params.method] + 1) * parametersOf(params),
            `${slotsOf[params.method] + 1} × ${parametersOf(params)}`,
          ],
    ({ method }) => ({
      ko: `가중치는 모델의 것이에요. ${joined(nameOf[method], "이가")} 따로 기억하는 것만 세요.`,
      en: `The weights belong to the model. Count only what ${nameOf[method]} keeps beside them.`,
    }),
  ),
  slip(
    "one-for-all",
    { ko: "파라미터마다 하나라고 보았다", en: "One number a parameter was assumed" },
    (params) => (slotsOf[params.method] === 2 ? [parametersOf(params), String(parametersOf(params))] : null),
    ({ method }) => ({
      ko: `${kept(method).ko}. 두 개예요.`,
      en: `${kept(method).en}: two numbers.`,
    }),
  ),
  slip(
    "sgd-given-state",
    { ko: "SGD도 기억한다고 보았다", en: "SGD was given a memory" },
    (params) => (slotsOf[params.method] === 0 ? [parametersOf(params), `1 × ${parametersOf(params)}`] : null),
    () => ({
      ko: "SGD는 지금의 기울기만 쓰고 지나간 것은 아무것도 기억하지 않아요. 파라미터마다 하나씩 있는 것은 모델의 가중치뿐이에요. 0개예요.",
      en: "SGD uses the gradient of the moment and keeps nothing of the past. What there is one of for every parameter is the model's weights: 0.",
    }),
  ),
  slip(
    "layers-counted",
    { ko: "층마다 하나씩 세었다", en: "One was counted for each layer" },
    ({ widths, method }) => {
      const layers = widths.length - 1;
      return slotsOf[method] === 0 ? null : [slotsOf[method] * layers, `${slotsOf[method]} × ${layers}`];
    },
    () => ({
      ko: "층이 아니라 파라미터 하나하나가 자기 기억을 가져요.",
      en: "Every single parameter has a memory of its own, not every layer.",
    }),
  ),
  slip(
    "biases-missed",
    { ko: "편향을 빠뜨렸다", en: "The biases were left out" },
    (params) =>
      slotsOf[params.method] === 0
        ? null
        : [
            slotsOf[params.method] * parametersOf(params, 0),
            `${slotsOf[params.method]} × ${parametersOf(params, 0)}`,
          ],
    ({ widths }) => ({
      ko: `편향도 학습하는 파라미터예요. 모두 ${widths.slice(1).reduce((sum, each) => sum + each, 0)}개 더 있어요.`,
      en: `Biases are learned as well. There are ${widths.slice(1).reduce((sum, each) => sum + each, 0)} more.`,
    }),
  ),
  {
    slip: "bytes-missed",
    name: { ko: "바이트로 바꾸지 않았다", en: "The numbers were not turned into bytes" },
    gives: (params) =>
      params.asks === "bytes" && slotsOf[params.method] > 0
        ? integer(slotsOf[params.method] * parametersOf(params))
        : null,
    work: (params) => `${slotsOf[params.method]} × ${parametersOf(params)}`,
    say: () => ({
      ko: `float32 하나는 ${bytes}바이트예요.`,
      en: `One float32 takes ${bytes} bytes.`,
    }),
  },
];
