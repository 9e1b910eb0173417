/** Trainable weights of one dense layer, counted on its real weight tensors. */

import type { Volume } from "../../compute/layout";
import type { NetworkProgram } from "../../compute/network-program";
import type { Output } from "../../compute/program";
import { article, plural } from "../../english";
import { joined } from "../../korean";
import type { Rng } from "../../rng";
import type { Truth } from "../answer-form";
import { drawTelling } from "../draw-telling";
import type { Ask, Explanation, Family, Level, Mistake } from "../family";
import { fieldsOf, isWhole } from "../params";
import { takeOutput } from "../take-output";

interface DenseParamCount {
  /** Height, width and channels of what is flattened into the layer; 1, 1 and n for a plain list of n values. */
  input: Volume;
  units: number;
  hasBias: boolean;
}

const inputsOf = ({ input: [height, width, channels] }: DenseParamCount) => height * width * channels;
const counted = (value: number): Truth => ({ kind: "integer", value });

const draws: Record<Level, (rng: Rng) => DenseParamCount> = {
  1: (rng) => ({ input: [1, 1, rng.int(2, 20)], units: rng.int(2, 12), hasBias: rng.int(1, 4) > 1 }),
  2: (rng) => ({
    input: [1, 1, rng.pick([64, 100, 128, 256, 300, 512, 784, 1024, 2048, 4096])],
    units: rng.pick([10, 32, 64, 100, 128, 256, 512, 1000]),
    hasBias: rng.int(1, 3) > 1,
  }),
  3: (rng) => {
    const side = rng.pick([4, 5, 7, 8, 14, 28, 32]);
    return {
      input: [side, side, side > 14 ? rng.pick([1, 3]) : rng.pick([3, 8, 16, 32, 64])],
      units: rng.pick([10, 16, 64, 100, 128]),
      hasBias: rng.int(1, 3) > 1,
    };
  },
};

function legal(params: unknown): params is DenseParamCount {
  const { input, units, hasBias } = fieldsOf(params) ?? {};
  return (
    Array.isArray(input) &&
    input.length === 3 &&
    input.every((side) => isWhole(side, 1, 4096)) &&
    isWhole(input[0] * input[1] * input[2], 2, 4096) &&
    isWhole(units, 1, 1024) &&
    typeof hasBias === "boolean"
  );
}

function ask(params: DenseParamCount): Ask {
  const { input, units, hasBias } = params;
  const isImage = input[0] > 1;
  const bias = hasBias
    ? { ko: "편향이 있어요.", en: "The layer has biases." }
    : { ko: "편향은 없어요.", en: "The layer has no biases." };
  return {
    prompt: isImage
      ? {
          ko: `${input.join("×")} 입력을 펼쳐 유닛 ${units}개인 Dense층에 넣으면 이 층의 학습되는 파라미터는 몇 개인가요?`,
          en: `${article("A", input.join("×"))} input is flattened into a dense layer of ${plural(units, "unit")}. How many trainable parameters has the layer?`,
        }
      : {
          ko: `입력 ${input[2]}개를 받는 유닛 ${units}개짜리 Dense층의 학습되는 파라미터는 몇 개인가요?`,
          en: `A dense layer of ${plural(units, "unit")} takes ${input[2]} inputs. How many trainable parameters has it?`,
        },
    given: [bias],
    figures: [],
    answer: { kind: "integer", label: { ko: "파라미터 수", en: "Number of parameters" } },
  };
}

const solve = ({ input, units, hasBias }: DenseParamCount): NetworkProgram => ({
  kind: "network",
  input,
  layers: [{ type: "flatten" }, { type: "dense", units, bias: hasBias }],
});

const read = (output: Output): Truth => counted(takeOutput(output, "network").totalParams);

