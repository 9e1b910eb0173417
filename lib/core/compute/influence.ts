/**
 * How strongly each input cell acts on output cells through a stack of layers: the gradient, followed back layer by
 * layer. With convolutions of ones it counts the paths, so what is not 0 is the receptive field.
 */
import { fail, ok, type Result } from "../result";
import type { Pair } from "./layout";
import type { ComputeFailure, InfluenceOutput, InfluenceProgram, WindowLayer } from "./program";
import { windowsOn } from "./windows";

/** Sizes from the input to the last output, or why some layer has none. */
function sizesOf({ input, layers, from }: InfluenceProgram): Result<Pair[], ComputeFailure> {
  const sizes: Pair[] = [input];
  for (const layer of layers) {
    const next = windowsOn(sizes.at(-1) ?? input, layer);
    if (!next.ok) return next;
    sizes.push(next.value);
  }
  const output = sizes.at(-1) ?? input;
  const isInside = from === "all" || from.every((at, axis) => at >= 0 && at < (output[axis] ?? 0));
  return isInside ? ok(sizes) : fail({ kind: "bad-field", message: "the cell lies outside the output" });
}

/** Why no gradient can be taken, or null. */
export function refusalOfInfluence(program: InfluenceProgram): ComputeFailure | null {
  const sizes = sizesOf(program);
  return sizes.ok ? null : sizes.error;
}

export function runInfluence(program: InfluenceProgram): Result<InfluenceOutput, ComputeFailure> {
  const found = sizesOf(program);
  if (!found.ok) return found;
  const sizes = found.value;
  const { input, layers, from } = program;
  const output = sizes.at(-1) ?? input;
  const seed = grid(output, (row, column) =>
    from === "all" || (row === from[0] && column === from[1]) ? 1 : 0,
  );
  const values = layers.reduceRight(
    (gradient, layer, at) => backThrough(gradient, layer, sizes[at] ?? input),
    seed,
  );
  return ok({ kind: "influence", output, values });
}

const grid = ([rows, columns]: Pair, cell: (row: number, column: number) => number): number[][] =>
  Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => cell(row, column)));

/** Every output cell hands its gradient to the input cells under its window. */
function backThrough(gradient: number[][], layer: WindowLayer, size: Pair): number[][] {
  const { kernel, stride, pads, dilation, op } = layer;
  const before = grid(size, () => 0);
  gradient.forEach((line, row) => {
    line.forEach((value, column) => {
      if (value === 0) return;
      const cells: [row: number, column: number][] = [];
      for (let i = 0; i < kernel[0]; i += 1) {
        for (let j = 0; j < kernel[1]; j += 1) {
          const at = row * stride[0] + i * dilation[0] - pads[0];
          const along = column * stride[1] + j * dilation[1] - pads[2];
          if (before[at]?.[along] !== undefined) cells.push([at, along]);
        }
      }
      const share = op === "average-pool" ? value / (kernel[0] * kernel[1]) : value;
      for (const [at, along] of cells) {
        const target = before[at];
        if (target) target[along] = (target[along] ?? 0) + share;
      }
    });
  });
  return before;
}
