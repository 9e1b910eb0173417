/** How a receptive field grows layer by layer, and the wrong sums with their names. */
import type { WindowLayer } from "../../compute/program";
import { plural } from "../../english";
import type { Text } from "../../text";
import type { Truth } from "../answer-form";
import type { Mistake } from "../family";

export interface Layer {
  op: WindowLayer["op"];
  kernel: number;
  stride: number;
}
export interface ReceptiveFieldStack {
  layers: Layer[];
}

export const integer = (value: number): Truth => ({ kind: "integer", value });
export const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
const product = (values: number[]): number => values.reduce((total, value) => total * value, 1);
/** Input cells between neighbouring cells of a layer's input. */
export const jumpBefore = (layers: readonly Layer[], at: number): number =>
  product(layers.slice(0, at).map(({ stride }) => stride));

function slip(
  name: string,
  label: Text,
  terms: (layers: Layer[]) => { value: number; work: string } | null,
  say: (params: ReceptiveFieldStack) => Text,
): Mistake<ReceptiveFieldStack> {
  return {
    slip: name,
    name: label,
    gives: ({ layers }) => {
      const found = terms(layers);
      return found && integer(found.value);
    },
    work: ({ layers }) => {
      const { value, work } = terms(layers) ?? { value: 0, work: "" };
      return work === String(value) ? work : `${work} = ${value}`;
    },
    say,
  };
}
const hasStride = (layers: Layer[]): boolean => layers.slice(0, -1).some(({ stride }) => stride > 1);

export const mistakes: Mistake<ReceptiveFieldStack>[] = [
  slip(
    "kernels-added",
    { ko: "커널 크기를 더했다", en: "The kernel sizes were added" },
    (layers) => ({
      value: sum(layers.map(({ kernel }) => kernel)),
      work: layers.map(({ kernel }) => kernel).join(" + "),
    }),
    () => ({
      ko: "이웃한 창은 서로 겹쳐요. 층마다 (k − 1)칸씩만, 그것도 앞선 stride의 곱만큼 띄어서 늘어나요.",
      en: "Neighbouring windows overlap: each layer adds only (k − 1) cells, spaced by the product of the strides before it.",
    }),
  ),
  slip(
    "kernels-multiplied",
    { ko: "커널 크기를 곱했다", en: "The kernel sizes were multiplied" },
    (layers) => ({
      value: product(layers.map(({ kernel }) => kernel)),
      work: layers.map(({ kernel }) => kernel).join("·"),
    }),
    () => ({
      ko: "겹치지 않을 때만 곱이 돼요. 층마다 (k − 1)칸을 앞선 stride의 곱만큼 띄어서 더해요.",
      en: "A product would need windows that never overlap. Each layer adds (k − 1) cells times the product of earlier strides.",
    }),
  ),
  slip(
    "last-kernel-only",
    { ko: "마지막 층의 커널만 보았다", en: "Only the last layer's kernel was used" },
    (layers) => ({ value: layers.at(-1)?.kernel ?? 0, work: String(layers.at(-1)?.kernel) }),
    ({ layers }) => ({
      ko: `마지막 층의 한 칸은 앞 층의 ${layers.at(-1)?.kernel}칸을 보고, 그 칸마다 또 입력의 여러 칸을 보아요.`,
      en: `The last layer sees ${plural(layers.at(-1)?.kernel ?? 0, "cell")} of the layer before it, and each of those sees several input cells.`,
    }),
  ),
  slip(
    "strides-ignored",
    { ko: "앞 층의 stride를 빼놓았다", en: "The strides of earlier layers were left out" },
    (layers) =>
      hasStride(layers)
        ? {
            value: 1 + sum(layers.map(({ kernel }) => kernel - 1)),
            work: ["1", ...layers.map(({ kernel }) => `(${kernel} − 1)`)].join(" + "),
          }
        : null,
    ({ layers }) => ({
      ko: `마지막 층에서 한 칸 옆은 입력에서 ${jumpBefore(layers, layers.length - 1)}칸 옆이에요.`,
      en: `One cell along before the last layer is ${jumpBefore(layers, layers.length - 1)} cells along in the input.`,
    }),
  ),
  slip(
    "own-stride-counted",
    { ko: "그 층 자신의 stride까지 곱했다", en: "A layer's own stride was multiplied in" },
    (layers) =>
      layers.some(({ stride }) => stride > 1)
        ? {
            value: 1 + sum(layers.map(({ kernel }, at) => (kernel - 1) * jumpBefore(layers, at + 1))),
            work: [
              "1",
              ...layers.map(({ kernel }, at) => `(${kernel} − 1)·${jumpBefore(layers, at + 1)}`),
            ].join(" + "),
          }
        : null,
    () => ({
      ko: "한 층의 창 안에서는 칸이 그 층에 들어올 때의 간격으로 놓여요. 그 층의 stride는 다음 층부터 곱해요.",
      en: "Inside a layer's window cells are spaced as they come in. Its own stride counts from the next layer on.",
    }),
  ),
  slip(
    "first-cell-missed",
    { ko: "처음 한 칸을 세지 않았다", en: "The first cell was not counted" },
    (layers) => ({
      value: sum(layers.map(({ kernel }, at) => (kernel - 1) * jumpBefore(layers, at))),
      work: layers.map(({ kernel }, at) => `(${kernel} − 1)·${jumpBefore(layers, at)}`).join(" + "),
    }),
    () => ({
      ko: "늘어난 칸만 더했어요. 처음의 한 칸도 세어야 해요.",
      en: "Only the cells that were added are counted. The first one counts too.",
    }),
  ),
];