const mistakes: Mistake<DenseParamCount>[] = [
  {
    slip: "bias-dropped",
    name: { ko: "편향을 세지 않았다", en: "The biases were not counted" },
    gives: (params) => (params.hasBias ? counted(inputsOf(params) * params.units) : null),
    work: (params) => `${inputsOf(params)}·${params.units} = ${inputsOf(params) * params.units}`,
    say: ({ units }) => ({
      ko: `유닛마다 편향이 하나씩 있어요. 유닛이 ${units}개니까 ${units}개를 더해야 해요.`,
      en: `Every unit has one bias, so ${units} more for ${units} units.`,
    }),
  },
  {
    slip: "sizes-added",
    name: { ko: "곱하지 않고 더했다", en: "The sizes were added" },
    gives: (params) => counted(inputsOf(params) + params.units),
    work: (params) => `${inputsOf(params)} + ${params.units} = ${inputsOf(params) + params.units}`,
    say: (params) => ({
      ko: `모든 입력이 모든 유닛과 이어져요. 그래서 ${joined(inputsOf(params), "과와")} ${joined(params.units, "을를")} 곱해요.`,
      en: `Every input meets every unit, so multiply ${inputsOf(params)} by ${params.units}.`,
    }),
  },
  {
    slip: "bias-added",
    name: { ko: "없는 편향을 더했다", en: "Biases were added that are not there" },
    gives: (params) => (params.hasBias ? null : counted((inputsOf(params) + 1) * params.units)),
    work: (params) => `(${inputsOf(params)} + 1)·${params.units} = ${(inputsOf(params) + 1) * params.units}`,
    say: () => ({
      ko: "이 층에는 편향이 없어요. 가중치만 세면 돼요.",
      en: "This layer has no biases; only the weights count.",
    }),
  },
  {
    slip: "bias-per-input",
    name: { ko: "편향을 입력마다 하나씩 더했다", en: "One bias was added for each input" },
    gives: (params) => counted(inputsOf(params) * (params.units + 1)),
    work: (params) => `${inputsOf(params)}·(${params.units} + 1) = ${inputsOf(params) * (params.units + 1)}`,
    say: ({ units, hasBias }) =>
      hasBias
        ? {
            ko: `편향은 입력이 아니라 유닛에 붙어요. ${units}개예요.`,
            en: `A bias belongs to a unit, not to an input: there are ${units}.`,
          }
        : {
            ko: "편향은 유닛에 붙는 값이고, 이 층에는 그것도 없어요.",
            en: "A bias belongs to a unit, and this layer has none.",
          },
  },
  {
    slip: "channels-forgotten",
    name: { ko: "채널을 펼치지 않았다", en: "The channels were not flattened" },
    gives: ({ input: [height, width, channels], units, hasBias }) =>
      height > 1 && channels > 1 ? counted((height * width + (hasBias ? 1 : 0)) * units) : null,
    work: ({ input: [height, width], units, hasBias }) =>
      `(${height}·${width}${hasBias ? " + 1" : ""})·${units} = ${(height * width + (hasBias ? 1 : 0)) * units}`,
    say: ({ input }) => ({
      ko: `펼치면 채널까지 한 줄이 돼요. 입력은 ${input.join("·")} = ${input[0] * input[1] * input[2]}개예요.`,
      en: `Flattening takes the channels along: ${input.join("·")} = ${input[0] * input[1] * input[2]} inputs.`,
    }),
  },
];

function explain(params: DenseParamCount, output: Output): Explanation {
  const { totalParams } = takeOutput(output, "network");
  const { units, hasBias } = params;
  const inputs = inputsOf(params);
  const formula = hasBias ? `(${inputs} + 1)·${units}` : `${inputs}·${units}`;
  return {
    steps: [
      {
        ko: `유닛 하나는 입력 ${inputs}개에 가중치를 하나씩${hasBias ? ", 그리고 편향 하나를" : ""} 가져요.`,
        en: `One unit has a weight for each of ${inputs} inputs${hasBias ? " and one bias" : ""}.`,
      },
      {
        ko: `유닛이 ${units}개니까 ${formula} = ${totalParams}개예요.`,
        en: `With ${units} units that is ${formula} = ${totalParams}.`,
      },
    ],
    scene: {
      kind: "weights",
      bars: [{ label: { ko: "Dense층", en: "Dense layer" }, formula, count: totalParams, isAsked: true }],
      layer: { kind: "dense", inputs, units, hasBias },
    },
  };
}

const judging = { id: "dense-param-count", solve, read, mistakes, legal };

export const denseParamCount: Family<DenseParamCount> = {
  ...judging,
  version: 1,
  title: { ko: "Dense층의 파라미터 수", en: "Parameters of a dense layer" },
  concepts: ["fully-connected"],
  answer: "integer",
  levels: [1, 2, 3],
  draw: (rng, level, separating) => {
    const needsImage = separating === "channels-forgotten";
    const propose = draws[needsImage ? 3 : level];
    const isBiased = separating === "bias-dropped" ? true : separating === "bias-added" ? false : null;
    return drawTelling(
      judging,
      rng,
      (drawing) => {
        const params = propose(drawing);
        return isBiased === null ? params : { ...params, hasBias: isBiased };
      },
      { separating },
    );
  },
  ask,
  explain,
  knobs: [
    {
      id: "units",
      label: { ko: "유닛 수", en: "Units" },
      values: () => [1, 2, 4, 8, 10, 16, 32, 64, 100, 128, 256, 512, 1000],
      get: ({ units }) => units,
      set: (params, units) => ({ ...params, units }),
    },
  ],
};
