/**
 * Which optimizers repair Adagrad's decay? Decided by running them: right is what adapts (ten times the gradients cut
 * η_eff(T) to under half) and keeps its step (η_eff(T) is at least 0.8 of η_eff(T/10)).
 */
import { runEffectiveRates } from "../../compute/effective-rates";
import type { EffectiveRatesProgram, Lane, Method } from "../../compute/effective-rates-program";
import type { Output } from "../../compute/program";
import { copula, joined } from "../../korean";
import { createRng, type Rng } from "../../rng";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import type { Ask, Explanation, Family, Knob, Level } from "../family";
import { fieldsOf, isBetween, isWhole } from "../params";
import type { RateCurve } from "../scenes/effective-rates";
import { takeOutput } from "../take-output";
import {
  type AdagradDecayFix,
  averaging,
  mistakes,
  nameOf,
  type OptionId,
  optionIds,
  plainMethods,
  slipsIn,
} from "./adagrad-decay-fix-options";

const adaptiveBelow = 0.5;
const keptFrom = 0.8;
/** Variants nearer to a threshold than this share of it are not drawn: float32 and float64 must decide alike. */
const margin = 0.08;
/** A growing gradient ends so many times as large. */
const growth = 3;
/** Adagrad itself, then the options; each once as it is and once with all gradients times ten. */
const shown = (params: AdagradDecayFix): (OptionId | "adagrad")[] => ["adagrad", ...params.options];
const methodOf = (id: OptionId | "adagrad"): Method => (id === "adagrad-larger" ? "adagrad" : id);

function laneOf(id: OptionId | "adagrad", params: AdagradDecayFix, scale: number): Lane {
  const { decay, decay2 } = params;
  const rate = params.rate * (id === "adagrad-larger" ? 10 : 1);
  return { method: methodOf(id), rate, decay, decay2, epsilon: id === "adadelta" ? 1e-6 : 1e-8, scale };
}

function gradientsOf({ gradient: { kind, size, noise, seed }, steps }: AdagradDecayFix): number[] {
  const rng = createRng(seed);
  return Array.from({ length: steps }, (_, at) => {
    if (kind === "alternating") return at % 2 === 0 ? size : -size;
    if (kind === "growing") return size * (1 + ((growth - 1) * (at + 1)) / steps);
    return kind === "noisy" ? size + noise * (2 * rng.real() - 1) : size;
  });
}

/** About sixty steps at even distances on a logarithmic axis, with T/10 and T among them. */
function stepsShown(steps: number): number[] {
  const spaced = Array.from({ length: 60 }, (_, at) => Math.round(steps ** (at / 59)));
  return [...new Set([...spaced, steps / 10, steps])].sort((a, b) => a - b);
}

function solve(params: AdagradDecayFix): EffectiveRatesProgram {
  return {
    kind: "effective-rates",
    lanes: [1, 10].flatMap((scale) => shown(params).map((id) => laneOf(id, params, scale))),
    gradients: gradientsOf(params),
    at: stepsShown(params.steps),
  };
}

function curvesOf(output: Output, params: AdagradDecayFix): RateCurve[] {
  const { rates: followed } = takeOutput(output, "effective-rates");
  const ids = shown(params);
  const from = stepsShown(params.steps).indexOf(params.steps / 10);
  return ids.map((id, lane) => {
    const rates = followed[lane] ?? [];
    const last = rates.at(-1) ?? Number.NaN;
    const kept = last / (rates[from] ?? Number.NaN);
    const scaled = (followed[lane + ids.length]?.at(-1) ?? Number.NaN) / last;
    const isAdaptive = scaled < adaptiveBelow;
    const isKept = kept >= keptFrom;
    return {
      id,
      label: nameOf[id],
      method: methodOf(id),
      rates,
      kept,
      scaled,
      isAdaptive,
      isKept,
      isRight: isAdaptive && isKept,
    };
  });
}

function read(output: Output, params: AdagradDecayFix): Truth {
  const right = new Set(
    curvesOf(output, params)
      .filter(({ isRight }) => isRight)
      .map(({ id }) => id),
  );
  return { kind: "choices", ids: params.options.filter((id) => right.has(id)) };
}

