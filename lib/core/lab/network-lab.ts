/** The lab of whole networks: a list of layers with its state in the address, and networks that everybody knows. */

import type { Pads, Pair, Volume } from "../compute/layout";
import { outputOf } from "../compute/network";
import type { NetworkLayer, NetworkOutput } from "../compute/network-program";
import { layerText } from "../questions/layer-text";
import type { NetworkScene } from "../questions/scenes/network";
import { rowsAsCsv } from "../rows-as-csv";

export interface NetworkLab {
  input: Volume;
  layers: NetworkLayer[];
}
export const mostLayers = 40;

const square = (side: number): Pair => [side, side];
const ring = (padding: number): Pads => [padding, padding, padding, padding];
export const conv = (filters: number, kernel: number, stride = 1, padding = 0): NetworkLayer => ({
  type: "conv",
  filters,
  kernel: square(kernel),
  stride: square(stride),
  pads: ring(padding),
  dilation: [1, 1],
  bias: true,
});
export const pool = (
  type: "max-pool" | "average-pool",
  window: number,
  stride: number,
  padding = 0,
): NetworkLayer => ({
  type,
  kernel: square(window),
  stride: square(stride),
  pads: ring(padding),
  rounding: "floor",
});
export const dense = (units: number): NetworkLayer => ({ type: "dense", units, bias: true });
const flatten: NetworkLayer = { type: "flatten" };
const max = (window: number, stride: number) => pool("max-pool", window, stride);

/** Filters of the blocks of VGG-16, each block of 3×3 convolutions with padding 1 ending in 2×2 pooling. */
const vggBlocks = [
  [64, 64],
  [128, 128],
  [256, 256, 256],
  [512, 512, 512],
  [512, 512, 512],
];

/** Sources: LeCun et al. 1998 with every map of C3 connected; Krizhevsky 2014 as in torchvision; Simonyan & Zisserman 2015. */
export const presets: Readonly<Record<"lenet-5" | "alexnet" | "vgg-16", NetworkLab>> = {
  "lenet-5": {
    input: [32, 32, 1],
    layers: [
      conv(6, 5),
      pool("average-pool", 2, 2),
      conv(16, 5),
      pool("average-pool", 2, 2),
      conv(120, 5),
      flatten,
      dense(84),
      dense(10),
    ],
  },
  alexnet: {
    input: [224, 224, 3],
    layers: [
      conv(64, 11, 4, 2),
      max(3, 2),
      conv(192, 5, 1, 2),
      max(3, 2),
      conv(384, 3, 1, 1),
      conv(256, 3, 1, 1),
      conv(256, 3, 1, 1),
      max(3, 2),
      flatten,
      dense(4096),
      dense(4096),
      dense(1000),
    ],
  },
  "vgg-16": {
    input: [224, 224, 3],
    layers: [
      ...vggBlocks.flatMap((block) => [...block.map((filters) => conv(filters, 3, 1, 1)), max(2, 2)]),
      flatten,
      dense(4096),
      dense(4096),
      dense(1000),
    ],
  },
};

const letters = { "max-pool": "m", "average-pool": "a" } as const;

/** "c6,5,1,0" a convolution (filters, kernel, stride, padding), "m2,2,0" and "a2,2,0" pooling, "d120" dense, "f" flatten. */
function writeLayer(layer: NetworkLayer): string {
  switch (layer.type) {
    case "conv":
      return `c${[layer.filters, layer.kernel[0], layer.stride[0], layer.pads[0]].join(",")}`;
    case "max-pool":
    case "average-pool":
      return `${letters[layer.type]}${[layer.kernel[0], layer.stride[0], layer.pads[0]].join(",")}`;
    case "dense":
      return `d${layer.units}`;
    default:
      return "f";
  }
}

function readLayer(text: string): NetworkLayer | null {
  const [kind, numbers] = [text[0], text.slice(1).split(",").map(Number)];
  if (!/^[cma]\d{1,4}(,\d{1,4})*$|^d\d{1,5}$|^f$/.test(text)) return null;
  const [first = 0, second = 0, third = 0, fourth = 0] = numbers;
  switch (kind) {
    case "c":
      return conv(first, second, third, fourth);
    case "m":
    case "a":
      return pool(kind === "m" ? "max-pool" : "average-pool", first, second, third);
    case "d":
      return dense(first);
    default:
      return flatten;
  }
}

export const writeNetworkLab = ({ input, layers }: NetworkLab): string =>
  `in=${input.join("x")}&layers=${layers.map(writeLayer).join("_")}`;

/** LeNet-5 where the address says nothing that can be read. */
export function readNetworkLab(search: URLSearchParams): NetworkLab {
  const sizes = (search.get("in") ?? "").split("x").map(Number);
  const layers = (search.get("layers") ?? "").split("_").filter(Boolean).map(readLayer);
  const isRead =
    sizes.length === 3 &&
    sizes.every((size) => Number.isInteger(size) && size >= 1 && size <= 1024) &&
    layers.length > 0 &&
    layers.length <= mostLayers &&
    layers.every((layer) => layer !== null);
  if (!isRead) return presets["lenet-5"];
  return { input: sizes as Volume, layers: layers.filter((layer) => layer !== null) };
}

/** Index of the first layer that cannot take what comes into it; -1 when all can. */
export function firstMisfit({ input, layers }: NetworkLab): number {
  let shape: number[] = input;
  return layers.findIndex((layer) => {
    const next = outputOf(layer, shape);
    if (next.ok) shape = next.value;
    return !next.ok;
  });
}

export const sceneOfNetwork = ({ input, layers }: NetworkLab, output: NetworkOutput): NetworkScene => ({
  kind: "network",
  input,
  layers: layers.flatMap((layer, at) => {
    const step = output.layers[at];
    return step ? [{ ...step, layer, label: layerText(layer) }] : [];
  }),
  totalParams: output.totalParams,
});

/** A line for each layer from the input on. */
export const csvOfNetwork = ({ input, layers }: NetworkScene): string =>
  rowsAsCsv(
    ["layer", "shape", "parameters", "receptive field", "jump"],
    [
      ["input", input.join("x"), 0, 1, 1],
      ...layers.map(({ label, output, params, receptiveField, jump }) => [
        label.en,
        output.join("x"),
        params,
        receptiveField,
        jump,
      ]),
    ],
  );
