/** How a learner may trace a network layer by layer: the rule, and the wrong rules with their names. */
import type { Volume } from "../../compute/layout";
import { runNetwork } from "../../compute/network";
import type { NetworkLayer } from "../../compute/network-program";
import type { Text } from "../../text";
import type { TableRow, Truth } from "../answer-form";
import type { Mistake } from "../family";

export interface CnnShapeTrace {
  input: Volume;
  layers: NetworkLayer[];
  /** The whole table, or the total of its last column. */
  asks: "table" | "total";
}

/** Shape and trainable weights after one layer. */
interface Step {
  output: number[];
  params: number;
}

/** The right step from any shape; null where the layer cannot take it. */
export function stepFrom(layer: NetworkLayer, shape: number[]): Step | null {
  const isFlat = shape.length === 1;
  const input: Volume = isFlat ? [1, 1, shape[0] ?? 0] : [shape[0] ?? 0, shape[1] ?? 0, shape[2] ?? 0];
  const run = runNetwork({ kind: "network", input, layers: isFlat ? [{ type: "flatten" }, layer] : [layer] });
  const last = run.ok ? run.value.layers.at(-1) : undefined;
  return last ? { output: last.output, params: last.params } : null;
}

export const rowOf = ({ output, params }: Step): TableRow => [output, [params]];

/** A wrong rule changes the right step of some layers. */
type Bend = (
  step: Step,
  layer: NetworkLayer,
  shape: number[],
  params: CnnShapeTrace,
  at: number,
) => Step | null;

/** The learner's whole answer by a bent rule, errors carried forward. */
function traceBy(bend: Bend, params: CnnShapeTrace): Truth | null {
  const steps: Step[] = [];
  let shape: number[] = params.input;
  for (const [at, layer] of params.layers.entries()) {
    const right = stepFrom(layer, shape);
    const step = right && bend(right, layer, shape, params, at);
    if (!step) return null;
    steps.push(step);
    shape = step.output;
  }
  return answerOf(params, steps);
}

export function answerOf({ asks }: CnnShapeTrace, steps: readonly Step[]): Truth {
  if (asks === "table") return { kind: "table", rows: steps.map(rowOf) };
  return { kind: "integer", value: steps.reduce((sum, { params }) => sum + params, 0) };
}

function bent(
  slip: string,
  name: Text,
  bend: Bend,
  say: (params: CnnShapeTrace) => Text,
): Mistake<CnnShapeTrace> {
  return { slip, name, gives: (params) => traceBy(bend, params), say };
}

const isPool = (layer: NetworkLayer) => layer.type === "max-pool" || layer.type === "average-pool";
const channelsOf = (shape: number[]) => shape.at(-1) ?? 0;

export const mistakes: Mistake<CnnShapeTrace>[] = [
  bent(
    "channels-kept",
    { ko: "합성곱에서 채널 수를 그대로 두었다", en: "A convolution kept the number of channels" },
    (step, layer, shape) =>
      layer.type === "conv" ? { ...step, output: [...step.output.slice(0, 2), channelsOf(shape)] } : step,
    () => ({
      ko: "합성곱을 지나면 채널 수는 필터 수가 돼요.",
      en: "After a convolution the channels are as many as its filters.",
    }),
  ),
  bent(
    "input-channels-dropped",
    { ko: "필터 하나를 k×k로만 셌다", en: "A filter was counted as k×k only" },
    (step, layer) =>
      layer.type === "conv"
        ? { ...step, params: (layer.kernel[0] * layer.kernel[1] + (layer.bias ? 1 : 0)) * layer.filters }
        : step,
    () => ({
      ko: "필터 하나는 입력 채널마다 k×k개의 가중치를 가져요. k·k·C_in을 세야 해요.",
      en: "One filter has k×k weights for every input channel: k·k·C_in.",
    }),
  ),
  bent(
    "bias-dropped",
    { ko: "편향을 세지 않았다", en: "The biases were not counted" },
    (step, layer) => {
      if (layer.type === "conv" && layer.bias) return { ...step, params: step.params - layer.filters };
      return layer.type === "dense" && layer.bias ? { ...step, params: step.params - layer.units } : step;
    },
    () => ({
      ko: "필터마다, 유닛마다 편향이 하나씩 있어요.",
      en: "Every filter and every unit has one bias.",
    }),
  ),
  bent(
    "pool-has-weights",
    { ko: "풀링층에 가중치를 주었다", en: "Pooling layers were given weights" },
    (step, layer, shape) =>
      layer.type === "max-pool" || layer.type === "average-pool"
        ? { ...step, params: layer.kernel[0] * layer.kernel[1] * channelsOf(shape) }
        : step,
    () => ({ ko: "풀링은 학습하는 값이 없어요. 0개예요.", en: "Pooling learns nothing: 0 weights." }),
  ),
  bent(
    "pool-halves-channels",
    { ko: "풀링에서 채널도 줄였다", en: "Pooling reduced the channels too" },
    (step, layer) =>
      isPool(layer)
        ? { ...step, output: [...step.output.slice(0, 2), Math.floor(channelsOf(step.output) / 2)] }
        : step,
    () => ({
      ko: "풀링은 채널마다 따로 해서 채널 수는 그대로예요.",
      en: "Pooling treats each channel by itself, so the channels stay.",
    }),
  ),
  bent(
    "flatten-drops-channels",
    { ko: "펼칠 때 채널을 빼놓았다", en: "Flattening left the channels out" },
    (step, layer, shape) =>
      layer.type === "flatten" && shape.length === 3
        ? { ...step, output: [(shape[0] ?? 0) * (shape[1] ?? 0)] }
        : step,
    () => ({
      ko: "펼치면 높이·너비·채널을 모두 곱한 길이가 돼요.",
      en: "Flattening gives height times width times channels.",
    }),
  ),
  bent(
    "flattened-before-pooling",
    { ko: "풀링하기 전의 크기를 펼쳤다", en: "The size before pooling was flattened" },
    (step, layer, _shape, params, at) => {
      const before = params.layers[at - 1];
      if (layer.type !== "flatten" || !before || !isPool(before)) return step;
      const run = runNetwork({
        kind: "network",
        input: params.input,
        layers: params.layers.slice(0, at - 1),
      });
      const sizes = at === 1 ? params.input : run.ok ? run.value.layers.at(-1)?.output : undefined;
      return sizes ? { ...step, output: [sizes.reduce((product, side) => product * side, 1)] } : null;
    },
    () => ({
      ko: "펼치기는 바로 앞의 풀링 결과를 받아요.",
      en: "Flatten takes what the pooling before it gives.",
    }),
  ),
  bent(
    "padding-ignored",
    { ko: "padding을 더하지 않았다", en: "The padding was not added" },
    (step, layer, shape) => {
      if (layer.type !== "conv" || layer.pads[0] === 0) return step;
      return stepFrom({ ...layer, pads: [0, 0, 0, 0] }, shape);
    },
    () => ({
      ko: "padding은 양쪽에 붙어서 크기를 지켜 줘요.",
      en: "Padding goes on both sides and keeps the size up.",
    }),
  ),
];