/** Far from both thresholds for every option, with a right and a wrong one among them, and the slip to be told apart. */
function isTelling(params: AdagradDecayFix, separating?: string): boolean {
  const run = runEffectiveRates(solve(params));
  if (!run.ok) return false;
  const isFar = (value: number, threshold: number) => Math.abs(value / threshold - 1) > margin;
  const curves = curvesOf(run.value, params);
  const right = curves.filter(({ isRight }) => isRight).length;
  return (
    right > 0 &&
    right < params.options.length &&
    curves.every(({ kept, scaled }) => isFar(kept, keptFrom) && isFar(scaled, adaptiveBelow)) &&
    (separating === undefined || slipsIn(params, read(run.value, params)).includes(separating))
  );
}

const sizeOf: Record<Level, { plain: number; adaptive: number }> = {
  1: { plain: 1, adaptive: 2 },
  2: { plain: 2, adaptive: 2 },
  3: { plain: 3, adaptive: 3 },
};

/** Experiments in which different methods keep their step: averages that have filled, or have not yet, or follow a growing gradient. */
type Experiment = "filled" | "unfilled" | "growing";
const experimentsAt: Record<Level, Experiment[]> = {
  1: ["filled", "filled", "unfilled"],
  2: ["filled", "unfilled"],
  3: ["filled", "unfilled", "growing"],
};
const experimentFor: Record<string, Experiment> = {
  "rmsprop-missed": "filled",
  "adam-missed": "filled",
  "rmsprop-chosen": "unfilled",
  "adam-chosen": "growing",
};

function drawParams(rng: Rng, level: Level, separating = ""): AdagradDecayFix {
  const wanted = averaging.filter((id) => separating.startsWith(`${id}-`));
  const pickSome = (from: OptionId[], count: number) =>
    [...new Set([...wanted.filter((id) => from.includes(id)), ...rng.shuffle(from)])].slice(0, count);
  const { plain, adaptive } = sizeOf[level];
  const experiment = experimentFor[separating] ?? rng.pick(experimentsAt[level]);
  const kinds: AdagradDecayFix["gradient"]["kind"][] =
    experiment === "growing"
      ? ["growing"]
      : level === 1
        ? ["constant", "alternating"]
        : ["alternating", "noisy"];
  return {
    options: rng.shuffle<OptionId>([
      "adagrad-larger",
      ...pickSome(plainMethods, plain),
      ...pickSome(averaging, adaptive),
    ]),
    gradient: {
      kind: rng.pick(kinds),
      size: rng.pick([0.5, 1, 2, 3]),
      noise: 0.4,
      seed: rng.int(0, 2 ** 31 - 1),
    },
    steps: rng.pick(experiment === "unfilled" ? [100, 200, 300] : [300, 500, 1000]),
    rate: rng.pick([0.01, 0.05, 0.1]),
    decay: experiment === "unfilled" ? 0.99 : rng.pick([0.9, 0.95]),
    decay2: rng.pick([0.99, 0.999]),
  };
}

function draw(rng: Rng, level: Level, separating?: string): AdagradDecayFix {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const params = drawParams(rng, level, separating);
    if (isTelling(params, separating)) return params;
  }
  throw new Error("adagrad-decay-fix: a hundred draws were all near a threshold");
}

function legal(params: unknown): params is AdagradDecayFix {
  const { options, gradient, steps, rate, decay, decay2 } = fieldsOf(params) ?? {};
  const { kind, size, noise, seed } = fieldsOf(gradient) ?? {};
  if (!Array.isArray(options)) return false;
  return (
    options.length >= 2 &&
    new Set(options).size === options.length &&
    options.every((id) => optionIds.includes(id)) &&
    ["constant", "alternating", "noisy", "growing"].includes(String(kind)) &&
    isBetween(size, 0.01, 100) &&
    isBetween(noise, 0, 1) &&
    isWhole(seed, 0, 2 ** 31 - 1) &&
    isWhole(steps, 100, 1000) &&
    Number(steps) % 10 === 0 &&
    isBetween(rate, 1e-4, 1) &&
    isBetween(decay, 0.5, 0.99) &&
    isBetween(decay2, 0.9, 0.9999)
  );
}

