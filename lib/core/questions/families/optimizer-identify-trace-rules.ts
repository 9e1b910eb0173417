/** Which optimizers are taken for each other, and what tells them apart. */
import { joined } from "../../korean";
import type { Text } from "../../text";
import { shown } from "../descents";
import type { Mistake } from "../family";

export const methodIds = ["sgd", "momentum", "nag", "adagrad", "adadelta", "rmsprop", "adam"] as const;
export type MethodId = (typeof methodIds)[number];
export interface OptimizerIdentifyTrace {
  /** Options in the order shown. */
  options: MethodId[];
  /** Whose way is shown. */
  method: MethodId;
  /** a of the loss ½aw². */
  curvature: number;
  rate: number;
  start: number;
  steps: number;
}

const same = (name: string): Text => ({ ko: name, en: name });
export const nameOf: Record<MethodId, Text> = {
  sgd: same("SGD"),
  momentum: same("Momentum"),
  nag: same("NAG"),
  adagrad: same("Adagrad"),
  adadelta: same("Adadelta"),
  rmsprop: same("RMSprop"),
  adam: same("Adam"),
};

const clues: Record<MethodId, (rate: number) => Text> = {
  sgd: (rate) => ({
    ko: `걸음마다 기울기의 꼭 ${rate}배를 가요. 그래서 w가 늘 같은 비로 줄어요.`,
    en: `Every step is exactly ${rate} times the gradient, so w shrinks by one ratio.`,
  }),
  momentum: () => ({
    ko: "첫걸음은 SGD와 같고, 두 번째부터 앞걸음의 0.9배가 더해져 기울기에 견주어 점점 커져요.",
    en: "The first step is SGD's. From the second on 0.9 of the last step is added, so steps grow against the gradient.",
  }),
  nag: () => ({
    ko: "첫걸음은 SGD와 같고 두 번째부터 커지지만, 앞에서 잰 작은 기울기를 써서 Momentum보다는 덜 커져요.",
    en: "It starts like SGD and then grows, but less than Momentum, for it uses the smaller slope ahead.",
  }),
  adagrad: (rate) => ({
    ko: `첫걸음은 기울기와 상관없이 η = ${rate}만큼이고, 제곱합이 쌓여 1/√t쯤으로 줄어요.`,
    en: `The first step is η = ${rate} whatever the gradient. Then the sum of squares grows and steps fall like 1/√t.`,
  }),
  adadelta: () => ({
    ko: "학습률이 없고 지난 걸음의 크기 0에서 시작해서, 처음 걸음들이 아주 작아요.",
    en: "It has no rate and starts from past steps of size 0, so its first steps are tiny.",
  }),
  rmsprop: (rate) => ({
    ko: `첫걸음은 η/√(1 − 0.9), 곧 η = ${joined(rate, "으로로")} 정한 값의 ${shown(Math.sqrt(10), 3)}배예요. 평균이 아직 덜 차서 그래요.`,
    en: `The first step is η/√(1 − 0.9), ${shown(Math.sqrt(10), 3)} times η = ${rate}, for its average is not full yet.`,
  }),
  adam: (rate) => ({
    ko: `보정 덕분에 첫걸음이 꼭 η = ${rate}만큼이고, 다음 걸음들도 그만큼에 가까워요.`,
    en: `Thanks to the correction the first step is exactly η = ${rate}, and the next ones stay near it.`,
  }),
};
export const clueOf = (method: MethodId, rate: number): Text => clues[method](rate);

interface Confusion {
  slip: string;
  name: Text;
  /** What is taken for what; the first pair is the one that is drawn to teach the slip apart. */
  pairs: [right: MethodId, taken: MethodId][];
}
const confusions: Confusion[] = [
  {
    slip: "momentum-nag-mixed",
    name: { ko: "Momentum과 NAG를 바꾸었다", en: "Momentum and NAG were mixed up" },
    pairs: [
      ["nag", "momentum"],
      ["momentum", "nag"],
    ],
  },
  {
    slip: "rmsprop-adam-mixed",
    name: {
      ko: "RMSprop과 Adam의 첫걸음을 바꾸었다",
      en: "The first steps of RMSprop and Adam were mixed up",
    },
    pairs: [
      ["rmsprop", "adam"],
      ["adam", "rmsprop"],
    ],
  },
  {
    slip: "sum-average-mixed",
    name: { ko: "제곱의 합과 평균을 바꾸었다", en: "The sum and the average of squares were mixed up" },
    pairs: [
      ["adagrad", "rmsprop"],
      ["rmsprop", "adagrad"],
    ],
  },
  {
    slip: "only-first-step-seen",
    name: { ko: "첫걸음만 보았다", en: "Only the first step was looked at" },
    pairs: [
      ["adagrad", "adam"],
      ["adam", "adagrad"],
      ["momentum", "sgd"],
      ["nag", "sgd"],
    ],
  },
  {
    slip: "memory-imagined",
    name: { ko: "없는 속도를 보았다", en: "A velocity was seen where there is none" },
    pairs: [["sgd", "momentum"]],
  },
  {
    slip: "division-overlooked",
    name: { ko: "기울기의 크기로 나누는 것을 놓쳤다", en: "The division by past gradients was overlooked" },
    pairs: [
      ["adadelta", "sgd"],
      ["rmsprop", "sgd"],
    ],
  },
  {
    slip: "start-overlooked",
    name: { ko: "처음 걸음들이 작은 것을 놓쳤다", en: "The tiny first steps were overlooked" },
    pairs: [["adadelta", "adagrad"]],
  },
];

/** The pair that teaches a slip apart, or null for no such slip. */
export const pairOf = (slip: string): [MethodId, MethodId] | null =>
  confusions.find((each) => each.slip === slip)?.pairs[0] ?? null;

export const mistakes: Mistake<OptimizerIdentifyTrace>[] = confusions.map(({ slip, name, pairs }) => ({
  slip,
  name,
  gives: ({ options }, truth) => {
    const taken = truth.kind === "choice" ? pairs.find(([right]) => right === truth.id)?.[1] : undefined;
    return taken && options.includes(taken) ? { kind: "choice", id: taken } : null;
  },
  say: ({ method, rate }) => clueOf(method, rate),
}));
