/** How many numbers an optimizer keeps beside the weights: counted from a model that is built and memories that are filled. */
import type { Rule } from "../../compute/descent-program";
import type { NetworkLayer } from "../../compute/network-program";
import type { BatchProgram, Output } from "../../compute/program";
import { joined } from "../../korean";
import type { Rng } from "../../rng";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import { follow } from "../descents";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level } from "../family";
import { fieldsOf, isWhole } from "../params";
import { takeOutput } from "../take-output";
import {
  bytes,
  integer,
  kept,
  librarySlots,
  type Method,
  methods,
  mistakes,
  nameOf,
  type OptimizerStateCount,
  slotsOf,
  symbolsOf,
  unitOf,
} from "./optimizer-state-count-rules";

function propose(rng: Rng, level: Level, separating = ""): OptimizerStateCount {
  const counts = level === 1 ? 1 : level === 2 ? rng.int(1, 2) : rng.int(2, 3);
  const widths = [
    rng.pick([4, 8, 10, 16, 20]),
    ...Array.from({ length: counts }, () => rng.pick([2, 3, 5, 8, 10, 16])),
  ];
  const only: Record<string, readonly Method[]> = {
    "sgd-given-state": ["sgd"],
    "one-for-all": ["adam", "adadelta"],
    "layers-counted": ["momentum", "adam", "adagrad"],
  };
  return {
    widths,
    method: rng.pick(only[separating] ?? methods),
    asks: separating === "bytes-missed" || (level > 1 && rng.int(0, 1) === 0) ? "bytes" : "numbers",
  };
}

function legal(params: unknown): params is OptimizerStateCount {
  const { widths, method, asks } = fieldsOf(params) ?? {};
  return (
    Array.isArray(widths) &&
    isWhole(widths.length, 2, 5) &&
    widths.every((width) => isWhole(width, 1, 256)) &&
    methods.includes(method as Method) &&
    (asks === "numbers" || asks === "bytes")
  );
}

/** The model, and two steps of the method, after which every memory that it keeps is filled. */
function solve({ widths: [inputs = 1, ...units], method }: OptimizerStateCount): BatchProgram {
  const layers = units.map((each): NetworkLayer => ({ type: "dense", units: each, bias: true }));
  const rule: Rule = method === "nag" ? "nag-lookahead" : method;
  const hyper = {
    lr: 0.1,
    momentum: method === "rmsprop" ? 0 : 0.9,
    alpha: 0.9,
    rho: 0.9,
    beta1: 0.9,
    beta2: 0.99,
    eps: 1e-6,
  };
  return {
    kind: "batch",
    programs: [
      { kind: "network", input: [1, 1, inputs], layers: [{ type: "flatten" }, ...layers] },
      follow(rule, hyper, [1, 2]),
    ],
  };
}

function countsOf(output: Output): { parameters: number; layers: number[]; slots: number } {
  const [model, descent] = takeOutput(output, "batch").outputs;
  if (!model?.ok || !descent?.ok)
    throw new Error("optimizer-state-count: the model or the method cannot be run");
  const { first = 0, second = 0 } = takeOutput(descent.value, "descent").memory.at(-1) ?? {};
  const { totalParams, layers } = takeOutput(model.value, "network");
  return {
    parameters: totalParams,
    // The first one only makes the input flat.
    layers: layers.slice(1).map(({ params }) => params),
    slots: [first, second].filter((kept) => kept !== 0).length,
  };
}
function read(output: Output, params: OptimizerStateCount): Truth {
  const { parameters, slots } = countsOf(output);
  return integer(slots * parameters * unitOf(params));
}