function gradientText({ kind, size, noise }: AdagradDecayFix["gradient"]): Text {
  switch (kind) {
    case "constant":
      return { ko: `기울기는 늘 ${size}`, en: `The gradient is always ${size}` };
    case "alternating":
      return {
        ko: `기울기는 ${joined(size, "과와")} −${joined(size, "이가")} 번갈아`,
        en: `The gradient alternates between ${size} and −${size}`,
      };
    case "noisy":
      return {
        ko: `기울기는 ${size} ± ${noise} 사이에서 고르게`,
        en: `The gradient is spread evenly over ${size} ± ${noise}`,
      };
    case "growing":
      return {
        ko: `기울기는 ${size}에서 ${size * growth}까지 고르게 커짐`,
        en: `The gradient grows evenly from ${size} to ${size * growth}`,
      };
  }
}

function ask(params: AdagradDecayFix): Ask {
  const { steps, rate, decay, decay2 } = params;
  const gradient = gradientText(params.gradient);
  return {
    prompt: {
      ko: "이 실험에서 Adagrad의 학습률 감쇠를 고친 옵티마이저는? 모두 고르세요.",
      en: "Which of these optimizers repair the decay of Adagrad's learning rate in this experiment? Choose all.",
    },
    given: [
      {
        ko: "실효 보폭은 기울기에 곱해지는 값이에요. Adagrad에서는 η를 지금까지 쌓인 제곱 기울기의 제곱근으로 나눈 값이에요.",
        en: "The effective step is the factor on the gradient: for Adagrad, η divided by the root of the accumulated squared gradients.",
      },
      {
        ko: `고쳤다는 것은 두 가지예요. 기울기를 모두 10배로 하면 실효 보폭이 절반 아래로 줄고(적응), ${steps / 10}걸음째 실효 보폭의 80 % 이상이 ${steps}걸음째에도 남아요(유지).`,
        en: `To repair it means two things: ten times the gradients cut the effective step to under half (it adapts), and at step ${steps} at least 80 % of the effective step of step ${steps / 10} is left (it keeps).`,
      },
      {
        ko: `${gradient.ko}, ${steps}걸음. η ${rate}, β와 ρ ${decay}, Adam의 β₂ ${decay2}, ε 10⁻⁸(Adadelta는 10⁻⁶).`,
        en: `${gradient.en}, ${steps} steps. η ${rate}, β and ρ ${decay}, Adam's β₂ ${decay2}, ε 10⁻⁸ (Adadelta 10⁻⁶).`,
      },
    ],
    figures: [],
    answer: { kind: "choices", options: params.options.map((id) => ({ id, text: nameOf[id] })) },
  };
}

function explain(params: AdagradDecayFix, output: Output): Explanation {
  const curves = curvesOf(output, params);
  const percent = Math.round((curves[0]?.kept ?? Number.NaN) * 100);
  const right = curves
    .filter(({ isRight }) => isRight)
    .map(({ label }) => label.en)
    .join(", ");
  const from = params.steps / 10;
  return {
    scene: {
      kind: "effective-rates",
      steps: stepsShown(params.steps),
      compared: [from, params.steps],
      curves,
    },
    steps: [
      {
        ko: `${from}걸음에서 ${params.steps}걸음까지 Adagrad의 보폭은 ${percent}%로 줄었고, 적응하면서 보폭을 지킨 것은 ${right}${copula(right)}.`,
        en: `From step ${from} to ${params.steps} Adagrad's step fell to ${percent} %; what adapts and keeps its step is ${right}.`,
      },
    ],
  };
}

const rateKnob: Knob<AdagradDecayFix> = {
  id: "rate",
  label: { ko: "학습률 η", en: "Learning rate η" },
  values: () => [0.001, 0.01, 0.05, 0.1, 0.5],
  get: ({ rate }) => rate,
  set: (params, rate) => ({ ...params, rate }),
};
const decayKnob: Knob<AdagradDecayFix> = {
  id: "decay",
  label: { ko: "β와 ρ", en: "β and ρ" },
  values: () => [0.5, 0.8, 0.9, 0.95, 0.99],
  get: ({ decay }) => decay,
  set: (params, decay) => ({ ...params, decay }),
};

export const adagradDecayFix: Family<AdagradDecayFix> = {
  id: "adagrad-decay-fix",
  version: 2,
  title: { ko: "Adagrad의 감쇠를 고친 방법", en: "What repairs Adagrad's decay" },
  concepts: ["adagrad", "adadelta", "rmsprop", "adam"],
  answer: "choices",
  levels: [1, 2, 3],
  draw,
  legal,
  ask,
  solve,
  read,
  mistakes,
  explain,
  knobs: [rateKnob, decayKnob],
};
