/** A dense layer as a product of matrices, and a volume read out as one list. */
import { add, argMax, buffer, matMul, reshape, tensor1d, tensor2d, tidy } from "@tensorflow/tfjs-core";
import { refusalOfDense, refusalOfFlatten } from "@/lib/core/compute/dense";
import type {
  ComputeFailure,
  DenseOutput,
  DenseProgram,
  FlattenOutput,
  FlattenProgram,
} from "@/lib/core/compute/program";
import { fail, ok, type Result } from "@/lib/core/result";

export function multiply(program: DenseProgram): Result<DenseOutput, ComputeFailure> {
  const refused = refusalOfDense(program);
  if (refused) return fail(refused);
  const { input, weights, bias } = program;
  return tidy(() => {
    const product = matMul(tensor2d([input]), tensor2d(weights));
    const sum = bias ? add(product, tensor1d(bias)) : product;
    return ok({ kind: "dense" as const, values: [...sum.dataSync()] });
  });
}

/** The marked cell holds the only 1, so its place is where the flattened list is largest. */
export function unroll(program: FlattenProgram): Result<FlattenOutput, ComputeFailure> {
  const refused = refusalOfFlatten(program);
  if (refused) return fail(refused);
  const { shape, marked } = program;
  return tidy(() => {
    const volume = buffer(shape, "float32");
    volume.set(1, ...marked);
    const strip = reshape(volume.toTensor(), [-1]);
    const [index = -1] = argMax(strip).dataSync();
    return ok({ kind: "flatten" as const, length: strip.size, index });
  });
}
