"use client";
import { useWords } from "@/app/_i18n/words-provider";
import type { ConvolutionScene } from "@/lib/core/questions/scenes/convolution";
import { type Axis, AxisRulers } from "./axis-rulers";
import { reach } from "./windows";

/** A convolution too large for grids: its sides as rulers, and the sizes between its repeats. */
export function ConvolutionRuler({ scene }: { scene: ConvolutionScene }) {
  const t = useWords("question");
  const { input, kernel, pads, dilation, stride, sizes } = scene;
  const [rows, columns] = sizes[1] ?? [1, 1];
  const height: Axis = {
    size: input.length,
    before: pads[0],
    after: pads[1],
    reach: reach(kernel.length, dilation[0]),
    stride: stride[0],
    stops: rows,
  };
  const width: Axis = {
    size: input[0]?.length ?? 0,
    before: pads[2],
    after: pads[3],
    reach: reach(kernel[0]?.length ?? 0, dilation[1]),
    stride: stride[1],
    stops: columns,
  };
  return (
    <>
      {sizes.length > 2 ? (
        <p className="chain num">{sizes.map(([high, wide]) => `${high}×${wide}`).join(" → ")}</p>
      ) : null}
      <AxisRulers axes={[height, width]} what="conv" label={t("kernelPosition")} />
    </>
  );
}
