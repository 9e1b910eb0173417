/** How a layer of a network is named in a question: everything its shape and weights depend on. */
import type { Pads, Pair } from "../compute/layout";
import type { NetworkLayer } from "../compute/network-program";
import type { Text } from "../text";

const sides = ([height, width]: Pair): string => `${height}×${width}`;
const step = ([down, across]: Pair): string => (down === across ? String(down) : sides([down, across]));
const ring = ([top, , left]: Pads): string => (top === left ? String(top) : `${top}·${left}`);

export function layerText(layer: NetworkLayer): Text {
  switch (layer.type) {
    case "conv": {
      const { kernel, filters, stride, pads, bias } = layer;
      const size = `${sides(kernel)}, stride ${step(stride)}, padding ${ring(pads)}`;
      return {
        ko: `합성곱 ${size}, 필터 ${filters}개${bias ? "" : ", 편향 없음"}`,
        en: `Conv ${size}, ${filters} filters${bias ? "" : ", no bias"}`,
      };
    }
    case "max-pool":
    case "average-pool": {
      const size = `${sides(layer.kernel)}, stride ${step(layer.stride)}`;
      return layer.type === "max-pool"
        ? { ko: `최대 풀링 ${size}`, en: `Max pooling ${size}` }
        : { ko: `평균 풀링 ${size}`, en: `Average pooling ${size}` };
    }
    case "adaptive-average-pool":
      return { ko: `평균 풀링 → ${sides(layer.size)}`, en: `Average pooling to ${sides(layer.size)}` };
    case "dense":
      return {
        ko: `Dense ${layer.units}${layer.bias ? "" : ", 편향 없음"}`,
        en: `Dense ${layer.units}${layer.bias ? "" : ", no bias"}`,
      };
    case "flatten":
      return { ko: "펼치기(flatten)", en: "Flatten" };
    case "batch-norm":
      return { ko: "배치 정규화", en: "Batch normalization" };
    case "activation":
      return { ko: "활성화", en: "Activation" };
    case "dropout":
      return { ko: "드롭아웃", en: "Dropout" };
  }
}
