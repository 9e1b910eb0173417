/** The options of the question, and what is said about each that is chosen or left out wrongly. */
import { particle } from "../../korean";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import { wrongValues } from "../check";
import type { Mistake } from "../family";

export const optionIds = ["sgd", "momentum", "nag", "adagrad-larger", "adadelta", "rmsprop", "adam"] as const;
export type OptionId = (typeof optionIds)[number];

export interface AdagradDecayFix {
  /** Options in the order shown. */
  options: OptionId[];
  gradient: {
    kind: "constant" | "alternating" | "noisy" | "growing";
    size: number;
    noise: number;
    seed: number;
  };
  steps: number;
  rate: number;
  /** β of Momentum and NAG, ρ of Adadelta and RMSprop, β₁ of Adam. */
  decay: number;
  decay2: number;
}

export const plainMethods: OptionId[] = ["sgd", "momentum", "nag"];
/** They average the squared gradients; whether that keeps their step is seen in the experiment. */
export const averaging: OptionId[] = ["adadelta", "rmsprop", "adam"];

export const nameOf: Record<OptionId | "adagrad", Text> = {
  sgd: both("SGD"),
  momentum: both("Momentum"),
  nag: both("NAG"),
  adagrad: both("Adagrad"),
  "adagrad-larger": { ko: "학습률을 10배로 키운 Adagrad", en: "Adagrad with ten times the rate" },
  adadelta: both("Adadelta"),
  rmsprop: both("RMSprop"),
  adam: both("Adam"),
};
function both(name: string): Text {
  return { ko: name, en: name };
}

/** The truth with some options added or taken away, in the order shown; null where none of them is an option. */
function changed(truth: Truth, options: OptionId[], ids: OptionId[], isChosen: boolean): Truth | null {
  if (truth.kind !== "choices" || !ids.some((id) => options.includes(id))) return null;
  const chosen = options.filter((id) => (ids.includes(id) ? isChosen : truth.ids.includes(id)));
  return chosen.length === 0 ? null : { kind: "choices", ids: chosen };
}

const missed = (id: OptionId): Mistake<AdagradDecayFix> => ({
  slip: `${id}-missed`,
  name: {
    ko: `${nameOf[id].ko}${particle(nameOf[id].ko, "을를")} 빠뜨렸다`,
    en: `${nameOf[id].en} was left out`,
  },
  gives: (params, truth) => changed(truth, params.options, [id], false),
  say: () => ({
    ko: `${nameOf[id].ko}도 제곱 기울기를 모두 더하지 않고 평균을 내요. 그래서 보폭에 바닥이 생겨요.`,
    en: `${nameOf[id].en} also averages the squared gradients instead of adding them all up, so its step has a floor.`,
  }),
});

const chosen = (id: OptionId, say: (params: AdagradDecayFix) => Text): Mistake<AdagradDecayFix> => ({
  slip: `${id}-chosen`,
  name: {
    ko: `보폭을 지키지 못한 ${nameOf[id].ko}${particle(nameOf[id].ko, "을를")} 골랐다`,
    en: `${nameOf[id].en} was chosen, which lost its step`,
  },
  gives: (params, truth) => changed(truth, params.options, [id], true),
  say,
});

/** An average of squares that grows because the gradient does. */
const grownWith = (ko: string, en: string, { steps }: AdagradDecayFix): Text => ({
  ko: `이 실험에서는 기울기가 ${steps / 10}걸음 뒤로도 커져요. ${ko} 따라 커져서 보폭이 줄어요.`,
  en: `In this experiment the gradient goes on growing after step ${steps / 10}, ${en} grows with it, and the step shrinks.`,
});

export const mistakes: Mistake<AdagradDecayFix>[] = [
  {
    slip: "adaptation-abandoned",
    name: { ko: "적응하지 않는 방법을 골랐다", en: "A method that does not adapt was chosen" },
    gives: (params, truth) => changed(truth, params.options, plainMethods, true),
    say: ({ rate }) => ({
      ko: `SGD, Momentum, NAG의 보폭은 처음부터 끝까지 η(${rate}) 그대로예요. 지난 기울기에 맞춰 바뀌지 않으니 Adagrad를 고친 것이 아니라 버린 거예요.`,
      en: `The step of SGD, Momentum and NAG stays at η ${rate}. It never adapts to past gradients, so they abandon Adagrad and do not repair it.`,
    }),
  },
  {
    slip: "larger-rate-chosen",
    name: { ko: "학습률만 키운 Adagrad를 골랐다", en: "Adagrad with a larger rate was chosen" },
    gives: (params, truth) => changed(truth, params.options, ["adagrad-larger"], true),
    say: () => ({
      ko: "학습률을 키우면 곡선이 위로 옮겨질 뿐, 같은 비율로 줄어드는 것은 그대로예요.",
      en: "A larger rate only lifts the curve, which still falls by the same ratio.",
    }),
  },
  ...averaging.map(missed),
  chosen("rmsprop", (params) =>
    params.gradient.kind === "growing"
      ? grownWith("RMSprop의 평균 제곱도", "RMSprop's average of squares", params)
      : {
          ko: `RMSprop의 평균도 이 실험에서는 ${params.steps / 10}걸음 뒤로 계속 커졌어요. 보정 없이 0에서 시작하고 ρ = ${params.decay}만큼만 잊어서, 평균이 자라는 동안 보폭은 줄어요.`,
          en: `Here RMSprop's average still grows after step ${params.steps / 10}: it starts at 0 without a correction and forgets by ρ = ${params.decay}. While it grows, the step shrinks.`,
        },
  ),
  chosen("adam", (params) => grownWith("Adam의 v̂도", "Adam's v̂", params)),
];

/** Slips that these options and this truth let a learner make. */
export const slipsIn = (params: AdagradDecayFix, truth: Truth): string[] =>
  wrongValues({ mistakes }, params, truth).map(({ mistake }) => mistake.slip);
