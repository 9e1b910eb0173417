/** The gradient of output cells on the input, taken by TensorFlow.js through the real layers. */
import {
  avgPool,
  conv2d,
  grad,
  ones,
  pad,
  reshape,
  type Tensor4D,
  tensor4d,
  tidy,
} from "@tensorflow/tfjs-core";
import { refusalOfInfluence } from "@/lib/core/compute/influence";
import type { Pair } from "@/lib/core/compute/layout";
import type {
  ComputeFailure,
  InfluenceOutput,
  InfluenceProgram,
  WindowLayer,
} from "@/lib/core/compute/program";
import { fail, ok, type Result } from "@/lib/core/result";
import { sidesOf, spreadKernel } from "./convolve";
import { registerGradients } from "./gradients";

export function traceInfluence(program: InfluenceProgram): Result<InfluenceOutput, ComputeFailure> {
  const refused = refusalOfInfluence(program);
  if (refused) return fail(refused);
  const [height, width] = program.input;
  return tidy(() => {
    const image: Tensor4D = ones([1, height, width, 1]);
    const through = (from: Tensor4D) => program.layers.reduce(apply, from);
    const output = through(image).shape.slice(1, 3) as Pair;
    const wanted = maskOf(program.from, output);
    registerGradients();
    const gradient = grad((from) => through(from as Tensor4D))(image, wanted);
    const values = reshape(gradient, [height, width]).arraySync() as number[][];
    return ok({ kind: "influence" as const, output, values });
  });
}

function apply(image: Tensor4D, { op, kernel, stride, pads, dilation }: WindowLayer): Tensor4D {
  // TensorFlow.js has no gradient of pads that differ, and a wrong one of padded average pooling: zeros are put on first.
  const padded: Tensor4D = pad(image, sidesOf(pads));
  if (op === "average-pool") return avgPool(padded, kernel, stride, "valid");
  const one = Array.from({ length: kernel[0] }, () => Array.from({ length: kernel[1] }, () => [[1]]));
  return conv2d(padded, tensor4d(spreadKernel({ kernel: one, dilation })), stride, "valid");
}

/** 1 on the cells that are followed back. */
function maskOf(from: InfluenceProgram["from"], [rows, columns]: Pair): Tensor4D {
  const cells = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => [
      from === "all" || (row === from[0] && column === from[1]) ? 1 : 0,
    ]),
  );
  return tensor4d([cells]);
}