function ask(params: OptimizerStateCount): Ask {
  const { widths, method, asks } = params;
  const [inputs, ...units] = widths;
  const name = nameOf[method];
  const model: Text = {
    ko: `입력 ${inputs}개, Dense층 ${units.join(" → ")}`,
    en: `${inputs} inputs, dense layers ${units.join(" → ")}`,
  };
  return {
    prompt:
      asks === "numbers"
        ? {
            ko: `${model.ko}인 모델을 ${joined(name, "으로로")} 학습해요. 옵티마이저가 따로 기억하는 수는 모두 몇 개인가요?`,
            en: `A model of ${model.en} is trained with ${name}. How many numbers does the optimizer keep beside it?`,
          }
        : {
            ko: `${model.ko}인 모델을 ${joined(name, "으로로")} 학습해요. 옵티마이저의 기억은 float32로 몇 바이트인가요?`,
            en: `A model of ${model.en} is trained with ${name}. How many bytes does the optimizer's memory take as float32?`,
          },
    given: [
      {
        ko: "층마다 편향이 있어요. 교과서의 규칙대로 기억하는 것만 세고, 가중치와 지금의 기울기는 세지 않아요.",
        en: "Every layer has biases. Count what the textbook's rule remembers, not the weights or the gradient of the moment.",
      },
    ],
    figures: [],
    answer: {
      kind: "integer",
      label: asks === "numbers" ? { ko: "수의 개수", en: "Numbers" } : { ko: "바이트", en: "Bytes" },
    },
  };
}

function explain(params: OptimizerStateCount, output: Output): Explanation {
  const { widths, method, asks } = params;
  const { parameters, layers, slots } = countsOf(output);
  const terms = widths.slice(1).map((units, at) => `(${widths[at]} + 1) × ${units}`);
  const name = nameOf[method];
  const total = slots * parameters * unitOf(params);
  const work = `${slots} × ${parameters}${asks === "bytes" ? ` × ${bytes}` : ""} = ${total}`;
  const library = methods.map((each) => `${nameOf[each]} ${librarySlots[each]} × ${parameters}`).join(", ");
  const bar = (ko: string, en: string, formula: string, count: number, isAsked: boolean) => ({
    label: { ko, en },
    formula,
    count,
    isAsked,
  });
  return {
    steps: [
      {
        ko: `파라미터는 ${terms.join(" + ")} = ${parameters}개예요.`,
        en: `There are ${terms.join(" + ")} = ${parameters} parameters.`,
      },
      {
        ko: `${kept(method).ko}. ${work}`,
        en: `${kept(method).en}. ${work}`,
      },
      {
        ko: `TensorFlow.js의 옵티마이저가 실제로 기억하는 수: ${library}. 모멘텀을 쓰지 않는 RMSprop도 속도의 자리를 둬요.`,
        en: `What TensorFlow.js' own optimizers keep: ${library}. RMSprop has room for a velocity even without momentum.`,
      },
    ],
    scene: {
      kind: "weights",
      layer: null,
      stacks: {
        layers: layers.map((count, at) => ({
          inputs: widths[at] ?? 0,
          units: widths[at + 1] ?? 0,
          count,
        })),
        kept: symbolsOf[method],
        by: name,
      },
      bars: [
        bar("모델의 파라미터", "Parameters of the model", terms.join(" + "), parameters, false),
        ...methods.map((each) =>
          bar(
            `${nameOf[each]}의 기억`,
            `Memory of ${nameOf[each]}`,
            `${slotsOf[each]} × ${parameters}`,
            slotsOf[each] * parameters,
            each === method,
          ),
        ),
        ...methods
          .filter((each) => librarySlots[each] !== slotsOf[each])
          .map((each) =>
            bar(
              `TensorFlow.js에서 ${nameOf[each]}의 기억`,
              `Memory of ${nameOf[each]} in TensorFlow.js`,
              `${librarySlots[each]} × ${parameters}`,
              librarySlots[each] * parameters,
              false,
            ),
          ),
      ],
    },
  };
}

const judging = { id: "optimizer-state-count", solve, read, mistakes, legal };

export const optimizerStateCount: Family<OptimizerStateCount> = {
  ...judging,
  version: 1,
  title: { ko: "옵티마이저가 기억하는 수", en: "Numbers an optimizer keeps" },
  concepts: ["adam", "momentum", "adadelta", "adagrad", "rmsprop"],
  answer: "integer",
  levels: [1, 2, 3],
  // SGD keeps nothing, which leaves one way to count wrongly.
  draw: (rng, level, separating) =>
    drawTelling(judging, rng, (drawing) => propose(drawing, level, separating), { separating, least: 1 }),
  ask,
  explain,
  knobs: [
    {
      id: "units",
      label: { ko: "마지막 층의 유닛", en: "Units of the last layer" },
      values: () => [1, 2, 3, 5, 8, 10, 16, 32, 64, 128],
      get: ({ widths }) => widths.at(-1) ?? 1,
      set: (params, units) => ({ ...params, widths: [...params.widths.slice(0, -1), units] }),
    },
  ],
};
